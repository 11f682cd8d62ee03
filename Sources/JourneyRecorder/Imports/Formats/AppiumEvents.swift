import Documents
import FoundationEssentials

/// Events that a test logged in an Appium session, one at the beginning of each step.
///
/// The answer of `POST /session/:id/appium/events`: `{"vendor:event": [milliseconds since 1970], "commands": […]}`, alone
/// or as the `value` of the response (appium.io, "Appium Server: Event Timings" and the reference of `logEvent` and
/// `getLogEvents`). Vendor `ecoproxy` counts, or the only one there is. An event `end` or `fin` ends the walk.
enum AppiumEvents {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    private struct Events: Decodable {
        var moments: [(name: String, times: [Double])] = []

        init(from decoder: any Decoder) throws {
            var container = try decoder.container(keyedBy: Key.self)
            let value = Key(stringValue: "value")
            if container.contains(value) { container = try container.nestedContainer(keyedBy: Key.self, forKey: value) }
            // Sorted, so that of several faults the same one is named each time.
            for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
                guard key.stringValue.contains(":") else { continue }
                moments.append((key.stringValue, try container.decode([Double].self, forKey: key)))
            }
        }
    }

    /// The vendor that a test logs steps under.
    static let vendor = "ecoproxy"

    /// The walk that events tell.
    static func walk(_ data: Data, file: String) throws(MarkerImportError) -> ImportedWalk {
        let events: Events
        do throws(JSONDocument.Fault) {
            events = try JSONDocument.decode(Events.self, from: data)
        } catch {
            throw MarkerImportError(error, file: file)
        }
        let vendors = Set(events.moments.map { vendor(of: $0.name) }).sorted()
        guard vendors.contains(vendor) || vendors.count <= 1 else {
            throw MarkerImportError(.severalVendors(vendors), file: file)
        }
        let chosen = vendors.contains(vendor) ? vendor : vendors.first ?? ""
        var steps: [ImportedStep] = []
        for (name, times) in events.moments where vendor(of: name) == chosen {
            for milliseconds in times {
                guard let moment = Timestamp(milliseconds: milliseconds) else {
                    throw MarkerImportError(.badTime("\(milliseconds)"), file: file, place: name)
                }
                let text = String(name.dropFirst(chosen.count + 1))
                steps.append(ImportedStep(name: StepName(text: text, place: name), start: moment))
            }
        }
        return ImportedWalk(steps: steps.sorted { $0.start < $1.start })
    }

    private static func vendor(of name: String) -> String { String(name.prefix { $0 != ":" }) }
}
