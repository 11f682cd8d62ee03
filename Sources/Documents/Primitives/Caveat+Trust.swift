extension Caveat.Code {
    /// Those that make a measurement untrusted, whatever else is said of it (`docs/quality.md`).
    package static let distrusted: Set<Caveat.Code> = [
        .captureCut, .captureDamaged, .captureEmpty, .packetsDropped, .stepMissing, .stepWithoutTraffic,
    ]
}
