// swift-tools-version: 6.2
// What `make fuzz` builds: each parser of hostile bytes as a libFuzzer target.
import PackageDescription

let package = Package(
    name: "Fuzzing",
    dependencies: [.package(name: "ecoproxy", path: "..")],
    targets: ["FuzzCapture", "FuzzPacket", "FuzzRedaction", "FuzzDNS", "FuzzTLS", "FuzzQUIC", "FuzzHTTP"].map { name in
        .executableTarget(
            name: name, dependencies: [.product(name: "TrafficMeter", package: "ecoproxy")],
            swiftSettings: [
                .swiftLanguageMode(.v6), .enableExperimentalFeature("Lifetimes"),
                // libFuzzer has the main function.
                .unsafeFlags(["-parse-as-library"]),
            ])
    }
)
