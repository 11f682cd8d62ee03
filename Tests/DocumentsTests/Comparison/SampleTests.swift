import Testing

@testable import Documents

@Suite struct SampleTests {
    @Test("mean, standard deviation and median are those of Python's statistics")
    func figures() throws {
        // statistics.mean, stdev, median of [2, 4, 4, 4, 5, 5, 7, 9]: 5, 2.138089935299395, 4.5
        let sample = try #require(Sample([9, 2, 4, 5, 4, 7, 4, 5]))
        #expect(sample.runs == 8 && sample.mean == 5 && sample.median == 4.5)
        #expect(abs(try #require(sample.standardDeviation) - 2.138089935299395) < 1e-12)
        #expect(sample.minimum == 2 && sample.maximum == 9)
    }

    @Test("one run has no standard deviation, none no sample, and what isn't finite no sample either")
    func few() {
        #expect(Sample([3])?.standardDeviation == nil)
        #expect(Sample([]) == nil && Sample([1, .infinity]) == nil && Sample([.nan]) == nil)
    }

    @Test("of equal values the mean is that value, and nothing varies", arguments: [0.1, 1e300, 3, 0])
    func equal(_ value: Double) throws {
        let sample = try #require(Sample([value, value, value]))
        #expect(sample.mean == value && sample.standardDeviation == 0 && sample.isConstant)
    }

    @Test("the largest figures neither overflow nor lose their order")
    func large() throws {
        let most = Double.greatestFiniteMagnitude
        let sample = try #require(Sample([most, -most, most]))
        #expect(sample.mean.isFinite && sample.median == most)
        #expect(try #require(sample.standardDeviation).isFinite)
    }
}
