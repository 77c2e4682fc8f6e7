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
    .library(name: "Scoring", targets: ["Scoring"]),
  ],
  dependencies: [
    // Exact pins: the lock file stays out of git, so the manifest is the lock.
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", exact: "0.2.0"),
  ],
  targets: [
    .target(name: "JSONKit", swiftSettings: settings),
    .target(name: "Finance", dependencies: ["JSONKit"], swiftSettings: settings),
    .target(
      name: "Scoring",
      dependencies: [
        "JSONKit",
        .product(name: "Histogram", package: "hdrhistogram-swift"),
      ],
      swiftSettings: settings
    ),
    .testTarget(name: "JSONKitTests", dependencies: ["JSONKit"], swiftSettings: settings),
    .testTarget(name: "FinanceTests", dependencies: ["Finance", "JSONKit"], swiftSettings: settings),
    .testTarget(name: "ScoringTests", dependencies: ["JSONKit", "Scoring"], swiftSettings: settings),
  ]
)
