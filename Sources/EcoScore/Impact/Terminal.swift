import Documents

/// The device in the user's hand: electricity while in use, and the share of its manufacture.
struct Terminal {
    /// Electricity of the step.
    let electricity: Quantity<KilowattHour>
    /// The part of the terminal's life that the step took: its time over the hours of active use.
    let lifeShare: Quantity<One>
    let isMeasured: Bool

    /// A terminal in use; where its energy wasn't measured, power times duration stands in.
    init(seconds: Double, joules: Double?, rates: ImpactRates) {
        isMeasured = joules != nil
        electricity =
            if let joules {
                Quantity(joules: joules)
            } else {
                Quantity(of: rates.power, seconds: seconds)
            }
        lifeShare = Quantity<Hour>(seconds: seconds) / rates.activeHours
    }
}
