// swift-tools-version: 6.2
// What `make bench` needs beside the program: captures that are the same on every machine, and libpcap's own loop as a peer.
import PackageDescription

let package = Package(
    name: "Benchmarks",
    targets: [
        .executableTarget(name: "generate-capture", swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(name: "libpcap-loop", linkerSettings: [.linkedLibrary("pcap")]),
    ]
)
