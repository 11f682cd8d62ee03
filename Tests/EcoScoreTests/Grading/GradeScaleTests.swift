import Documents
import Testing

@testable import EcoScore

struct GradeScaleTests {
    @Test(
        "a grade needs more than its cut-off",
        arguments: [
            (100, .A), (80.000_000_000_1, .A), (80, .B), (70.1, .B), (70, .C), (55.1, .C), (55, .D), (40.1, .D),
            (40, .E), (25.1, .E), (25, .F), (10.1, .F), (10, .G), (0, .G),
        ] as [(Double, EcoscoreResult.Grade)])
    func borders(_ score: Double, _ grade: EcoscoreResult.Grade) {
        #expect(ScoreProfile.tested.grades.grade(score) == grade)
    }
}
