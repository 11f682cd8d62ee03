import Documents
import Testing

@testable import Verdict

@Suite struct StudentDistributionTests {
    /// 2·scipy.stats.t.sf(t, ν), SciPy 1.16.
    static let rows: [(t: Double, degrees: Double, p: Double)] = [
        (2.0, 3.5, 0.12613852257591343), (0.1, 0.7, 0.9413093831519195), (12, 1.2, 0.033858485641627266),
        (1.96, 1e6, 0.04999606758526985), (5, 400.5, 8.59065023418135e-07), (40, 2.5, 0.0001419563429049338), (0, 3, 1),
    ]

    @Test("two-sided probabilities are SciPy's", arguments: rows)
    func scipy(_ row: (t: Double, degrees: Double, p: Double)) {
        #expect(abs(StudentDistribution.twoSidedP(t: row.t, degrees: row.degrees) - row.p) < 1e-9 * row.p)
        #expect(
            StudentDistribution.twoSidedP(t: -row.t, degrees: row.degrees)
                == StudentDistribution.twoSidedP(t: row.t, degrees: row.degrees))
    }

    @Test("with whole degrees of freedom the finite series says the same", arguments: [1, 2, 3, 7, 30, 999])
    func series(_ degrees: Int) {
        for t in [0.01, 0.5, 1, 2.5, 8] {
            let p = StudentDistribution.twoSidedP(t: t, degrees: Double(degrees))
            #expect(abs(1 - StudentQuantile.share(within: t, degrees: degrees) - p) < 1e-11)
        }
    }

    @Test("what doesn't vary at all leaves no chance")
    func infinite() {
        #expect(StudentDistribution.twoSidedP(t: .infinity, degrees: 3) == 0)
    }
}
