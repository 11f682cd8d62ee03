import Documents
import FoundationEssentials

/// The labelled commands of a Maestro flow, each of which begins a step.
///
/// `commands-(FLOW).json` of Maestro's debug output: `[{command{(NAME){label}},metadata{status,timestamp}}]`, milliseconds
/// since 1970 (mobile-dev-inc/maestro, maestro-cli TestDebugReporter.kt, maestro-orchestra-models MaestroCommand.kt). A
/// launch of the app begins a step without a label as well. Commands that weren't run have no time and are left out. The
/// last step is open unless a command is labelled `end` or `fin`: a command is done when the tap is, not what it causes.
enum MaestroCommands {
    private struct Entry: Decodable {
        let command: [String: Body?]
        let metadata: Metadata?
    }

    /// What a command holds; of a command that is no object, nothing is wanted.
    private struct Body: Decodable {
        let label: String?

        private enum Key: String, CodingKey { case label }

        init(from decoder: any Decoder) throws {
            guard let container = try? decoder.container(keyedBy: Key.self) else {  // no object: no label
                label = nil
                return
            }
            label = try container.decodeIfPresent(String.self, forKey: .label)
        }
    }

    private struct Metadata: Decodable {
        let status: String?
        let timestamp: Double?
    }

    /// The command that launches the app.
    static let launch = "launchAppCommand"

    /// The walk that commands tell.
    static func walk(_ data: Data, file: String) throws(MarkerImportError) -> ImportedWalk {
        let entries: [Entry]
        do throws(JSONDocument.Fault) {
            entries = try JSONDocument.decode([Entry].self, from: data)
        } catch {
            throw MarkerImportError(error, file: file)
        }
        var steps: [ImportedStep] = []
        for (index, entry) in entries.enumerated() {
            let place = "[\(index)]"
            guard let name = name(entry, place), entry.metadata?.status != "SKIPPED",
                let milliseconds = entry.metadata?.timestamp
            else { continue }
            guard let moment = Timestamp(milliseconds: milliseconds) else {
                throw MarkerImportError(.badTime("\(milliseconds)"), file: file, place: place)
            }
            steps.append(ImportedStep(name: name, start: moment))
        }
        return ImportedWalk(steps: steps)
    }

    private static func name(_ entry: Entry, _ place: String) -> StepName? {
        // A command is one key; others are null. Sorted, so that nothing depends on the order of a dictionary.
        let commands = entry.command.compactMapValues(\.self).sorted { $0.key < $1.key }
        if let label = commands.compactMap({ $0.value.label }).first { return StepName(text: label, place: place) }
        return commands.contains { $0.key == launch } ? StepName(text: launch, isLaunch: true, place: place) : nil
    }
}
