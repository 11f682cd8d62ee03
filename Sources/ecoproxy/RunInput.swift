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
    static func group(_ names: [String], scoring: Scoring, catalogue: CatalogueOption?) throws -> RunGroup {
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

    private static func find(_ name: String, _ catalogue: CatalogueOption?) throws -> Found {
        if let catalogue, name.hasPrefix(cataloguePrefix) {
            return try attached(String(name.dropFirst(cataloguePrefix.count)), catalogue)
        }
        switch try RunDocument.read(name) {
        case .score(let score): return .scored(score.value)
        case .measurement(let measurement):
            let bundle = name != "-" && RunBundle.isBundle(name) ? RunBundle(path: name) : nil
            let stored = try bundle.flatMap { $0.has(.score) ? $0.path(of: .score) : nil }.map {
                try Pipeline.document(JourneyScore.self, $0).value
            }
            return .measured(measurement, stored: stored)
        }
    }

    /// A run of a catalogue: the newest one of a version, or of all where none is named.
    private static func attached(_ place: String, _ option: CatalogueOption) throws -> Found {
        let reference = RunReference(place)
        guard !reference.application.isEmpty else {
            throw InputError("\(cataloguePrefix)\(place): write \(cataloguePrefix)APPLICATION@VERSION")
        }
        let documents = try option.open().run(at: reference).documents
        do {
            return .measured(
                (try JourneyMeasurement(json: documents.measurement), documents.measurement),
                stored: try JourneyScore(json: documents.score))
        } catch {
            throw InputError("\(cataloguePrefix)\(place)", error)
        }
    }
}
