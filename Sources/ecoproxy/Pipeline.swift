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
    ///
    /// What a bundle keeps of its recording counts where nothing else is given.
    static func conditions(
        of bundle: RunBundle? = nil, captures: [String] = [], journey: String? = nil, markers: MarkerOptions? = nil,
        deviceAddresses: [IPAddress] = [], hosts: String? = nil,
        trust: Source.Trust? = nil, selection: SelectionOptions? = nil, measures: MeasureOptions? = nil,
        precision: Double? = nil
    ) throws -> Replay.Conditions {
        func kept(_ file: RunBundle.File) -> String? { bundle.flatMap { $0.has(file) ? $0.path(of: file) : nil } }
        let recorded = try kept(.conditions).map { try document(RunConditions.self, $0).value }
        let journey = try (journey ?? kept(.journey)).map(Self.journey)
        let (markers, markerCaveats) = try Self.markers(
            markers, kept: kept(.markers), journey: journey?.value,
            captures: bundle?.captures ?? captures)
        let timeline = try Timeline(markers, journey: journey?.value)
        let names = try hosts.map { try HostsFile(String(decoding: try RunBundle.read($0), as: UTF8.self), file: $0) }
        let only = selection.flatMap { $0.only.isEmpty ? nil : $0.only } ?? recorded?.only
        var conditions = Replay.Conditions(
            journey: journey, timeline: timeline,
            deviceAddresses: deviceAddresses.isEmpty ? recorded?.addresses ?? [] : deviceAddresses, hosts: names,
            only: try only.map { try PacketSelection($0, hosts: names) }, app: selection?.app ?? recorded?.app,
            baseline: selection?.baseline ?? [], markers: markers, energy: try measures?.series(),
            displays: try measures?.intervals() ?? [], cache: recorded?.cache, trust: trust ?? recorded?.trust,
            markerCaveats: markerCaveats, precision: precision ?? Summary.usualPrecision)
        conditions.caveats = recorded?.caveats ?? []
        conditions.names = try kept(.names).map { try document(FlowNames.self, $0).value }
        if deviceAddresses.isEmpty, let recorded {
            conditions.deviceLinks = recorded.links
            conditions.followsLink = recorded.followsLink ?? false
        }
        return conditions
    }

    /// The markers on the capture's clock, and what is to be said of them: here on standard error, and in the Measurement.
    ///
    /// - Parameters:
    ///   - options: which file, in which format, on which clock.
    ///   - kept: the bundle's own markers, which count where no file is given.
    ///   - journey: the journey that was walked.
    ///   - captures: the capture files, in which sync markers are looked up.
    /// - Returns: the markers; none where there is no file.
    /// - Throws: what `MarkerFile.markers` and `MarkerClock` do.
    private static func markers(
        _ options: MarkerOptions?, kept: String?, journey: Journey?, captures: [String]
    ) throws -> (log: MarkerLog, caveats: [Caveat]) {
        var caveats: [Caveat] = []
        var log = MarkerLog(name: "markers")
        if let path = options?.markers ?? kept {
            // A bundle's markers are our own, whatever became of them.
            let format = options?.markers == nil ? .markers : options?.markersFormat
            let found = try MarkerFile.markers(
                try RunBundle.read(path), name: path, format: format, journey: journey)
            if let caveat = found.caveat {
                caveats.append(caveat)
                Console.error("ecoproxy: \(MarkerText.approximate(caveat, path))")
            }
            log = found.log
        }
        let clock = try MarkerClock(log, offsetNanoseconds: try options?.offsetNanoseconds(), captures: captures)
        if let caveat = clock.caveat {
            caveats.append(caveat)
            Console.error("ecoproxy: \(MarkerText.clock(clock.outcome, caveat))")
        }
        return (clock.markers, caveats)
    }

    /// Replays a bundle's capture against its journey and markers.
    static func replay(
        _ bundle: RunBundle, deviceAddresses: [IPAddress] = [], trust: Source.Trust? = nil
    ) throws -> Replay {
        try Replay(
            captures: bundle.captures,
            conditions: conditions(of: bundle, deviceAddresses: deviceAddresses, trust: trust),
            hashing: .always, tool: .ecoproxy)
    }

    /// Scores measurements, each given with its bytes; with the standard factors and profile unless others are given.
    static func score(
        _ measurements: [(value: JourneyMeasurement, bytes: Data)], options: ScoringOptions? = nil
    ) throws -> JourneyScore {
        let hash = { @Sendable (data: Data) in ContentHasher.hash(of: data) }
        var score = try JourneyScore(
            of: measurements.map { ScoringInput(measurement: $0.value, sha256: hash($0.bytes)) },
            factors: FactorSets.set(options?.factors), profile: ScoreProfiles.profile(options?.profile),
            terms: options?.terms() ?? ScoringTerms(comparisons: .bundled()), tool: .ecoproxy)
        if measurements.count > 1, let summary = Summary(of: measurements.map(\.value)) {
            score.summary = summary
            score.warnings += summary.caveats
        }
        return score
    }

    /// Scores measurements, each given with its bytes, as they are and as they would be.
    static func whatIf(
        _ measurements: [(value: JourneyMeasurement, bytes: Data)], _ scenario: Scenario, options: ScoringOptions
    ) throws -> WhatIf {
        try WhatIf(
            of: measurements.map { ScoringInput(measurement: $0.value, sha256: ContentHasher.hash(of: $0.bytes)) },
            scenario: scenario, factors: FactorSets.set(options.factors),
            profile: ScoreProfiles.profile(options.profile), terms: options.terms(), tool: .ecoproxy)
    }

    /// Scores a measurement; `nil` where it has no step to score.
    static func scoreIfWalked(_ measurement: (value: JourneyMeasurement, bytes: Data)) throws -> JourneyScore? {
        do {
            return try score([measurement])
        } catch ScoringError.noSteps {
            return nil
        }
    }

    /// Replays a bundle, prints what follows from it, and only then writes that into it: a full disk costs no result.
    ///
    /// - Parameters:
    ///   - bundle: holds at least a capture.
    ///   - json: whether the Measurement is printed, rather than a report.
    /// - Returns: the documents; no score where the measurement has no steps.
    /// - Throws: what `replay(_:)` does, and `BundleError` if the documents can't be written.
    static func complete(
        _ bundle: RunBundle, json: Bool = false
    ) throws -> (measurement: JourneyMeasurement, score: JourneyScore?) {
        let measurement = try replay(bundle).measurement
        let bytes = try CanonicalJSON.encode(measurement)
        let score = try scoreIfWalked((measurement, bytes))
        if json { Console.print(bytes) } else { printReport(measurement, score) }
        try bundle.write(bytes, to: .measurement)
        let scoreBytes = try score.map { try CanonicalJSON.encode($0) }
        if let scoreBytes { try bundle.write(scoreBytes, to: .score) }
        let name = URL(filePath: bundle.path).standardizedFileURL.lastPathComponent
        let subject = ReportSubject(
            runs: [ReportedRun(name: name, measurement: measurement, score: score)], score: score,
            documents: [carried(.measurement, bytes)] + (scoreBytes.map { [carried(.score, $0)] } ?? []),
            check: try RunCheck.result(
                [bundle.path], budgets: [], baseline: [], scoring: RunInput.Scoring(factors: nil, profile: nil),
                catalogue: nil))
        try writeReport(Presentation(subject, language: language), to: bundle.path(of: .report))
        return (measurement, score)
    }

    private static func carried(_ file: RunBundle.File, _ bytes: Data) -> CarriedDocument {
        CarriedDocument(name: file.rawValue, sha256: hash(of: bytes), json: String(decoding: bytes, as: UTF8.self))
    }

    /// The hash that names a document by its bytes.
    static func hash(of bytes: Data) -> ContentHash { ContentHasher.hash(of: bytes) }

    /// Writes the report's page.
    static func writeReport(_ presentation: Presentation, to path: String) throws {
        try RunBundle.write(Data(HTMLReport(presentation).page.utf8), to: path)
    }

    /// Prints the terminal's report.
    static func printReport(
        _ measurement: JourneyMeasurement, _ score: JourneyScore?, extent: Presentation.Extent = .brief
    ) {
        print(Presentation(measurement: measurement, score: score, language: language, extent: extent))
    }

    /// Prints what is said, dressed for the terminal.
    static func print(_ presentation: Presentation) {
        let report = TerminalReport(
            presentation, style: Console.outputTakesColour ? .colour : .plain, width: Console.width)
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

    /// A measurement's score: the document given, else that of the bundle, else computed now.
    ///
    /// - Returns: the score and its bytes; `nil` where none is given and there is no step to score.
    static func score(
        of measurement: (value: JourneyMeasurement, bytes: Data), from source: String, given: String?
    ) throws -> (value: JourneyScore, bytes: Data)? {
        let bundle = RunBundle(path: source)
        guard let path = given ?? (RunBundle.isBundle(source) && bundle.has(.score) ? bundle.path(of: .score) : nil)
        else {
            return try scoreIfWalked(measurement).map { ($0, try CanonicalJSON.encode($0)) }
        }
        let found = try document(JourneyScore.self, path)
        guard found.value.measurements.contains(where: { $0.sha256 == ContentHasher.hash(of: measurement.bytes) })
        else {
            throw InputError(
                "\(path): this score is of another measurement than \(source); score it again with: ecoproxy score \(source)"
            )
        }
        return found
    }

    /// Says on standard error that a measurement can't be trusted.
    ///
    /// - Parameters:
    ///   - measurement: the result.
    ///   - isReported: whether a report with the warnings was printed; else they are repeated here.
    /// - Returns: the exit code that this means.
    static func verdict(_ measurement: JourneyMeasurement, isReported: Bool) -> ExitStatus {
        guard measurement.quality.grade == .untrusted else { return .done }
        Console.error(
            say(
                "ecoproxy: this measurement can't be trusted (exit code 3); its warnings say why",
                "ecoproxy : cette mesure n’est pas digne de confiance (code de sortie 3) ; ses avertissements disent pourquoi"
            ))
        guard !isReported else { return .untrusted }
        for warning in measurement.quality.warnings { Console.error("  - \(warning.message)") }
        return .untrusted
    }
}
