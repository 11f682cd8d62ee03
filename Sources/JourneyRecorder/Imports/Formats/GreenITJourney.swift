import Documents
import FoundationEssentials

/// The pages and actions of a GreenIT-Analysis journey: names, without times.
///
/// A list of pages `{url,name,actions[{name,type}]}` (cnumr/GreenIT-Analysis-cli, README). Loading a page is a step, and so
/// is each action.
enum GreenITJourney {
    private struct Page: Decodable {
        let name: String?
        let url: String
        let actions: [Action]?
    }

    private struct Action: Decodable {
        let name: String
    }

    /// The names of its steps, in order.
    static func names(_ data: Data, file: String) throws -> [StepName] {
        let content = try YAMLContent(data, name: file)
        let pages: [Page]
        do throws(JSONDocument.Fault) {
            pages = try JSONDocument.decode([Page].self, from: content.json)
        } catch {
            throw MarkerImportError(error, file: file)
        }
        func place(_ path: String) -> String { content.lines[path].map { "line \($0)" } ?? path }
        return pages.enumerated().flatMap { index, page in
            [StepName(text: page.name ?? page.url, place: place("\(index)"))]
                + (page.actions ?? []).enumerated().map { position, action in
                    StepName(text: action.name, place: place("\(index).actions.\(position)"))
                }
        }
    }
}
