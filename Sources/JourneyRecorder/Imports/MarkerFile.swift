public import Documents
public import FoundationEssentials

/// Reads markers from what a person or another tool wrote.
public enum MarkerFile {
    /// Largest file that is read, in bytes; a HAR file carries the bodies of all responses.
    public static let maximumBytes = DisplayFile.maximumBytes

    /// Markers, and how exact they are.
    public struct Markers: Sendable {
        /// The markers.
        public var log: MarkerLog
        /// The format they were read from.
        public var format: MarkerFormat
        /// Whether the starts are sums of durations, and not stamped.
        public var isApproximate: Bool

        /// What a reader of the result must know; `nil` where the starts were stamped.
        public var caveat: Caveat? {
            guard isApproximate else { return nil }
            return Caveat(
                .stepsApproximate,
                "\(log.name) tells durations and no starts: steps are taken to follow one another without a break; give "
                    + "the trace for exact ones")
        }
    }

    /// The markers of a file's bytes.
    ///
    /// - Parameters:
    ///   - data: the file's bytes, 256 MiB at most.
    ///   - name: the file's name, for messages.
    ///   - format: its format; told by the content unless given.
    ///   - journey: the journey that was walked: names are then its steps' identifiers or titles.
    /// - Returns: the markers; none for an empty file of ecoproxy's own.
    /// - Throws: `MarkerImportError`, `MarkerError` or `JourneyFileError` at the first broken rule, with its place.
    public static func markers(
        _ data: Data, name: String, format: MarkerFormat? = nil, journey: Journey? = nil
    ) throws -> Markers {
        guard let found = try format ?? recognised(data, name: name), found != .markers else {
            return Markers(log: try MarkerLog.parse(data, name: name), format: .markers, isApproximate: false)
        }
        guard case .walk(let walk) = try content(data, name: name, format: found) else {
            throw MarkerImportError(.namesOnly(found), file: name)
        }
        let log = try walk.markers(StepNaming(journey), source: found.rawValue, file: name)
        return Markers(log: log, format: found, isApproximate: walk.isApproximate)
    }

    /// The format of a file's content; `nil` for a file that can only be ecoproxy's own.
    ///
    /// Markers that no longer look like any are ecoproxy's if the name says so: their reader names the line.
    static func recognised(_ data: Data, name: String) throws(MarkerImportError) -> MarkerFormat? {
        guard !data.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw MarkerImportError(.archive, file: name) }
        if name.hasSuffix(".jsonl") || isBlank(data) { return MarkerFormat.recognised(withoutMark(data)) }
        guard let format = MarkerFormat.recognised(withoutMark(data)) else {
            throw MarkerImportError(.unknownFormat, file: name)
        }
        return format
    }

    /// What a file of another tool tells.
    static func content(_ data: Data, name: String, format: MarkerFormat) throws -> ImportedContent {
        guard data.count <= maximumBytes else {
            throw MarkerImportError(.tooLarge(bytes: data.count, limit: maximumBytes), file: name)
        }
        let data = withoutMark(data)
        let content: ImportedContent =
            switch format {
            case .markers: .names(try names(of: MarkerLog.parse(data, name: name)))
            case .har: .walk(try PageTimings.walk(data, file: name))
            case .playwrightTrace: .walk(try PlaywrightTrace.walk(data, file: name))
            case .playwrightReport: .walk(try PlaywrightReport.walk(data, file: name))
            case .maestro: .walk(try MaestroCommands.walk(data, file: name))
            case .appium: .walk(try AppiumEvents.walk(data, file: name))
            case .allure: .walk(try AllureResult.walk(data, file: name))
            case .gmt: .walk(try GMTNotes.walk(data, file: name))
            case .greenit: .names(try GreenITJourney.names(data, file: name))
            case .csv: .walk(try CSVTimings.walk(data, file: name))
            }
        try check(content, format, file: name)
        return content
    }

    /// What holds for the steps of every format: there are some, not too many, and each has a name.
    private static func check(
        _ content: ImportedContent, _ format: MarkerFormat, file: String
    ) throws(MarkerImportError) {
        let names =
            switch content {
            case .walk(let walk): walk.steps.map(\.name)
            case .names(let names): names
            }
        guard !names.isEmpty else { throw MarkerImportError(.noSteps(format), file: file) }
        guard names.count <= ImportedWalk.maximumSteps else {
            throw MarkerImportError(.tooMany(limit: ImportedWalk.maximumSteps), file: file)
        }
        for name in names where !name.text.isShowable {
            throw MarkerImportError(.badName, file: file, place: name.place)
        }
    }

    private static func names(of log: MarkerLog) -> [StepName] {
        log.entries.compactMap { entry in
            guard entry.marker.kind == .step, let step = entry.marker.step else { return nil }
            return StepName(text: step, place: "line \(entry.line)")
        }
    }

    private static func isBlank(_ data: Data) -> Bool {
        withoutMark(data).allSatisfy { " \t\r\n".utf8.contains($0) }
    }

    /// The bytes without a byte order mark.
    private static func withoutMark(_ data: Data) -> Data {
        data.starts(with: [0xEF, 0xBB, 0xBF]) ? Data(data.dropFirst(3)) : data
    }
}
