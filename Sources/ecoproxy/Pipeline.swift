import Catalogue
import Documents
import EcoScore
import Foundation
import JourneyRecorder
import Report
import TrafficMeter

/// From files to documents: the way that several subcommands share.
enum Pipeline {
    /// A journey file, checked.
    static func journey(_ path: String) throws -> (value: Journey, sha256: ContentHash) {
        let data = try RunBundle.read(path)
        return (try JourneyFile.parse(data, name: path), ContentHasher.hash(of: data))
    }

    /// What is known of a capture beside its packets.
    static func conditions(
        journey: String?, markers: String?, deviceAddresses: [IPAddress] = [], trust: Source.Trust = .unstated
    ) throws -> Replay.Conditions {
        let journey = try journey.map(Self.journey)
        let log = try markers.map { try MarkerLog.parse(try RunBundle.read($0), name: $0) }
        let timeline = try Timeline(log ?? MarkerLog(name: "markers"), journey: journey?.value)
        return Replay.Conditions(journey: journey, timeline: timeline, deviceAddresses: deviceAddresses, trust: trust)
    }

    /// Replays a bundle's capture against its journey and markers.
    static func replay(
        _ bundle: RunBundle, deviceAddresses: [IPAddress] = [], trust: Source.Trust = .unstated
    ) throws -> Replay {
        try Replay(
            capture: bundle.path(of: .capture),
            conditions: conditions(
                journey: bundle.has(.journey) ? bundle.path(of: .journey) : nil,
                markers: bundle.has(.markers) ? bundle.path(of: .markers) : nil, deviceAddresses: deviceAddresses,
                trust: trust),
            tool: .ecoproxy)
    }

    /// Scores measurements, each given with its bytes.
    static func score(_ measurements: [(value: JourneyMeasurement, bytes: Data)]) throws -> JourneyScore {
        let hash = { @Sendable (data: Data) in ContentHasher.hash(of: data) }
        return try JourneyScore(
            of: measurements.map { ScoringInput(measurement: $0.value, sha256: hash($0.bytes)) },
            factors: FactorSet.bundled(hashedBy: hash), profile: ScoreProfile.bundled(hashedBy: hash), tool: .ecoproxy)
    }

    /// Replays a bundle and writes everything that follows from it into it: Measurement, Score, report.
    ///
    /// - Returns: the documents; no score where the measurement has no steps.
    static func complete(_ bundle: RunBundle) throws -> (measurement: JourneyMeasurement, score: JourneyScore?) {
        let measurement = try replay(bundle).measurement
        let bytes = try CanonicalJSON.encode(measurement)
        try bundle.write(bytes, to: .measurement)
        guard !measurement.steps.isEmpty else { return (measurement, nil) }
        let score = try score([(measurement, bytes)])
        try bundle.write(try CanonicalJSON.encode(score), to: .score)
        try writeReport(
            Presentation(measurement: measurement, score: score, language: language), to: bundle.path(of: .report))
        return (measurement, score)
    }

    /// Writes the report's page.
    static func writeReport(_ presentation: Presentation, to path: String) throws {
        try RunBundle.write(Data(HTMLReport(presentation).page.utf8), to: path)
    }

    /// Prints the terminal's report.
    static func printReport(_ measurement: JourneyMeasurement, _ score: JourneyScore?) {
        let report = TerminalReport(
            Presentation(measurement: measurement, score: score, language: language),
            style: Console.outputTakesColour ? .colour : .plain, width: Console.width)
        Console.print(report.text, terminator: "")
    }

    /// Reads a document.
    static func document<Value: SchemaDocument>(_ type: Value.Type, _ path: String) throws -> (
        value: Value, bytes: Data
    ) {
        let data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try RunBundle.read(path)
        do {
            return (try Value(json: data), data)
        } catch {
            throw InputError(path == "-" ? "standard input" : path, error)
        }
    }

    /// A bundle's Measurement, or the document itself.
    static func measurement(_ path: String) throws -> (value: JourneyMeasurement, bytes: Data) {
        guard path != "-", RunBundle.isBundle(path) else { return try document(JourneyMeasurement.self, path) }
        let bundle = RunBundle(path: path)
        if bundle.has(.measurement) { return try document(JourneyMeasurement.self, bundle.path(of: .measurement)) }
        let measurement = try replay(bundle).measurement
        return (measurement, try CanonicalJSON.encode(measurement))
    }

    /// Says on standard error that a measurement can't be trusted, and why.
    ///
    /// - Returns: the exit code that this means.
    static func verdict(_ measurement: JourneyMeasurement) -> ExitStatus {
        guard measurement.quality.grade == .untrusted else { return .done }
        Console.error(
            say(
                "ecoproxy: this measurement can't be trusted (exit code 3):",
                "ecoproxy : cette mesure n'est pas digne de confiance (code de sortie 3) :"))
        for warning in measurement.quality.warnings { Console.error("  - \(warning.message)") }
        return .untrusted
    }
}
