import Documents
import Testing

@testable import Verdict

@Suite struct SignificanceTestSamplesTests {
    /// scipy.stats.ttest_ind(new, base, equal_var=False), SciPy 1.16.
    static let welchRows: [(base: [Double], new: [Double], t: Double, degrees: Double, p: Double)] = [
        ([1, 2, 3], [2, 4, 5, 9], 1.8973665961010275, 3.8571428571428577, 0.1332721674357905),
        (
            [10.1, 10.3, 9.9, 10.0, 10.2], [10.9, 11.4, 10.2, 11.0, 11.9], 3.3732991150254192, 4.501788490463491,
            0.023302373173334313
        ),
        (
            [900_000, 905_000, 898_000], [940_000, 1_300_000, 880_000], 1.0597315788995056, 2.0010077518740195,
            0.4002886608684746
        ),
    ]

    private func test(_ base: [Double], _ new: [Double]) throws -> SignificanceTest? {
        SignificanceTest(base: try #require(Sample(base)), new: try #require(Sample(new)))
    }

    @Test("statistic, degrees of freedom and p of several runs a side are SciPy's", arguments: welchRows)
    func welch(_ row: (base: [Double], new: [Double], t: Double, degrees: Double, p: Double)) throws {
        let test = try #require(try test(row.base, row.new))
        #expect(test.name == .welch)
        #expect(abs(try #require(test.t) - row.t) < 1e-9)
        #expect(abs(try #require(test.degreesOfFreedom) - row.degrees) < 1e-9)
        #expect(abs(test.p - row.p) < 1e-10)
        let swapped = try #require(try self.test(row.new, row.base))
        #expect(swapped.t == test.t.map { -$0 } && swapped.p == test.p)
    }

    @Test("one run against several is judged by how the several vary, as SciPy's pooled test does")
    func single() throws {
        // scipy.stats.ttest_ind([7.5], [5, 5.5, 6, 5.2], equal_var=True)
        let test = try #require(try test([5, 5.5, 6, 5.2], [7.5]))
        #expect(test.name == .singleRun)
        #expect(abs(try #require(test.t) - 4.267178291645105) < 1e-9)
        #expect(test.degreesOfFreedom == 3)
        #expect(abs(test.p - 0.02361670385882833) < 1e-10)
    }

    @Test("one run on each side can't be tested")
    func untestable() throws {
        #expect(try test([5], [7]) == nil)
    }

    @Test("where no run differs from the others of its side, any difference is beyond the noise")
    func constant() throws {
        #expect(try test([5, 5], [6, 6])?.p == 0)
        #expect(try test([5, 5], [6])?.p == 0)
        #expect(try test([5, 5], [5, 5])?.p == 1)
    }

    @Test("p-values are adjusted as statsmodels' multipletests(method='holm') does")
    func holm() {
        let adjusted = SignificanceTest.adjusted([0.01, 0.04, 0.03, 0.005, 0.5])
        for (one, other) in zip(adjusted, [0.04, 0.09, 0.09, 0.025, 0.5]) { #expect(abs(one - other) < 1e-12) }
        #expect(SignificanceTest.adjusted([]) == [])
    }
}
