public import Documents

/// A run as results of Allure 2: a result for each walk of the journey (allurereport.org, "Test result file").
///
/// A step's `stop` is when it was displayed, as Allure's own steps stop: it is there where that was measured alone.
public struct AllureResults {
    /// A result file.
    public struct File: Hashable, Sendable {
        /// Its name, `{uuid}-result.json`.
        public let name: String
        /// Its content.
        public let text: String
    }

    private struct Result: Encodable {
        let uuid, historyId, fullName, name, status: String
        let stage = "finished"
        let statusDetails: Details?
        let start, stop: Int64
        let labels, parameters: [Pair]
        let steps: [WalkedStep]
        let attachments: [Attachment]
    }

    private struct Details: Encodable { let message: String }
    private struct Pair: Encodable { let name, value: String }
    private struct Attachment: Encodable { let name, source, type: String }

    private struct WalkedStep: Encodable {
        let name: String
        let status = "passed"
        let stage = "finished"
        let start: Int64
        let stop: Int64?
        let parameters: [Pair]
        let steps: [WalkedStep] = []
        let attachments: [Attachment] = []
    }

    private let run: ExportedRun
    private let sha256: ContentHash
    private let language: Language

    /// Results of a run.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - sha256: the hash of its Measurement, from which results have their identifiers.
    ///   - language: of titles.
    public init(_ run: ExportedRun, sha256: ContentHash, language: Language) {
        (self.run, self.sha256, self.language) = (run, sha256, language)
    }

    /// The files.
    ///
    /// - Parameter attachments: names of files in the same folder, with what each is and its media type.
    /// - Returns: a file for each walk.
    /// - Throws: `EncodingError` never, as there are no fractions in it.
    public func files(attachments: [(name: String, file: String, type: String)]) throws -> [File] {
        let attached = attachments.map { Attachment(name: $0.name, source: $0.file, type: $0.type) }
        let iterations = Set(run.measurement.steps.map(\.iteration)).sorted()
        return try iterations.enumerated().map { index, iteration in
            let uuid = Self.uuid(sha256, index)
            let result = result(of: iteration, uuid: uuid, attached, isOnly: iterations.count == 1)
            return File(name: "\(uuid)-result.json", text: try PlainJSON.line(result) + "\n")
        }
    }

    private func result(of iteration: Int, uuid: String, _ attachments: [Attachment], isOnly: Bool) -> Result {
        let measurement = run.measurement
        let steps = measurement.steps.filter { $0.iteration == iteration }
        let isUntrusted = measurement.quality.grade == .untrusted
        let title = measurement.journey?.title[language.rawValue] ?? measurement.exportedName
        let name = [measurement.journey?.application, measurement.exportedName].compactMap(\.self)
        var parameters = [
            Pair(name: "device", value: measurement.device.class.rawValue),
            Pair(name: "network", value: measurement.network.rawValue),
        ]
        if let version = measurement.journey?.version { parameters.append(Pair(name: "version", value: version)) }
        if !isOnly { parameters.append(Pair(name: "iteration", value: String(iteration))) }
        return Result(
            uuid: uuid, historyId: name.joined(separator: "/"), fullName: name.joined(separator: "/"), name: title,
            status: isUntrusted ? "broken" : "passed",
            statusDetails: isUntrusted
                ? Details(message: measurement.quality.warnings.map(\.message).joined(separator: "\n")) : nil,
            start: steps.map(\.start).min()?.milliseconds ?? 0, stop: steps.map(\.end).max()?.milliseconds ?? 0,
            labels: [Pair(name: "tag", value: measurement.tool.name), Pair(name: "suite", value: title)],
            parameters: parameters, steps: steps.map(walked), attachments: attachments)
    }

    private func walked(_ step: Step) -> WalkedStep {
        let displayed =
            step.displayTime.basis == .measured
            ? step.displayTime.seconds.map { step.start.milliseconds &+ Int64(clamping: Int(nearest: $0 * 1000)) } : nil
        let figures = language.figures
        return WalkedStep(
            name: step.id, start: step.start.milliseconds, stop: displayed,
            parameters: [
                Pair(name: "title", value: step.title[language.rawValue]),
                Pair(name: "seconds", value: "\(step.seconds)"),
                Pair(name: "ipBytes", value: String(step.traffic.both.ipBytes)),
                Pair(name: "data", value: figures.bytes(step.traffic.both.ipBytes)),
                Pair(name: "connections", value: String(step.connections)),
            ])
    }

    /// A UUID of the form of version 8 (RFC 9562 § 5.8) from a hash: the same run has the same.
    private static func uuid(_ hash: ContentHash, _ index: Int) -> String {
        let number = String(index & 0xFFF, radix: 16)
        let digits = Array(hash.rawValue.filter(\.isHexDigit) + String(repeating: "0", count: 32))
        let part = { (range: Range<Int>) in String(digits[range]) }
        return [
            part(0..<8), part(8..<12), "8" + part(12..<15),
            "8" + String(repeating: "0", count: 3 - number.count) + number,
            part(16..<28),
        ].joined(separator: "-")
    }
}

extension Timestamp {
    /// Whole milliseconds since 1970, those begun alone.
    fileprivate var milliseconds: Int64 { nanoseconds / 1_000_000 }
}
