import ArgumentParser
import Catalogue
import Documents
import EcoScore
import TrafficMeter

extension CatalogueCommand {
    struct Rescore: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "Score all attached measurements again, under other factors.",
                "Note à nouveau toutes les mesures rattachées, avec d’autres facteurs."),
            discussion: say(
                "Old scores are kept. What is interrupted goes on where it was when called again.\nExample:  ecoproxy catalogue rescore --factors fr-2026.2",
                "Les anciennes notes sont gardées. Interrompue, la commande reprend où elle en était.\nExemple :  ecoproxy catalogue rescore --factors fr-2026.2"
            ))

        @Argument(
            help: ArgumentHelp(
                say("Of this application only.", "De cette application seulement."), valueName: "id"))
        var id: String?
        @OptionGroup var scoring: ScoringOptions
        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let (factors, profile) = (try scoring.set(), try ScoreProfiles.profile(scoring.profile))
            let terms = try scoring.terms()
            let result = try store.open().rescore(id, at: SystemClock.now()) { bytes, hash in
                let measurement = try JourneyMeasurement(json: bytes)
                return try CanonicalJSON.encode(
                    JourneyScore(
                        of: [ScoringInput(measurement: measurement, sha256: hash)], factors: factors, profile: profile,
                        terms: terms, tool: .ecoproxy))
            }
            if json { Console.print(try CanonicalJSON.encode(result)) }
            for failure in result.failures {
                Console.error(
                    say(
                        "run \(failure.run.short): not scored: \(failure.reason)",
                        "mesure \(failure.run.short) : pas notée : \(failure.reason)"))
            }
            Console.error(
                say(
                    "\(factors.reference.id) \(factors.reference.version): \(result.rescored) rescored, \(result.unchanged) had this score, \(result.failures.count) not scored",
                    "\(factors.reference.id) \(factors.reference.version) : \(result.rescored) notées à nouveau, \(result.unchanged) avaient cette note, \(result.failures.count) pas notées"
                ))
            if !result.failures.isEmpty { ExitStatus.badInput.exit() }
        }
    }
}
