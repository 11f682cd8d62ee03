import Documents

extension SignificanceTest {
    /// The part of chance findings that is accepted among figures judged together.
    static let significance = 0.05

    /// The test of two samples' means; `nil` where there is one run on each side, so that the noise is unknown.
    ///
    /// With two runs or more on both sides it is Welch's (B. L. Welch, Biometrika 34, 1947; NIST/SEMATECH e-Handbook §
    /// 7.3.1), which doesn't take the two sides to vary alike. With one run on a side it is Student's, with the
    /// variance of the other side (Sokal & Rohlf, Biometry, "comparison of a single observation with the mean of a
    /// sample"). `adjustedP` is `p` until `adjusted` is applied.
    init?(base: Sample, new: Sample) {
        let sides = [base, new]
        guard let name = Self.name(sides) else { return nil }
        let variance = sides.map { sample in
            let deviation = sample.standardDeviation ?? 0
            return deviation * deviation
        }
        let counts = sides.map { Double($0.runs) }
        let error: Double
        let degrees: Double
        switch name {
        case .welch:
            let parts = zip(variance, counts).map { $0 / $1 }
            error = (parts[0] + parts[1]).squareRoot()
            // As fractions of their sum, whose squares neither overflow nor vanish.
            let sum = parts[0] + parts[1]
            let shares = parts.map { $0 / sum }
            degrees = 1 / (shares[0] * shares[0] / (counts[0] - 1) + shares[1] * shares[1] / (counts[1] - 1))
        case .singleRun:
            let several = base.runs > 1 ? 0 : 1
            error = (variance[several] * (1 + 1 / counts[several])).squareRoot()
            degrees = counts[several] - 1
        }
        let t = (new.mean - base.mean) / error
        guard t.isFinite, degrees.isFinite else {
            // Nothing varies (or nothing that a figure can hold): a difference is one, whatever its size.
            let p = new.mean == base.mean ? 1.0 : 0
            self.init(name: name, t: nil, degreesOfFreedom: nil, p: p, adjustedP: p)
            return
        }
        let p = StudentDistribution.twoSidedP(t: t, degrees: degrees)
        self.init(name: name, t: t, degreesOfFreedom: degrees, p: p, adjustedP: p)
    }

    private static func name(_ sides: [Sample]) -> Name? {
        switch sides.count(where: { $0.runs > 1 }) {
        case 2: .welch
        case 1: .singleRun
        default: nil
        }
    }

    /// p-values adjusted for their number (S. Holm, Scandinavian Journal of Statistics 6, 1979): the chance that any of
    /// the figures is called changed though none is stays at the significance.
    ///
    /// - Parameter p: the p-values.
    /// - Returns: adjusted ones in the same order, at most 1.
    static func adjusted(_ p: [Double]) -> [Double] {
        var adjusted = p
        var greatest = 0.0
        for (place, index) in p.indices.sorted(by: { p[$0] < p[$1] }).enumerated() {
            greatest = max(greatest, min(1, p[index] * Double(p.count - place)))
            adjusted[index] = greatest
        }
        return adjusted
    }
}
