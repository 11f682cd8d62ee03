import Catalogue
import Documents
import EcoScore
import Foundation
import JourneyRecorder
import TrafficMeter
import Verdict

/// Runs as a person names them: a bundle, a Measurement, a Score, or `catalogue:APP@VERSION`.
enum RunInput {
    /// What a name stands for.
    private enum Found {
        case measured((value: JourneyMeasurement, bytes: Data), stored: JourneyScore?)
        case scored(JourneyScore)
    }

    /// What scores are computed with.
    struct Scoring {
        let factors: FactorSet
        let profile: ScoreProfile

        init(factors: String?, profile: String?) throws {
            self.factors = try FactorSets.set(factors)
            self.profile = try ScoreProfiles.profile(profile)
        }
    }

    /// The runs of some names, each walk scored by itself with the same factors and profile.
    ///
    /// - Throws: `ScoringError` if measurements don't belong together, and what reading them throws.
    static func group(_ names: [String], scoring: Scoring, catalogue: CatalogueOption) throws -> RunGroup {
        let found = try names.map { try find($0, catalogue) }
        var walks: [Walk] = []
        var measured: [(value: JourneyMeasurement, bytes: Data)] = []
        var rescored: [String] = []
        for run in found {
            switch run {
            case .scored(let score): walks.append(Walk(score))
            case .measured(let measurement, let stored):
                measured.append(measurement)
                walks += try self.walks(measurement, scoring)
                if let stored, let other = otherwise(stored, scoring) { rescored.append(other) }
            }
        }
        try checkTogether(measured, scoring)
        return RunGroup(names: names, walks: walks, measurements: measured.map(\.value), rescored: rescored)
    }

    private static func walks(
        _ measurement: (value: JourneyMeasurement, bytes: Data), _ scoring: Scoring
    ) throws -> [Walk] {
        let hash = ContentHasher.hash(of: measurement.bytes)
        return try measurement.value.byWalk.map { walk in
            Walk(walk, score: try score([ScoringInput(measurement: walk, sha256: hash)], scoring))
        }
    }

    /// Sees to it that measurements are walks of one journey of one version: those that `score` takes together.
    private static func checkTogether(
        _ measured: [(value: JourneyMeasurement, bytes: Data)], _ scoring: Scoring
    ) throws {
        guard measured.count > 1 else { return }
        _ = try score(
            measured.map { ScoringInput(measurement: $0.value, sha256: ContentHasher.hash(of: $0.bytes)) }, scoring)
    }

    /// The score of walks; `nil` where they have no step to score.
    private static func score(_ inputs: [ScoringInput], _ scoring: Scoring) throws -> JourneyScore? {
        do throws(ScoringError) {
            return try JourneyScore(
                of: inputs, factors: scoring.factors, profile: scoring.profile, tool: .ecoproxy)
        } catch .noSteps {
            return nil
        }
    }

    /// What a stored score was computed with, if with something else.
    private static func otherwise(_ score: JourneyScore, _ scoring: Scoring) -> String? {
        let isSame =
            score.factorSet.sha256 == scoring.factors.reference.sha256
            && score.profile.sha256 == scoring.profile.reference.sha256
        return isSame
            ? nil : "\(score.factorSet.id) \(score.factorSet.version), \(score.profile.id) \(score.profile.version)"
    }
}

extension RunInput {
    private static let cataloguePrefix = "catalogue:"

    private static func find(_ name: String, _ catalogue: CatalogueOption) throws -> Found {
        if name.hasPrefix(cataloguePrefix) {
            return try attached(String(name.dropFirst(cataloguePrefix.count)), catalogue)
        }
        if name != "-", RunBundle.isBundle(name) {
            let bundle = RunBundle(path: name)
            let stored =
                bundle.has(.score) ? try Pipeline.document(JourneyScore.self, bundle.path(of: .score)).value : nil
            return .measured(try Pipeline.measurement(name), stored: stored)
        }
        let data = name == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try RunBundle.read(name)
        return try document(data, name == "-" ? "standard input" : name)
    }

    /// A document by what it says that it is.
    private static func document(_ data: Data, _ name: String) throws -> Found {
        do {
            let schema = try CanonicalJSON.decode(SchemaName.self, from: data).schema
            if schema == JourneyScore.schemaIdentifier { return .scored(try JourneyScore(json: data)) }
            return .measured((try JourneyMeasurement(json: data), data), stored: nil)
        } catch {
            throw InputError(name, error)
        }
    }

    private struct SchemaName: Decodable {
        let schema: String
    }

    /// The newest run of a version, or of the version measured last where none is named.
    private static func attached(_ place: String, _ option: CatalogueOption) throws -> Found {
        let parts = place.split(separator: "@", maxSplits: 1).map(String.init)
        guard let application = parts.first, !application.isEmpty else {
            throw InputError("\(cataloguePrefix)\(place): write \(cataloguePrefix)APPLICATION@VERSION")
        }
        let documents = try newestRun(of: application, version: parts.count > 1 ? parts[1] : nil, in: try option.open())
        do {
            return .measured(
                (try JourneyMeasurement(json: documents.measurement), documents.measurement),
                stored: try JourneyScore(json: documents.score))
        } catch {
            throw InputError("\(cataloguePrefix)\(place)", error)
        }
    }

    /// The documents of the newest run of an application's version: all that is asked of a catalogue here.
    private static func newestRun(
        of application: String, version: String?, in store: CatalogueStore
    ) throws -> RunDocuments {
        let versions = try store.application(application).versions.filter { !$0.runs.isEmpty }
        guard let found = version.map({ name in versions.first { $0.version == name } }) ?? versions.first,
            let run = found.runs.first
        else {
            let known = versions.map(\.version).joined(separator: ", ")
            throw UnavailableError(
                "\(application)\(version.map { "@\($0)" } ?? ""): no run of it is attached"
                    + (known.isEmpty
                        ? "; attach one with: ecoproxy catalogue attach" : "; there are versions \(known)"),
                status: .noInput)
        }
        return try store.run(run.measurement.rawValue).documents
    }
}
