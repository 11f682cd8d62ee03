import Documents

/// A figure with its range, in a unit that the compiler knows; never negative.
///
/// Only what makes sense can be written: like is added to like, an amount is multiplied by what each of it costs, and an
/// amount divided by one of its kind is a number. Every operation keeps low ≤ central ≤ high, since the favourable case
/// of a result is that of all that went into it.
struct Quantity<Unit: UnitOfMeasure>: Hashable {
    /// The range, in the unit.
    let estimate: Estimate

    /// A range in the unit.
    init(_ estimate: Estimate) {
        self.estimate = estimate
    }

    /// A figure known without a range.
    init(exactly value: Double) {
        estimate = Estimate(exactly: value)
    }

    static func + (lhs: Quantity, rhs: Quantity) -> Quantity {
        Quantity(lhs.estimate + rhs.estimate)
    }

    /// What an amount costs.
    static func * <Cost>(lhs: Quantity, rhs: Quantity<Per<Cost, Unit>>) -> Quantity<Cost> {
        Quantity<Cost>(lhs.estimate * rhs.estimate)
    }

    /// How many times an amount holds another, which is not zero: the favourable case is the one with the greatest other.
    static func / (lhs: Quantity, rhs: Quantity) -> Quantity<One> {
        Quantity<One>(lhs.estimate / rhs.estimate)
    }
}
