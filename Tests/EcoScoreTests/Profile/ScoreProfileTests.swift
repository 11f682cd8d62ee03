import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct ScoreProfileTests {
    @Test("the bundled curves and cut-offs are the reference's", .reference)
    func figures() throws {
        struct Reference: Decodable {
            struct Axis: Decodable {
                let p10, median: Double
                let upper_bounds: [String: Double]
            }
            let axes: [String: Axis]
        }
        let file = try #require(Repository.shared).appending(path: "factors/thresholds.json")
        let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
        let profile = ScoreProfile.tested
        // The reference gives times in ms.
        for (name, curve, scale) in [
            ("data", profile.data, 1.0), ("time_mobile", profile.timeMobile, 1000),
            ("time_desktop", profile.timeDesktop, 1000), ("energy_ratio", profile.energy, 1),
        ] {
            let axis = try #require(reference.axes[name])
            #expect(curve.p10 * scale == axis.p10 && curve.median * scale == axis.median)
            for (letter, bound) in axis.upper_bounds {
                let grade = try #require(EcoscoreResult.Grade(rawValue: letter))
                // The bounds are rounded to 1 in 1000 at worst.
                #expect(profile.grades.grade(curve.points(bound / scale * 0.998)) == grade, "\(name) \(letter)")
                #expect(profile.grades.grade(curve.points(bound / scale * 1.002)) != grade, "\(name) \(letter)")
            }
        }
    }

    @Test(
        "a broken profile is named with its key",
        arguments: [
            ("\"timesMean\": 2", "\"timesMean\": 0", nil, "hotSpot.timesMean"),
            ("\"A\": 80", "\"A\": 60", nil, "grades.above.B"),
            ("\"critical\": 0.7", "\"crucial\": 0.7", nil, "weights.crucial"),
            ("\"unit\": \"ratio\"", "\"unit\": \"W\"", "energy", "unit"),
            ("\"p10\": 1000000", "\"p10\": 2000000", "data", "p10"),
            ("\"id\": \"time.mobile\"", "\"id\": \"time.phone\"", "time.phone", "id"),
            ("\"id\": \"time.mobile\"", "\"id\": \"time.mobile.media\"", "time.mobile", nil),
            ("\"id\": \"time.mobile\"", "\"id\": \"data\"", "data", "unit"),
            ("\"id\": \"time.mobile\"", "\"id\": \"time.desktop\"", "time.desktop", "id"),
            ("\"leads-2026.1\"", "\"leads-2025.1\"", nil, "leads.id"),
        ] as [(String, String, String?, String?)])
    func broken(_ before: String, _ after: String, _ entry: String?, _ key: String?) throws {
        let text = String(decoding: PackageResources.profile_2026_1_json, as: UTF8.self)
        try #require(text.contains(before))
        let error = #expect(throws: FactorError.self) {
            try ScoreProfile(
                Data(text.replacing(before, with: after).utf8), file: "mine.json", sha256: .repeating("a"),
                leads: .bundled())
        }
        #expect(
            error?.file == "mine.json" && error?.entry == entry && error?.key == key, "\(String(describing: error))")
    }

    @Test("a step type may have a curve of its own, the others keep that of the axis")
    func curveOfType() throws {
        let text = String(decoding: PackageResources.profile_2026_1_json, as: UTF8.self)
        let own = """
            {"id": "data.action", "unit": "bytes", "p10": 1000, "median": 5000, "source": "a test"}, {
                  "id": "data",
            """
        let json = text.replacing(try Regex("\\{\\s*\"id\": \"data\","), with: own, maxReplacements: 1)
        let profile = try ScoreProfile(Data(json.utf8), file: "mine.json", sha256: .repeating("a"))
        #expect(profile.curve(of: .data, .action, .smartphone).median == 5000)
        #expect(profile.curve(of: .data, .loading, .smartphone).median == ScoreProfile.tested.data.median)
        #expect(profile.curve(of: .time, .action, .laptop).p10 == ScoreProfile.tested.timeDesktop.p10)
        let score = try JourneyScore(
            of: [ScoringInput(measurement: .walk([.walked("a", .action, bytes: 5000)]), sha256: .repeating("1"))],
            factors: .tested, profile: profile, tool: .ecoproxy)
        // The median of a curve is worth 50 points.
        #expect(isClose(try #require(score.ecoscore.axes.data.value), 50, relative: 1e-9))
    }
}
