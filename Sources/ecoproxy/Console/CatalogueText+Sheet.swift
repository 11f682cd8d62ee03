import Catalogue
import Documents
import Report

extension CatalogueText {
    /// An application: what it is, how its score went, and its runs.
    static func print(_ sheet: ApplicationSheet) {
        Console.print(heading(sheet.application))
        let runs = sheet.versions.flatMap { version in version.runs.map { (version.version, $0) } }
        guard !runs.isEmpty else {
            return Console.print(
                say(
                    "no run attached yet; attach one with: ecoproxy catalogue attach BUNDLE",
                    "aucune mesure rattachée ; rattachez avec : ecoproxy catalogue attach DOSSIER"))
        }
        for line in course(runs) { Console.print(line) }
        let table = TextTable(
            columns: [
                .init(say("version", "version")), .init(say("date", "date")), .init(say("run", "mesure")),
                .init(say("journey", "parcours")), .init(say("quality", "qualité")),
                .init(say("IP bytes", "octets IP"), .figure), .init(say("écoscore", "écoscore")),
            ],
            rows: runs.map { version, run in
                [
                    version, run.started.map(date) ?? "–", run.measurement.short, run.journey ?? "–",
                    run.quality.rawValue, "\(run.exchangedBytes)", score(run.score),
                ]
            })
        Console.print(table.text(width: Console.width), terminator: "")
    }

    private static func heading(_ application: Application) -> String {
        let details = [application.publisher, application.platform?.rawValue, application.category].compactMap { $0 }
        var lines = ["\(application.id) · \(application.title)"]
        if !details.isEmpty { lines[0] += " (\(details.joined(separator: ", ")))" }
        if let url = application.url { lines.append(url) }
        if !application.identifiers.isEmpty {
            lines.append(
                application.identifiers.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: ", "))
        }
        return lines.map(\.terminalText).joined(separator: "\n")
    }

    /// How the score went, journey by journey: scores of different journeys aren't alike.
    private static func course(_ runs: [(version: String, run: RunSummary)]) -> [String] {
        let journeys = Set(runs.map(\.run.journey)).sorted { ($0 ?? "") < ($1 ?? "") }
        return journeys.compactMap { journey in
            let scored = runs.filter { $0.run.journey == journey && $0.run.score.value != nil }
            guard let last = scored.first,
                let best = scored.max(by: { ($0.run.score.value ?? 0) < ($1.run.score.value ?? 0) })
            else { return nil }
            // Oldest to newest, as time goes.
            let line = sparkline(scored.prefix(40).reversed().compactMap(\.run.score.value))
            let name = (journey ?? say("no journey", "sans parcours")).terminalText
            return say(
                "\(name): \(line)  last \(score(last.run.score)) (\(last.version)), best \(score(best.run.score)) (\(best.version))",
                "\(name) : \(line)  dernier \(score(last.run.score)) (\(last.version)), meilleur \(score(best.run.score)) (\(best.version))"
            )
        }
    }

    /// A block a run, from 0 (U+2581) to 100 (U+2588).
    private static func sparkline(_ values: [Double]) -> String {
        String(
            String.UnicodeScalarView(
                values.map { Unicode.Scalar(0x2581 + UInt32(min(7, max(0, $0 / 100 * 7.99)))) ?? " " }))
    }

    static func date(_ time: Timestamp) -> String { String(time.description.prefix(10)) }
}
