// swift-tools-version: 6.2
// What `make bench-catalogue` runs. A package apart, as scoring's is.
import PackageDescription

let package = Package(
    name: "Cataloguing",
    dependencies: [.package(name: "ecoproxy", path: "../..")],
    targets: [
        .executableTarget(
            name: "catalogue",
            dependencies: [
                .product(name: "Catalogue", package: "ecoproxy"), .product(name: "EcoScore", package: "ecoproxy"),
                .product(name: "TrafficMeter", package: "ecoproxy"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
