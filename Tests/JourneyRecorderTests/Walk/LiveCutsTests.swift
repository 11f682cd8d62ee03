import Documents
import Testing

@testable import JourneyRecorder

@Suite struct LiveCutsTests {
    @Test("a slice keeps its number when an earlier moment is marked later")
    func stable() {
        var cuts = LiveCuts()
        for time in [10, 30, 20, 30] { cuts.add(Timestamp(nanoseconds: Int64(time))) }
        let slices = [9, 10, 19, 20, 29, 30, 99].map { cuts.slice(at: Timestamp(nanoseconds: $0)) }
        #expect(slices == [-1, 0, 0, 2, 2, 1, 1])
        #expect(cuts.starts.map(\.nanoseconds) == [10, 30, 20])
    }
}
