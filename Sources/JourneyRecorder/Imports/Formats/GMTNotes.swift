import Documents
import FoundationEssentials

/// Notes of the Green Metrics Tool, one at the beginning of each step.
///
/// A line is 16 digits, microseconds since 1970, a blank and the note (green-coding-solutions/green-metrics-tool
/// lib/notes.py). A note `end` or `fin` ends the walk.
enum GMTNotes {
    private static let digits = 16

    /// Whether a line is a note.
    static func isNote(_ line: Substring) -> Bool { note(line) != nil }

    private static func note(_ line: Substring) -> (microseconds: Int64, text: String)? {
        let number = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits)
        guard number.count == digits, rest.first == " ", rest.count > 1, let microseconds = Int64(number) else {
            return nil
        }
        return (microseconds, String(rest.dropFirst()))
    }

    /// The walk that notes tell.
    static func walk(_ data: Data, file: String) throws(MarkerImportError) -> ImportedWalk {
        var steps: [ImportedStep] = []
        for line in try TextLines.lines(data, file: file) {
            let place = "line \(line.number)"
            guard let note = note(line.text) else { throw MarkerImportError(.notANote, file: file, place: place) }
            // The beginning of 16 digits reaches to the year 2286: what nanoseconds can't hold is no time.
            let (nanoseconds, overflow) = note.microseconds.multipliedReportingOverflow(by: 1000)
            guard !overflow else {
                throw MarkerImportError(.badTime("\(note.microseconds)"), file: file, place: place)
            }
            steps.append(
                ImportedStep(
                    name: StepName(text: note.text, place: place), start: Timestamp(nanoseconds: nanoseconds)))
        }
        return ImportedWalk(steps: steps)
    }
}
