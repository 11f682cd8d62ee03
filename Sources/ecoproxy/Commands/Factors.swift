import ArgumentParser
import Documents
import EcoScore
import Foundation
import Report

struct FactorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "factors",
        abstract: say(
            "Show the figures behind a score, with their sources.",
            "Montre les chiffres derrière un score, avec leurs sources."),
        discussion: say(
            """
            Example:  ecoproxy factors
                      ecoproxy factors show net.mobile.ghg

            A set is one of \(FactorSet.bundledIdentifiers.joined(separator: ", ")), or a file that replaces some of its factors:
            begin with `ecoproxy factors show net.mobile.ghg --json`, and use it with `ecoproxy score run --factors FILE`.
            """,
            """
            Exemple :  ecoproxy factors
                       ecoproxy factors show net.mobile.ghg

            Un jeu est l’un de \(FactorSet.bundledIdentifiers.joined(separator: ", ")), ou un fichier qui en remplace des facteurs :
            partez de `ecoproxy factors show net.mobile.ghg --json`, et utilisez-le avec `ecoproxy score run --factors FICHIER`.
            """),
        subcommands: [List.self, Show.self, Diff.self, Check.self, Doc.self], defaultSubcommand: List.self)
}

extension FactorsCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("List the factors of a set.", "Liste les facteurs d’un jeu."),
            discussion: say(
                "Example:  ecoproxy factors list --factors world-2026.1",
                "Exemple :  ecoproxy factors list --factors world-2026.1"))

        @Flag(help: ArgumentHelp(say("Print the set as a factor file.", "Affiche le jeu comme fichier de facteurs.")))
        var json = false
        @OptionGroup var scoring: ScoringOptions
        @OptionGroup var lang: LanguageOption

        func run() throws {
            let set = try scoring.set()
            if json { Console.print(try CanonicalJSON.encode(set.document)) } else { FactorText.print(set) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("Show all that is known of a factor.", "Montre tout ce qui est su d’un facteur."),
            discussion: say(
                "Example:  ecoproxy factors show net.mobile.ghg", "Exemple :  ecoproxy factors show net.mobile.ghg"))

        @Argument(help: ArgumentHelp(say("The factor's identifier.", "L’identifiant du facteur."), valueName: "id"))
        var id: String
        @Flag(
            help: ArgumentHelp(
                say(
                    "Print it as a factor file to begin with.",
                    "L’affiche comme fichier de facteurs, pour commencer le vôtre.")))
        var json = false
        @OptionGroup var scoring: ScoringOptions
        @OptionGroup var lang: LanguageOption

        func run() throws {
            let set = try scoring.set()
            guard let factor = set[id], let document = set.document(of: id) else {
                let known = set.factors.map(\.id).joined(separator: ", ")
                throw ValidationError(
                    say(
                        "\(set.reference.id) has no factor \"\(id)\"; it has \(known)",
                        "\(set.reference.id) n’a pas de facteur « \(id) » ; il a \(known)"))
            }
            if json { Console.print(try CanonicalJSON.encode(document)) } else { FactorText.print(factor, of: set) }
        }
    }

    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("Compare two sets factor by factor.", "Compare deux jeux, facteur par facteur."),
            discussion: say(
                "Example:  ecoproxy factors diff fr-2026.1 world-2026.1",
                "Exemple :  ecoproxy factors diff fr-2026.1 world-2026.1"))

        @Argument(help: ArgumentHelp(say("A set, by identifier or file.", "Un jeu : identifiant ou fichier.")))
        var before: String
        @Argument(help: ArgumentHelp(say("The set to compare with it.", "Le jeu à lui comparer.")))
        var after: String
        @OptionGroup var lang: LanguageOption

        func run() throws {
            FactorText.print(try FactorSets.set(before).changes(to: FactorSets.set(after)))
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "Say everything that is wrong with a factor file.",
                "Dit tout ce qui ne va pas dans un fichier de facteurs."),
            discussion: say(
                "Example:  ecoproxy factors check my-factors.yaml",
                "Exemple :  ecoproxy factors check mes-facteurs.yaml"))

        @Argument(help: ArgumentHelp(say("A factor file: YAML or JSON.", "Un fichier de facteurs : YAML ou JSON.")))
        var file: String
        @OptionGroup var lang: LanguageOption

        func run() throws {
            let faults = try FactorSets.faults(in: file)
            guard faults.isEmpty else {
                for fault in faults { Console.error(fault) }
                ExitStatus.badInput.exit()
            }
            let set = try FactorSets.set(file)
            let replaced = set.reference.replaced
            Console.print(
                replaced.isEmpty
                    ? say("\(file): a complete set of factors", "\(file) : jeu de facteurs complet")
                    : say(
                        "\(file): replaces \(replaced.joined(separator: ", ")) of \(set.base ?? "")",
                        "\(file) : remplace \(replaced.joined(separator: ", ")) de \(set.base ?? "")"))
        }
    }

    /// What `make docs` writes into `docs/method.md` and `docs/methode.md`.
    struct Doc: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "Print the tables of the method's documentation.",
                "Affiche les tableaux de la documentation de la méthode."),
            discussion: say("Example:  ecoproxy factors doc --lang en", "Exemple :  ecoproxy factors doc --lang fr"),
            shouldDisplay: false)

        @OptionGroup var lang: LanguageOption

        func run() throws {
            let sets = try FactorSet.bundledIdentifiers.map { try FactorSets.set($0) }
            Console.print(
                try MethodTables(sets: sets, comparisons: .bundled()).markdown(language: language.rawValue),
                terminator: "")
        }
    }
}
