/// A kind of file that tells when the steps of a walk began, or at least what they are called.
public enum MarkerFormat: String, Sendable, CaseIterable {
    /// ecoproxy's own `markers.jsonl`.
    case markers
    /// Pages of a HAR file.
    case har
    /// `test.trace` out of a Playwright trace.
    case playwrightTrace = "playwright-trace"
    /// Playwright's JSON report, which tells durations only.
    case playwrightReport = "playwright-report"
    /// Maestro's `commands-(FLOW).json`.
    case maestro
    /// Events of an Appium session.
    case appium
    /// An Allure result.
    case allure
    /// Notes of the Green Metrics Tool.
    case gmt
    /// A journey of GreenIT-Analysis, which has names and no times.
    case greenit
    /// A table of steps and times.
    case csv

    /// What it is, in a few words.
    public var summary: String {
        switch self {
        case .markers: "JSON lines with time, kind and source"
        case .har: "JSON with log.pages"
        case .playwrightTrace: "JSON lines of which one is of type context-options"
        case .playwrightReport: "JSON with suites"
        case .maestro: "a JSON list of command and metadata"
        case .appium: "JSON with events such as \"ecoproxy:Sign in\": [1772442012000]"
        case .allure: "JSON with uuid, start, stop and steps"
        case .gmt: "lines of 16 digits (microseconds since 1970) and a note"
        case .greenit: "a YAML list of pages with url and actions"
        case .csv: "a table with a header that names step and start"
        }
    }
}

extension MarkerFormat {
    /// The format that a file's content looks like; `nil` if like none.
    ///
    /// The marks of all formats stand at the beginning: 64 KiB of text, or the keys of the first object of JSON.
    static func recognised(_ bytes: some Collection<UInt8>) -> MarkerFormat? {
        let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
        guard let first = text.first(where: { !$0.isWhitespace }) else { return nil }
        if first == "{" || first == "[" {
            // Of a trace, the first line may be about something else.
            return text.contains("\"context-options\"") ? .playwrightTrace : json(isList: first == "[", bytes)
        }
        guard let line = text.split(whereSeparator: \.isNewline).first(where: EnergyTable.isRow) else { return nil }
        if GMTNotes.isNote(line) { return .gmt }
        // A cut at 64 KiB may fall into the header of no sensible table.
        if let header = EnergyTable.Header(line), CSVTimings.isHeader(header) { return .csv }
        let isList = line.hasPrefix("- ") || line == "-" || line == "---"
        return isList && text.contains("url:") ? .greenit : nil
    }

    private static func json(isList: Bool, _ bytes: some Collection<UInt8>) -> MarkerFormat? {
        let keys = JSONOutline.keys(ofFirstObjectIn: bytes)
        if isList {
            if keys.contains("command") { return .maestro }
            return keys.isSuperset(of: ["name", "url"]) ? .greenit : nil
        }
        if keys.isSuperset(of: ["time", "kind"]) { return .markers }
        if keys.contains("log") { return .har }
        if keys.contains("suites") { return .playwrightReport }
        if keys.contains("steps"), keys.contains("uuid") || keys.isSuperset(of: ["name", "start"]) { return .allure }
        let isEvents = keys.contains { $0.contains(":") || ["commands", "newSessionRequested", "value"].contains($0) }
        return isEvents ? .appium : nil
    }
}
