import Glibc

/// Student's t distribution, for the confidence interval of a mean.
package enum StudentQuantile {
    /// Beyond so many degrees of freedom the quantile of these is taken: at 95 % it is 0.12 % more
    /// than that of infinitely many, on the safe side.
    private static let most = 1000

    /// Where a share of the distribution's middle ends: P(|T| ≤ t) = `confidence`.
    ///
    /// Found by halving an interval, since `share(within:degrees:)` grows with t; exact to the last digits of a `Double`.
    ///
    /// - Parameters:
    ///   - confidence: above 0, below 1.
    ///   - degrees: the degrees of freedom, at least 1.
    /// - Returns: t, above 0.
    package static func twoSided(confidence: Double, degrees: Int) -> Double {
        let degrees = min(max(degrees, 1), most)
        var (low, high) = (0.0, 1.0)
        while share(within: high, degrees: degrees) < confidence, high < 1e15 { high *= 2 }
        for _ in 0..<200 {
            let middle = (low + high) / 2
            guard low < middle, middle < high else { break }
            if share(within: middle, degrees: degrees) < confidence { low = middle } else { high = middle }
        }
        return high
    }

    /// P(|T| ≤ t): the finite series in the angle arctan(t/√ν) (Abramowitz & Stegun, Handbook of Mathematical Functions,
    /// formulas 26.7.3 for odd and 26.7.4 for even degrees of freedom).
    package static func share(within t: Double, degrees: Int) -> Double {
        let nu = Double(degrees)
        let squaredCosine = nu / (nu + t * t)
        let (sine, cosine) = (t / (nu + t * t).squareRoot(), squaredCosine.squareRoot())
        let isOdd = degrees % 2 == 1
        // Terms cos θ, (2/3) cos³ θ, … of the odd series; 1, (1/2) cos² θ, … of the even one.
        var (sum, term) = (0.0, isOdd ? cosine : 1)
        var power = isOdd ? 1 : 0
        while power <= degrees - 2 {
            sum += term
            power += 2
            term *= Double(power - 1) / Double(power) * squaredCosine
        }
        return isOdd ? 2 / Double.pi * (atan(t / nu.squareRoot()) + sine * sum) : sine * sum
    }
}
