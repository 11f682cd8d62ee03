import ArgumentParser

struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: say("Keep applications and the runs attached to them.", "Tient les applications et leurs mesures."),
        discussion: say(
            "Example:  ecoproxy catalogue add fr.exemple.sante --title Santé\n          ecoproxy catalogue attach run",
            "Exemple :  ecoproxy catalogue add fr.exemple.sante --title Santé\n           ecoproxy catalogue attach run"
        ),
        subcommands: [
            Add.self, Edit.self, List.self, Show.self, Attach.self, Detach.self, History.self, Rank.self, Rescore.self,
            Backup.self, Check.self, Import.self, Export.self,
        ])
}
