extension Int {
    /// The whole number nearest to a computed figure; of what is beyond all of them, the furthest.
    package init(nearest figure: Double) {
        self = Int(exactly: figure.rounded()) ?? (figure < 0 ? .min : .max)
    }
}
