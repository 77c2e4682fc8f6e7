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
    .executable(name: "workbench", targets: ["Workbench"]),
    .library(name: "CoachCore", targets: ["CoachCore"]),
    .library(name: "Scoring", targets: ["Scoring"]),
  ],
  dependencies: [
    // Exact pins: the lock file stays out of git, so the manifest is the lock.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-distributed-tracing", exact: "1.7.3"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", exact: "0.2.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]
    ),
    .systemLibrary(
      name: "CLibXML",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]
    ),
    .systemLibrary(name: "CMalloc"),
    .target(name: "JSONKit", swiftSettings: settings),
    .target(name: "Finance", dependencies: ["JSONKit"], swiftSettings: settings),
    .target(
      name: "CoachCore",
      dependencies: [
        "Finance",
        "JSONKit",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Tracing", package: "swift-distributed-tracing"),
      ],
      // Compiled into the binary, so that it runs from any folder.
      resources: [.embedInCode("Contracts/Schemas"), .embedInCode("Models/Prices/model_prices.json")],
      swiftSettings: settings
    ),
    .target(name: "HTTPTransport", dependencies: ["CCurl", "JSONKit"], swiftSettings: settings),
    .target(
      name: "CoachClient", dependencies: ["HTTPTransport", "JSONKit"], swiftSettings: settings),
    .target(
      name: "CoachService",
      dependencies: [
        "CMalloc", "CoachCore", "Finance", "HTTPTransport", "JSONKit",
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("OpenAPI/Documents")],
      swiftSettings: settings
    ),
    .target(
      name: "Scoring",
      dependencies: [
        "JSONKit",
        .product(name: "Histogram", package: "hdrhistogram-swift"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "Workbench",
      dependencies: [
        "CLibXML",
        "CoachClient",
        "CoachCore",
        "CoachService",
        "Finance",
        "HTTPTransport",
        "JSONKit",
        "Scoring",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Histogram", package: "hdrhistogram-swift"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Reports/Templates")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "benchmark-figures",
      dependencies: ["Finance", "JSONKit"],
      path: "Benchmarks/Figures",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "benchmark-sessions",
      dependencies: [
        "CMalloc", "CoachCore", "Finance", "JSONKit", .product(name: "Logging", package: "swift-log"),
      ],
      path: "Benchmarks/Sessions",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "benchmark-streams",
      dependencies: [
        "CoachCore", "CoachService", "Finance", "HTTPTransport", "JSONKit", "Scoring",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      path: "Benchmarks/Streams",
      exclude: ["peer"],
      swiftSettings: settings
    ),
    .testTarget(name: "JSONKitTests", dependencies: ["JSONKit"], swiftSettings: settings),
    .testTarget(
      name: "FinanceTests", dependencies: ["Finance", "JSONKit", "Workbench"], swiftSettings: settings),
    .testTarget(
      name: "CoachCoreTests",
      dependencies: [
        "CoachCore", "Finance", "JSONKit",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "InMemoryLogging", package: "swift-log"),
        .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "MetricsTestKit", package: "swift-metrics"),
        .product(name: "Tracing", package: "swift-distributed-tracing"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "HTTPTransportTests", dependencies: ["HTTPTransport", "JSONKit"], swiftSettings: settings),
    .testTarget(
      name: "CoachServiceTests",
      dependencies: [
        "CoachClient", "CoachCore", "CoachService", "Finance", "HTTPTransport", "JSONKit",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "InMemoryLogging", package: "swift-log"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings
    ),
    .testTarget(name: "ScoringTests", dependencies: ["JSONKit", "Scoring"], swiftSettings: settings),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: ["CLibXML", "CoachCore", "Finance", "JSONKit", "Scoring", "Workbench"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "CoachClient", "CoachCore", "Finance", "HTTPTransport", "JSONKit", "Workbench",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings
    ),
  ]
)
