import Documents

/// The device in the user's hand: electricity while in use, and the share of its manufacture.
struct Terminal {
    /// Electricity of the step, in kWh.
    let electricity: Estimate
    /// The part of the terminal's life that the step took: its time over the hours of active use.
    let lifeShare: Estimate
    let device: DeviceClass
    let isMeasured: Bool

    /// A terminal in use; where its energy wasn't measured, power times duration stands in.
    init(_ device: DeviceClass, seconds: Double, joules: Double?, factors: FactorSet) {
        self.device = device
        isMeasured = joules != nil
        // 1 kWh is 3.6e6 J.
        electricity =
            if let joules {
                Estimate(exactly: joules / 3.6e6)
            } else {
                (seconds / 3.6e6) * factors[FactorUse.power(device)]
            }
        lifeShare = (seconds / 3600) / factors[FactorUse.activeHours(device)]
    }

    /// What stands behind both parts, whatever the indicator.
    var uses: [FactorUse] {
        (isMeasured ? [] : [.power(device)]) + [.activeHours(device)]
    }
}
