import Catalogue
import Documents
import Report

/// The catalogue as tables.
enum CatalogueText {
    static func print(_ list: ApplicationList, isFiltered: Bool) {
        guard !list.applications.isEmpty else {
            return Console.error(
                isFiltered
                    ? say("no application is like that", "aucune application ne correspond")
                    : say(
                        "the catalogue is empty; add one with: ecoproxy catalogue add ID --title TITLE",
                        "le catalogue est vide ; ajoutez avec : ecoproxy catalogue add ID --title TITRE"))
        }
        let table = TextTable(
            columns: [
                .init(say("application", "application")), .init(say("title", "titre")),
                .init(say("publisher", "éditeur")), .init(say("category", "catégorie")),
                .init(say("runs", "mesures"), .figure), .init(say("latest version", "dernière version")),
                .init(say("écoscore", "écoscore")),
            ],
            rows: list.applications.map { entry in
                [
                    entry.application.id, entry.application.title, entry.application.publisher ?? "–",
                    entry.application.category ?? "–", "\(entry.runs)", entry.latest?.version ?? "–",
                    entry.latest.map { score($0.run.score) } ?? "–",
                ]
            })
        Console.print(table.text(width: Console.width), terminator: "")
    }

    static func sentence(_ attachment: Attachment, _ application: String) -> String {
        switch attachment.outcome {
        case .attached:
            say(
                "attached: run \(attachment.run.short) to \(application)",
                "rattachée : mesure \(attachment.run.short) à \(application)")
        case .rescored:
            say(
                "new score for run \(attachment.run.short) of \(application)",
                "nouveau score pour la mesure \(attachment.run.short) de \(application)")
        case .alreadyAttached:
            say(
                "already attached: run \(attachment.run.short) to \(application)",
                "déjà rattachée : mesure \(attachment.run.short) à \(application)")
        }
    }

    static func score(_ score: ScoreSummary) -> String {
        guard let value = score.value else { return "–" }
        let rounded = Int(value.rounded(.toNearestOrAwayFromZero))
        let grade = score.grade?.rawValue ?? score.gradeRange.map { "\($0.best.rawValue)–\($0.worst.rawValue)" } ?? ""
        return "\(rounded) \(grade)" + (score.partial ? say(" (partial)", " (partiel)") : "")
    }
}
