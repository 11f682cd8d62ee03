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
        let pageTimings: Timings
    }

    private struct Timings: Decodable {
        let onLoad: Double?
    }

    /// The longest that a page is waited for, in milliseconds: a day.
    private static let longest = 86_400_000.0

    /// The intervals of pages whose load event is known.
    static func intervals(_ data: Data, file: String) throws(DisplayFileError) -> [DisplayInterval] {
        let pages: [Page]
        do {
            pages = try JSONDecoder().decode(File.self, from: data).log.pages ?? []
        } catch DecodingError.keyNotFound(let key, let context) {
            throw DisplayFileError(.missingKey(key.stringValue), file: file, place: context.codingPath.place)
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw DisplayFileError(
                .missingKey(context.codingPath.last?.stringValue ?? "log"), file: file, place: context.codingPath.place)
        } catch {
            throw DisplayFileError(.notJSON, file: file)
        }
        var intervals: [DisplayInterval] = []
        for (index, page) in pages.enumerated() {
            let place = "log.pages[\(index)]"
            guard let start = Timestamp(page.startedDateTime) else {
                throw DisplayFileError(.badTime(page.startedDateTime), file: file, place: place)
            }
            guard let load = page.pageTimings.onLoad, load >= 0 else { continue }
            guard load <= longest else { throw DisplayFileError(.badTime("\(load)"), file: file, place: place) }
            let (end, overflow) = start.nanoseconds.addingReportingOverflow(Int64((load * 1e6).rounded()))
            guard !overflow else { throw DisplayFileError(.badTime("\(load)"), file: file, place: place) }
            intervals.append(DisplayInterval(start: start, displayed: Timestamp(nanoseconds: end)))
        }
        return intervals
    }
}

extension [any CodingKey] {
    /// Where in a document they lead, such as `log.pages[0]`.
    fileprivate var place: String? {
        isEmpty
            ? nil
            : reduce(into: "") { place, key in
                if let index = key.intValue {
                    place += "[\(index)]"
                } else {
                    place += (place.isEmpty ? "" : ".") + key.stringValue
                }
            }
    }
}
