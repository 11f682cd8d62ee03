import Documents

extension Step {
    /// Energy in joules, if an instrument observed it: a modelled figure would count time twice. It may be that of a part of the
    /// device, which tells how much a step asks of it compared with rest.
    var measuredJoules: Double? { energy.basis == .measured ? energy.joules : nil }

    /// Energy of the whole device in joules, if an instrument observed it.
    var deviceJoules: Double? { energy.part == nil ? measuredJoules : nil }

    /// Seconds to display, if an instrument observed them.
    var measuredDisplaySeconds: Double? { displayTime.basis == .measured ? displayTime.seconds : nil }

    /// How many times as long as it was measured it is used: of media steps the length that the journey declares
    /// (ANS, requirement ETH 32: a video is measured for 30 s, and projected on a mean consultation).
    var useRatio: Double {
        guard type == .media, let useSeconds, useSeconds > 0, seconds > 0 else { return 1 }
        return useSeconds / seconds
    }

    /// Whether nothing is asked of the app but to go on: it has a rate, no screen to wait for.
    var isRest: Bool { type.isRest }
}

extension StepType {
    /// Whether nothing is asked of the app but to go on.
    var isRest: Bool { self == .pause || self == .media }
}

extension JourneyMeasurement {
    /// Mean power of the device at rest with the app in front, in watts; absent if no reference step was measured.
    var referenceWatts: Double? {
        var (joules, seconds) = (0.0, 0.0)
        for step in steps where step.type == .reference {
            guard let measured = step.measuredJoules else { continue }
            joules += measured
            seconds += step.seconds
        }
        return joules > 0 && seconds > 0 ? joules / seconds : nil
    }
}
