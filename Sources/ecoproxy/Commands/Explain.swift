import ArgumentParser
import Documents
import EcoScore
import Foundation
import JourneyRecorder
import Report

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: say(
            "Explain an indicator, a factor, a lead, a warning or a word: formula, source and range.",
            "Explique un indicateur, un facteur, une piste, un avertissement ou un mot : formule, source, fourchette."),
        discussion: say(
            """
            Example:  ecoproxy explain ghg
                      ecoproxy explain ghg run      (with the run's own numbers)
                      ecoproxy explain net.mobile.ghg

            Without a name it lists all there is.
            """,
            """
            Exemple :  ecoproxy explain eau
                       ecoproxy explain eau mesure      (avec les chiffres de cette mesure)
                       ecoproxy explain net.mobile.ghg

            Sans nom, la liste de tout ce qui est expliqué.
            """))

    @Argument(
        help: ArgumentHelp(
            say(
                "What to explain: its identifier, or what reports call it.",
                "Quoi expliquer : son identifiant, ou le nom que lui donnent les rapports."), valueName: "name"))
    var name: String?

    @Argument(
        help: ArgumentHelp(
            say(
                "A run bundle, a Measurement or a Score whose numbers are put in.",
                "Un dossier de mesure, une mesure ou un score dont les chiffres sont repris."), valueName: "run"))
    var source: String?

    @Flag(help: ArgumentHelp(say("Print JSON, in both languages.", "Affiche du JSON, dans les deux langues.")))
    var json = false

    @OptionGroup var scoring: ScoringOptions
    @OptionGroup var lang: LanguageOption

    func run() throws {
        let explained = try ExplainedRun(source, options: scoring)
        let explainer = Explainer(
            factors: explained.factors, profile: explained.profile, device: explained.device,
            network: explained.network)
        let subjects = explainer.subjects + Explanation.wordSubjects
        let text = ExplanationText(language: language, width: Console.width)
        guard let name else {
            guard json else { return Console.print(text.listing(subjects), terminator: "") }
            return Console.print(
                try CanonicalJSON.encode(
                    subjects.map { Explanation(kind: $0.kind, id: $0.id, title: Explanation.title($0.kind, $0.id)) }))
        }
        let found = Self.matches(name, subjects)
        guard !found.isEmpty else { throw Self.unknown(name, subjects) }
        let explanations = found.map { kind, id in
            (explainer.explanation(kind, id, run: explained.run) ?? Explanation(kind: kind, id: id)).worded()
        }
        if json {
            for explanation in explanations.prefix(1) { Console.print(try CanonicalJSON.encode(explanation)) }
        } else {
            for (index, explanation) in explanations.enumerated() {
                if index > 0 { Console.print("") }
                if explanation.kind == .factor, let factor = explained.factors[explanation.id] {
                    FactorText.print(factor, of: explained.factors)
                } else {
                    Console.print(text.text(explanation), terminator: "")
                }
            }
        }
    }

    /// What a name means: what has this identifier, else what is called so.
    private static func matches(
        _ name: String, _ subjects: [(kind: Explanation.Kind, id: String)]
    ) -> [(kind: Explanation.Kind, id: String)] {
        let exact = subjects.filter { $0.id == name }
        guard exact.isEmpty else { return exact }
        let plain = plain(name)
        return subjects.filter { subject in
            Explanation.names(subject.kind, subject.id).contains { Self.plain($0) == plain }
        }
    }

    /// A name without case, accents, spaces and punctuation, as nobody types them the same.
    private static func plain(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter {
            $0.isLetter || $0.isNumber
        }
    }

    private static func unknown(
        _ name: String, _ subjects: [(kind: Explanation.Kind, id: String)]
    ) -> ValidationError {
        let wanted = plain(name)
        var near: [String] = []
        for known in subjects.flatMap({ Explanation.names($0.kind, $0.id) }) where wanted.count > 2 {
            let plain = plain(known)
            let isNear = plain.contains(wanted) || Spelling.nearest(to: wanted, among: [plain]) != nil
            if isNear, !near.contains(known) { near.append(known) }
        }
        let list = near.prefix(5).joined(separator: ", ")
        return ValidationError(
            list.isEmpty
                ? say(
                    "nothing is called \"\(name)\"; `ecoproxy explain` lists all there is",
                    "rien ne s’appelle « \(name) » ; `ecoproxy explain` liste tout ce qu’il y a")
                : say(
                    "nothing is called \"\(name)\"; near it: \(list)",
                    "rien ne s’appelle « \(name) » ; proche : \(list)"))
    }
}

/// What an explanation rests on: the factors and profile asked for, or those of the run's own score.
private struct ExplainedRun {
    let factors: FactorSet
    let profile: ScoreProfile
    let device: DeviceClass
    let network: NetworkKind
    let run: Explainer.Run?

    init(_ path: String?, options: ScoringOptions) throws {
        guard let path else {
            (factors, profile) = (try options.set(), try ScoreProfiles.profile(options.profile))
            (device, network, run) = (.smartphone, .wifi, nil)
            return
        }
        let measurement: (value: JourneyMeasurement, bytes: Data)
        switch try RunDocument.read(path) {
        case .measurement(let found): measurement = found
        case .score((let score, _)):
            factors = try Self.factors(of: score, options)
            profile = try ScoreProfiles.profile(options.profile)
            let ids = score.indicators.ghg.factors
            device =
                DeviceClass.allCases.first { device in ids.contains { $0.hasPrefix("dev.\(device.rawValue)") } }
                ?? .smartphone
            network = ids.contains("net.mobile.ghg") ? .mobile : .fixed
            run = Explainer.Run(measurements: [], score: score)
            return
        }
        let isGiven = options.factors != nil || options.profile != nil
        let found =
            isGiven
            ? try Pipeline.score([measurement], options: options)
            : try Pipeline.score(of: measurement, from: path, given: nil)?.value
        guard let score = found else {
            throw InputError("\(path): no step was walked, so that there is no score to explain")
        }
        factors = try Self.factors(of: score, options)
        profile = try ScoreProfiles.profile(options.profile)
        guard profile.reference == score.profile else {
            throw InputError("\(path): it was scored by another profile (\(score.profile.id)); give it: --profile FILE")
        }
        (device, network) = (measurement.value.device.class, measurement.value.network)
        run = Explainer.Run(measurements: [measurement.value], score: score)
    }

    /// The set that a score names: its figures and no others add up to it.
    private static func factors(of score: JourneyScore, _ options: ScoringOptions) throws -> FactorSet {
        let named = options.factors ?? score.factorSet.id
        guard options.factors != nil || FactorSet.bundledIdentifiers.contains(named) else {
            throw InputError("it was scored with other factors (\(named)); give them: --factors FILE")
        }
        let set = try FactorSets.set(named)
        guard set.reference.sha256 == score.factorSet.sha256 else {
            throw InputError(
                "it was scored with \(score.factorSet.id) \(score.factorSet.version), which isn't \(named); score it again, or give "
                    + "the factors: --factors FILE")
        }
        return set
    }
}
