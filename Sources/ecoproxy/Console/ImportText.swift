import Catalogue
import Report

/// What an import did, in words.
enum ImportText {
    static func print(_ report: ImportReport) {
        let total = report.rows.count + report.refusals.count
        let counts = [
            (say("new", "nouvelles"), report.count(.new)), (say("changed", "modifiées"), report.count(.changed)),
            (say("unchanged", "inchangées"), report.count(.unchanged)),
            (say("repeated", "répétées"), report.count(.repeated)),
            (say("refused", "refusées"), report.refusals.count),
        ]
        let parts = counts.map { "\($0) \($1)" }.joined(separator: ", ")
        let trial = report.dryRun ? say(" (dry run: nothing was changed)", " (essai : rien n’a été changé)") : ""
        line(
            say("\(report.file): rows \(total): ", "\(report.file) : lignes \(total) : ") + parts + trial)
        if !report.dryRun, report.count(.new) + report.count(.changed) == 0 {
            line(say("nothing had to be changed", "rien n’était à changer"))
        }
        let unused = report.columns.filter { $0.field == nil }.map { "\"\($0.heading)\"" }
        if !unused.isEmpty {
            line(
                say(
                    "columns not used: \(unused.joined(separator: ", ")); --map COLUMN=FIELD says what one is",
                    "colonnes non utilisées : \(unused.joined(separator: ", ")) ; --map COLONNE=CHAMP dit ce qu’est une colonne"
                ))
        }
        let derived = report.rows.filter { $0.idDerived && $0.outcome != .repeated }
        if let example = derived.first {
            line(
                say(
                    "\(derived.count) without an identifier got one from name and platform, such as \(example.id)",
                    "\(derived.count) sans identifiant en ont reçu un de leur nom et plateforme, comme \(example.id)"))
        }
        for row in report.rows {
            guard let earlier = row.repeats else { continue }
            line(
                say(
                    "\(place(row.place)) repeats \(place(earlier)) (\(row.id))",
                    "\(place(row.place)) répète \(place(earlier)) (\(row.id))"))
        }
    }

    static func printRefusals(_ imported: ApplicationImport, _ file: String) {
        for refusal in imported.refusals {
            let column = refusal.column.map { say(", column \"\($0)\"", ", colonne « \($0) »") } ?? ""
            let place = file + say(": ", " : ") + place(refusal.place) + column
            Console.error((place + say(": ", " : ") + sentence(refusal.reason)).terminalText)
        }
    }

    /// Prints a line; what stands in a file may not steer a terminal.
    private static func line(_ text: String) { Console.print(text.terminalText) }

    private static func place(_ place: RowPlace) -> String {
        switch place {
        case .line(let number): say("line \(number)", "ligne \(number)")
        case .item(let number): say("item \(number)", "élément \(number)")
        }
    }

    private static func sentence(_ reason: ImportRefusal.Reason) -> String {
        let french =
            switch reason {
            case .noName: "le nom manque"
            case .noIdentifier:
                "ce nom n’a ni lettre latine ni chiffre dont faire un identifiant ; donnez-en un dans une colonne id"
            case .unknownPlatform(let text):
                "« \(text) » n’est pas une plateforme connue ; attendu : web, Android ou iOS"
            case .severalPlatforms(let text):
                "« \(text) » nomme plusieurs plateformes ; donnez une ligne pour chacune, car chacune se mesure à part"
            case .noScheme(let text):
                "« \(text) » ne dit pas de qui est cet identifiant ; écrivez par exemple play=\(text)"
            case .invalid(let text, _): "« \(text) » ne convient pas ici"
            case .otherRow(let other, let id):
                "\(place(other)) est déjà l’application \(id), et dit autre chose ; gardez l’une des deux, "
                    + "ou donnez-leur des identifiants différents"
            case .cellWithoutHeading(let text): "« \(text) » se trouve au-delà du dernier en-tête"
            case .misquoted:
                "du texte suit le guillemet fermant ; doublez un guillemet qui fait partie du texte"
            case .notText: "attendu : un texte"
            case .notObject: "attendu : un objet JSON"
            }
        return say(reason.description, french)
    }
}
