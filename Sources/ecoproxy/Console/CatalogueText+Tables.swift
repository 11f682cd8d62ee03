import Catalogue
import Documents
import Report

extension CatalogueText {
    /// What was changed.
    static func print(_ trail: AuditTrail) {
        guard !trail.entries.isEmpty else { return Console.error(say("no change is recorded", "aucune modification")) }
        let table = TextTable(
            columns: [
                .init(say("when (UTC)", "quand (UTC)")), .init(say("who", "qui")), .init(say("what", "quoi")),
                .init(say("application", "application")), .init(say("details", "détails")),
            ],
            rows: trail.entries.map { entry in
                let place = [entry.version, entry.run.map(\.short)].compactMap { $0 }
                let details = entry.details.filter { $0.key != "score" }.sorted { $0.key < $1.key }
                    .map { "\($0)=\($0 == "value" ? rounded($1) : $1)" }
                return [
                    String(entry.time.description.prefix(19)).replacing("T", with: " "), entry.who, name(entry.action),
                    ([entry.application] + place).joined(separator: " "), details.joined(separator: " "),
                ]
            })
        Console.print(table.text(width: Console.width), terminator: "")
    }

    /// A score as people read it.
    private static func rounded(_ value: String) -> String {
        Double(value).map { "\(Int(min(100, max(0, $0)).rounded(.toNearestOrAwayFromZero)))" } ?? value
    }

    private static func name(_ action: AuditTrail.Action) -> String {
        switch action {
        case .add: say("add", "ajout")
        case .edit: say("edit", "modification")
        case .import: say("import", "import")
        case .attach: say("attach", "rattachement")
        case .rescore: say("rescore", "nouvelle note")
        case .detach: say("detach", "retrait")
        }
    }

    /// Applications by score.
    static func print(_ ranking: Ranking) {
        let table = TextTable(
            columns: [
                .init(say("rank", "rang"), .figure), .init(say("application", "application")),
                .init(say("title", "titre")), .init(say("version", "version")), .init(say("date", "date")),
                .init(say("quality", "qualité")), .init(say("écoscore", "écoscore")),
                .init(say("factors", "facteurs")),
            ],
            rows: ranking.places.map { place in
                [
                    place.rank.map(String.init) ?? "–", place.application.id, place.application.title, place.version,
                    date(place.run.started ?? place.run.attached), place.run.quality.rawValue,
                    score(place.run.score), "\(place.run.score.factorSet.id) \(place.run.score.factorSet.version)",
                ]
            })
        Console.print(table.text(width: Console.width), terminator: "")
        if ranking.basis.count > 1 {
            Console.error(
                say(
                    "these scores were made with different factors or profiles, and aren't comparable; make them alike with: ecoproxy catalogue rescore",
                    "ces notes viennent de facteurs ou de profils différents et ne se comparent pas ; pour les aligner : ecoproxy catalogue rescore"
                ))
        }
        if ranking.places.contains(where: \.run.score.partial) {
            Console.error(
                say(
                    "partial scores miss an axis: their order may change once it is measured",
                    "il manque un axe aux notes partielles : leur ordre peut changer une fois cet axe mesuré"))
        }
    }

    /// What can be ranked.
    static func print(_ journeys: [RankedJourney]) {
        let table = TextTable(
            columns: [
                .init(say("category", "catégorie")), .init(say("journey", "parcours")),
                .init(say("applications", "applications"), .figure),
            ], rows: journeys.map { [$0.category ?? "–", $0.journey, "\($0.applications)"] })
        Console.print(table.text(width: Console.width), terminator: "")
        Console.error(
            say(
                "choose one: ecoproxy catalogue rank --journey ID [--category TEXT]",
                "choisissez : ecoproxy catalogue rank --journey ID [--category TEXTE]"))
    }

    /// What a check found.
    static func print(_ check: CatalogueCheck) {
        for fault in check.faults { Console.print("\(fault.subject.rawValue): \(fault.message)".terminalText) }
        let looked = say(
            "\(check.applications) applications, \(check.runs) runs, \(check.scores) scores, \(check.documents) documents",
            "\(check.applications) applications, \(check.runs) mesures, \(check.scores) notes, \(check.documents) documents"
        )
        Console.print(
            check.faults.isEmpty
                ? say("sound: \(looked)", "sain : \(looked)")
                : say(
                    "\(check.faults.count) faults in \(looked); restore it from a backup",
                    "\(check.faults.count) défauts dans \(looked) ; restaurez une sauvegarde"))
    }
}
