import Documents

/// What differs between two factor sets in one place of the model.
public struct FactorChange: Hashable, Sendable {
    /// The factor of the first set.
    public let before: Factor
    /// The factor of the second set; its identifier is another where the sets are made for other electricity.
    public let after: Factor

    /// Whether a figure differs, rather than only what is said of it.
    public var changesFigures: Bool { before.value != after.value }

    /// How much more the second set counts, as a fraction of the first's central figure; absent where that is zero.
    public var relativeChange: Double? {
        before.value.central > 0 ? after.value.central / before.value.central - 1 : nil
    }
}

extension FactorSet {
    /// What another set counts otherwise, in the order of the model.
    ///
    /// - Parameter other: the second set.
    /// - Returns: a change for each place of the model where the factors differ in anything.
    public func changes(to other: FactorSet) -> [FactorChange] {
        FactorUse.all.compactMap { place in
            guard let before = self[place.id(electricity: electricity)],
                let after = other[place.id(electricity: other.electricity)], before != after
            else { return nil }
            return FactorChange(before: before, after: after)
        }
    }
}
