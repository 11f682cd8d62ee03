import Glibc

/// A falling curve from 100 to 0 points: 90 at `p10`, 50 at `median`.
///
/// The complementary log-normal distribution of Lighthouse (GoogleChrome/lighthouse@f8eac394, shared/statistics.js),
/// with the C library's error function in place of an approximation that is off by up to 1.5e-7.
struct LogNormalCurve: Hashable {
    let p10: Double
    let median: Double

    /// The points of a figure, 0 to 100.
    func points(_ value: Double) -> Double {
        guard value > 0 else { return 100 }
        // 0.906… is the inverse complementary error function of 1/5: it puts 90 points at p10.
        let x = log(value / median) * 0.9061938024368232 / -log(p10 / median)
        let score = (1 - erf(x)) / 2
        // Rounding must not carry a figure over a control point.
        let clamped =
            if value <= p10 {
                max(0.9, min(1, score))
            } else if value <= median {
                max(0.5, min(0.9.nextDown, score))
            } else {
                max(0, min(0.5.nextDown, score))
            }
        return 100 * clamped
    }
}
