import Documents

/// Products of figures that are never negative: each end with its like, so that the order holds.
extension Estimate {
    static func * (lhs: Estimate, rhs: Estimate) -> Estimate {
        inOrder(lhs.low * rhs.low, lhs.central * rhs.central, lhs.high * rhs.high)
    }

    static func * (lhs: Double, rhs: Estimate) -> Estimate {
        inOrder(lhs * rhs.low, lhs * rhs.central, lhs * rhs.high)
    }

    /// A figure spread over an amount: the favourable case is the one with the greatest amount.
    static func / (lhs: Estimate, rhs: Estimate) -> Estimate {
        inOrder(lhs.low / rhs.high, lhs.central / rhs.central, lhs.high / rhs.low)
    }

    private static func inOrder(_ low: Double, _ central: Double, _ high: Double) -> Estimate {
        guard let estimate = Estimate(low: low, central: central, high: high) else {
            preconditionFailure("factors and figures of steps are finite and not negative")
        }
        return estimate
    }
}
