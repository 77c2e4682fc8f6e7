// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target of ours; dependencies are built as they come.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "coach-workbench",
  platforms: [.macOS(.v26)],
  products: [
  ],
  dependencies: [
    // Exact pins: the lock file stays out of git, so the manifest is the lock.
  ],
  targets: [
    .target(name: "JSONKit", swiftSettings: settings),
    .target(name: "Finance", dependencies: ["JSONKit"], swiftSettings: settings),
    .testTarget(name: "JSONKitTests", dependencies: ["JSONKit"], swiftSettings: settings),
    .testTarget(name: "FinanceTests", dependencies: ["Finance", "JSONKit"], swiftSettings: settings),
  ]
)
