// swift-tools-version: 6.2
// The map of the house: targets in dependency order. What each may import is checked by Tests/HouseTests.
import PackageDescription

let testSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableExperimentalFeature("Lifetimes"),  // @_lifetime on the views that packets are lent through
    .treatAllWarnings(as: .error),
]
let swiftSettings = testSettings + [.strictMemorySafety()]

let package = Package(
    name: "ecoproxy",
    defaultLocalization: "en",
    products: [
        .executable(name: "ecoproxy", targets: ["ecoproxy"]),
        .library(name: "TrafficMeter", targets: ["TrafficMeter"]),
        .library(name: "EcoScore", targets: ["EcoScore", "Documents"]),
        .library(name: "Catalogue", targets: ["Catalogue", "Documents"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CCapability"),
        .systemLibrary(name: "CPcap", pkgConfig: "libpcap", providers: [.apt(["libpcap-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCompression", providers: [.apt(["zlib1g-dev", "libzstd-dev", "liblz4-dev"])]),
        .target(name: "Documents", swiftSettings: swiftSettings),
        .target(
            name: "TrafficMeter", dependencies: ["CPcap", "COpenSSL", "CCompression", "Documents"],
            resources: [.embedInCode("Resources/resolvers-2026.1.json")],
            swiftSettings: swiftSettings),
        .target(
            name: "JourneyRecorder",
            dependencies: ["TrafficMeter", "Documents", .product(name: "Yams", package: "Yams")],
            resources: [
                .embedInCode("Resources/public-suffixes.txt"), .embedInCode("Resources/operators.json"),
                .embedInCode("Resources/background.json"),
            ],
            swiftSettings: swiftSettings),
        .target(
            name: "EcoScore", dependencies: ["Documents"],
            resources: [
                .embedInCode("Resources/fr-2026.1.json"), .embedInCode("Resources/fr-2026.2.json"),
                .embedInCode("Resources/world-2026.1.json"), .embedInCode("Resources/comparisons-2026.1.json"),
                .embedInCode("Resources/leads-2026.1.json"), .embedInCode("Resources/profile-2026.1.json"),
                .embedInCode("Resources/models-2026.1.json"),
            ],
            swiftSettings: swiftSettings),
        .target(name: "Verdict", dependencies: ["Documents"], swiftSettings: swiftSettings),
        .target(
            name: "Catalogue",
            dependencies: [
                "CCompression", "CPostgreSQL", "Documents", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: swiftSettings),
        .target(
            name: "Report", dependencies: ["Documents"],
            resources: [
                .embedInCode("Resources/report.css"), .embedInCode("Resources/site.css"),
                .embedInCode("Resources/site.js"),
            ],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "ecoproxy",
            dependencies: [
                "CCapability", "Documents", "TrafficMeter", "JourneyRecorder", "EcoScore", "Verdict", "Catalogue",
                "Report",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings),
        .target(
            name: "TestSupport", dependencies: ["Documents"], path: "Tests/TestSupport", swiftSettings: testSettings),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents", "TestSupport"], swiftSettings: testSettings),
        .testTarget(
            name: "TrafficMeterTests", dependencies: ["TrafficMeter", "Documents", "TestSupport"],
            swiftSettings: testSettings),
        .testTarget(
            name: "JourneyRecorderTests",
            dependencies: ["JourneyRecorder", "TrafficMeter", "Documents", "TestSupport"],
            swiftSettings: testSettings),
        .testTarget(
            name: "EcoScoreTests", dependencies: ["EcoScore", "Documents", "TestSupport"], swiftSettings: testSettings),
        .testTarget(
            name: "VerdictTests", dependencies: ["Verdict", "Documents", "TestSupport"], swiftSettings: testSettings),
        .testTarget(
            name: "CatalogueTests",
            dependencies: ["Catalogue", "Documents", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Databases"],
            swiftSettings: testSettings),
        .testTarget(
            name: "ReportTests", dependencies: ["Report", "Documents", "TestSupport"], swiftSettings: testSettings),
        .testTarget(
            name: "CommandTests", dependencies: ["ecoproxy", "Documents", "TestSupport"],
            exclude: ["peak-memory.py", "look-at-pages.py", "read-page.py", "render-markdown.py"],
            swiftSettings: testSettings),
        .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: testSettings),
    ]
)
