import Documents
import FoundationEssentials

/// The steps of an Allure result, `{uuid}-result.json`.
///
/// `start`, `stop` and `steps[].{name,start,stop}`, milliseconds since 1970 (allurereport.org, "Test result file").
/// Steps within steps are parts of the outer one. A step stops when what it waits for is there, so that is when it was
/// displayed; the test's own stop ends the walk.
enum AllureResult {
    private struct Result: Decodable {
        let stop: Double?
        let steps: [Step]?
    }

    private struct Step: Decodable {
        let name: String
        let start: Double
        let stop: Double?
    }

    /// The walk that a result tells.
    static func walk(_ data: Data, file: String) throws(MarkerImportError) -> ImportedWalk {
        let result: Result
        do throws(JSONDocument.Fault) {
            result = try JSONDocument.decode(Result.self, from: data)
        } catch {
            throw MarkerImportError(error, file: file)
        }
        var steps: [ImportedStep] = []
        for (index, step) in (result.steps ?? []).enumerated() {
            let place = "steps[\(index)]"
            steps.append(
                ImportedStep(
                    name: StepName(text: step.name, place: place), start: try moment(step.start, file, place),
                    displayed: try step.stop.map { stop throws(MarkerImportError) in try moment(stop, file, place) }))
        }
        let end = try result.stop.map { stop throws(MarkerImportError) in try moment(stop, file, "stop") }
        return ImportedWalk(steps: steps, end: end)
    }

    private static func moment(
        _ milliseconds: Double, _ file: String, _ place: String
    ) throws(MarkerImportError) -> Timestamp {
        guard let moment = Timestamp(milliseconds: milliseconds) else {
            throw MarkerImportError(.badTime("\(milliseconds)"), file: file, place: place)
        }
        return moment
    }
}
