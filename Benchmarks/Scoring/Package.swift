// swift-tools-version: 6.2
// What `make bench-score` runs. A package apart: the captures of `make bench` need none of the product's dependencies.
import PackageDescription

let package = Package(
    name: "Scoring",
    dependencies: [.package(name: "ecoproxy", path: "../..")],
    targets: [
        .executableTarget(
            name: "score", dependencies: [.product(name: "EcoScore", package: "ecoproxy")],
            swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
