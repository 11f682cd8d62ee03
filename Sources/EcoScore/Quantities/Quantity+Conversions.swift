import Documents

extension Quantity<Gigabyte> {
    /// Data exchanged, from bytes.
    init(bytes: Double) {
        self.init(exactly: bytes / 1e9)
    }
}

extension Quantity<Hour> {
    /// Time, from seconds.
    init(seconds: Double) {
        self.init(exactly: seconds / 3600)
    }
}

extension Quantity<KilowattHour> {
    /// Energy, from joules.
    init(joules: Double) {
        self.init(exactly: joules / 3.6e6)
    }

    /// Energy, from a power that lasts so many seconds.
    init(of power: Quantity<Watt>, seconds: Double) {
        self.init((seconds / 3.6e6) * power.estimate)
    }
}
