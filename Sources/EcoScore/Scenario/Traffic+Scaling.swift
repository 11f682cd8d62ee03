import Documents

extension Traffic {
    /// The same multiplied by a factor that isn't negative, each figure rounded by itself: their order stays, and 0 leaves nothing.
    func scaled(by factor: Double) -> Traffic {
        Traffic(up: up.scaled(by: factor), down: down.scaled(by: factor))
    }

    /// IP bytes both ways that `scaled(by:)` takes away.
    func bytesRemoved(scaledBy factor: Double) -> Int { (self - scaled(by: factor)).both.ipBytes }
}

extension TrafficCounts {
    fileprivate func scaled(by factor: Double) -> TrafficCounts {
        TrafficCounts(
            packets: Self.scaled(packets, by: factor), wireBytes: Self.scaled(wireBytes, by: factor),
            ipBytes: Self.scaled(ipBytes, by: factor), payloadBytes: Self.scaled(payloadBytes, by: factor),
            uniquePayloadBytes: Self.scaled(uniquePayloadBytes, by: factor))
    }

    private static func scaled(_ value: Int, by factor: Double) -> Int {
        guard factor != 1 else { return value }
        // What doesn't fit is refused later, as a figure that no walk can reach.
        return Int(nearest: Double(value) * factor)
    }
}
