import Glibc

/// Student's t distribution with any number of degrees of freedom, as Welch's test needs it.
enum StudentDistribution {
    /// P(|T| ≥ |t|) = I_x(ν/2, 1/2) with x = ν/(ν + t²) (NIST Digital Library of Mathematical Functions § 8.17.21 with
    /// Abramowitz & Stegun 26.7.1).
    ///
    /// - Parameters:
    ///   - t: the statistic; infinite where nothing varies.
    ///   - degrees: the degrees of freedom, above 0.
    /// - Returns: 0 to 1.
    static func twoSidedP(t: Double, degrees: Double) -> Double {
        guard t.isFinite else { return 0 }
        return IncompleteBeta.regularized(at: degrees / (degrees + t * t), a: degrees / 2, b: 0.5)
    }
}

/// The regularized incomplete beta function.
enum IncompleteBeta {
    /// Enough for degrees of freedom far beyond any number of runs; the fraction needs about √max(a, b) terms.
    private static let mostTerms = 10_000

    /// I_x(a, b), by its continued fraction (DLMF 8.17.22), on the side where that converges fast (DLMF 8.17.4).
    ///
    /// - Returns: 0 to 1.
    static func regularized(at x: Double, a: Double, b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let factor = exp(a * log(x) + b * log1p(-x) - logBeta(a, b))
        let isNear = x < (a + 1) / (a + b + 2)
        let value =
            isNear ? factor / a * fraction(at: x, a: a, b: b) : 1 - factor / b * fraction(at: 1 - x, a: b, b: a)
        return min(1, max(0, value))
    }

    private static func logBeta(_ a: Double, _ b: Double) -> Double {
        lgamma(a).0 + lgamma(b).0 - lgamma(a + b).0
    }

    /// The continued fraction by the modified method of Lentz (Thompson & Barnett 1986, Journal of Computational
    /// Physics 64, 490).
    private static func fraction(at x: Double, a: Double, b: Double) -> Double {
        let tiny = 1e-300
        func nonZero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / nonZero(1 - (a + b) * x / (a + 1))
        var value = d
        for term in 1...mostTerms {
            let m = Double(term)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            var change = 1.0
            for coefficient in [even, odd] {
                d = 1 / nonZero(1 + coefficient * d)
                c = nonZero(1 + coefficient / c)
                change = c * d
                value *= change
            }
            if abs(change - 1) < 1e-16 { break }
        }
        return value
    }
}
