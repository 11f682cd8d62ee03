import Documents
import FoundationEssentials

/// The pages of a HAR file: from `startedDateTime` to `pageTimings.onLoad` milliseconds later.
///
/// HAR 1.2, `pages` and `pageTimings` (`-1` or absent: not known). `onLoad` is the moment of the load event: not
/// before the page is shown, and for a page that goes on by script possibly before it is complete.
enum PageTimings {
    private struct File: Decodable {
        let log: Log
    }

    private struct Log: Decodable {
        let pages: [Page]?
    }

    private struct Page: Decodable {
        let startedDateTime: String
        let id: String?
        let title: String?
        let pageTimings: Timings
    }

    private struct Timings: Decodable {
        let onLoad: Double?
    }

    /// The longest that a page is waited for, in milliseconds: a day.
    private static let longest = 86_400_000.0

    /// The intervals of pages whose load event is known.
    static func intervals(_ data: Data, file: String) throws(DisplayFileError) -> [DisplayInterval] {
        try steps(data, file: file).compactMap { step in
            step.displayed.map { DisplayInterval(start: step.start, displayed: $0) }
        }
    }

    /// The pages as steps of a walk, each named by its title, else by its identifier.
    static func walk(_ data: Data, file: String) throws(MarkerImportError) -> ImportedWalk {
        do throws(DisplayFileError) {
            return ImportedWalk(steps: try steps(data, file: file))
        } catch {
            throw MarkerImportError(error)
        }
    }

    private static func steps(_ data: Data, file: String) throws(DisplayFileError) -> [ImportedStep] {
        let pages: [Page]
        do throws(JSONDocument.Fault) {
            pages = try JSONDocument.decode(File.self, from: data).log.pages ?? []
        } catch {
            throw DisplayFileError(error.key.map { .missingKey($0) } ?? .notJSON, file: file, place: error.place)
        }
        var steps: [ImportedStep] = []
        for (index, page) in pages.enumerated() {
            let place = "log.pages[\(index)]"
            do throws(DisplayFileError.Problem) {
                steps.append(try step(page, place))
            } catch {
                throw DisplayFileError(error, file: file, place: place)
            }
        }
        return steps
    }

    private static func step(_ page: Page, _ place: String) throws(DisplayFileError.Problem) -> ImportedStep {
        guard let start = Timestamp(page.startedDateTime) else { throw .badTime(page.startedDateTime) }
        let title = page.title.flatMap { $0.isEmpty ? nil : $0 }
        var step = ImportedStep(name: StepName(text: title ?? page.id ?? "", place: place), start: start)
        guard let load = page.pageTimings.onLoad, load >= 0 else { return step }
        guard load <= longest, let moment = start.adding(nanoseconds: Int64((load * 1e6).rounded())) else {
            throw .badTime("\(load)")
        }
        step.displayed = moment
        return step
    }
}
