import Documents

/// The device in the user's hand: electricity while in use, and the share of its manufacture.
struct Terminal {
    /// Electricity of the step.
    let electricity: Quantity<KilowattHour>
    /// The part of the terminal's life that the step took: its time over the hours of active use.
    let lifeShare: Quantity<One>
    let device: DeviceClass
    let isMeasured: Bool

    /// A terminal in use; where its energy wasn't measured, power times duration stands in.
    init(_ device: DeviceClass, seconds: Double, joules: Double?, factors: FactorSet) {
        self.device = device
        isMeasured = joules != nil
        electricity =
            if let joules {
                Quantity(joules: joules)
            } else {
                Quantity(of: factors[FactorUse.power(device)], seconds: seconds)
            }
        lifeShare = Quantity<Hour>(seconds: seconds) / factors[FactorUse.activeHours(device)]
    }

    /// What stands behind both parts, whatever the indicator.
    var places: [FactorPlace] {
        (isMeasured ? [] : [FactorUse.power(device).place]) + [FactorUse.activeHours(device).place]
    }
}
