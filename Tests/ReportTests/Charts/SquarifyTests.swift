import Testing

@testable import Report

@Suite("squarified treemaps") struct SquarifyTests {
    private let bounds = ChartRect(x: 0, y: 0, width: 6, height: 4)

    /// The paper's own example (Bruls, Huizing, van Wijk 2000, figure 4): areas 6, 6, 4, 3, 2, 2, 1 in 6 × 4.
    @Test("the paper's example gives the paper's rectangles")
    func example() {
        let places = Squarify.layout([6, 6, 4, 3, 2, 2, 1], in: bounds)
        // Two of 3 × 2 on the left; above the rest 4 and 3 share a row that is 7/3 high; then 2, 2 and 1 what is 5/3 high.
        let expected: [(Double, Double, Double, Double)] = [
            (0, 0, 3, 2), (0, 2, 3, 2), (3, 0, 12 / 7.0, 7 / 3.0), (3 + 12 / 7.0, 0, 9 / 7.0, 7 / 3.0),
            (3, 7 / 3.0, 6 / 5.0, 5 / 3.0), (3 + 6 / 5.0, 7 / 3.0, 6 / 5.0, 5 / 3.0),
            (3 + 12 / 5.0, 7 / 3.0, 3 / 5.0, 5 / 3.0),
        ]
        for (place, corner) in zip(places, expected) {
            let found = [place.x, place.y, place.width, place.height]
            for (figure, wanted) in zip(found, [corner.0, corner.1, corner.2, corner.3]) {
                #expect(abs(figure - wanted) < 1e-9, "\(found)")
            }
        }
    }

    @Test(
        "areas are in proportion, lie inside and fill the whole",
        arguments: [[1.0], [3, 1], Array(repeating: 1, count: 40), (1...60).map { 1e9 / Double($0 * $0) }, [5, 0, 0]]
            as [[Double]])
    func proportion(_ values: [Double]) {
        let places = Squarify.layout(values, in: bounds)
        let total = values.reduce(0, +)
        for (value, place) in zip(values, places) {
            #expect(abs(place.area - value / total * 24) < 1e-6)
            #expect(place.x >= -1e-9 && place.y >= -1e-9)
            #expect(place.x + place.width <= 6 + 1e-6 && place.y + place.height <= 4 + 1e-6)
        }
        for (index, place) in places.enumerated() {
            for other in places.dropFirst(index + 1) {
                let width = min(place.x + place.width, other.x + other.width) - max(place.x, other.x)
                let height = min(place.y + place.height, other.y + other.height) - max(place.y, other.y)
                #expect(width < 1e-6 || height < 1e-6 || width * height < 1e-6)
            }
        }
    }

    @Test("nothing gives nothing", arguments: [[], [0.0], [0, 0], [.infinity, 1]] as [[Double]])
    func nothing(_ values: [Double]) {
        #expect(Squarify.layout(values, in: bounds).allSatisfy { $0.area == 0 })
    }
}
