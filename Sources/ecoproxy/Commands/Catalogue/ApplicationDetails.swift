public import ArgumentParser
public import Documents

/// What is said of an application beside its title.
struct ApplicationDetails: ParsableArguments {
    @Option(help: ArgumentHelp(say("Who publishes it.", "Son éditeur."), valueName: "text"))
    var publisher: String?
    @Option(help: ArgumentHelp(say("web, android or ios.", "web, android ou ios."), valueName: "platform"))
    var platform: Application.Platform?
    @Option(
        help: ArgumentHelp(
            say(
                "What it is for; applications are ranked within it.", "Son usage ; le classement se fait par catégorie."
            ),
            valueName: "text"))
    var category: String?
    @Option(
        name: .customLong("identifier"),
        help: ArgumentHelp(
            say(
                "What others know it by, such as play=fr.exemple.sante (repeatable).",
                "Son nom ailleurs, par exemple play=fr.exemple.sante (répétable)."), valueName: "scheme=value"))
    var identifiers: [OtherIdentifier] = []
    @Option(help: ArgumentHelp(say("Where people find it.", "Où la trouver."), valueName: "address"))
    var url: String?

    /// An empty text takes away what is there.
    func apply(to application: inout Application) {
        if let publisher { application.publisher = publisher.isEmpty ? nil : publisher }
        if let platform { application.platform = platform }
        if let category { application.category = category.isEmpty ? nil : category }
        if let url { application.url = url.isEmpty ? nil : url }
        for identifier in identifiers {
            application.identifiers[identifier.scheme] = identifier.value.isEmpty ? nil : identifier.value
        }
    }
}

/// `scheme=value`.
struct OtherIdentifier: ExpressibleByArgument {
    let scheme: String
    let value: String

    init?(argument: String) {
        guard let mark = argument.firstIndex(of: "=") else { return nil }
        scheme = String(argument[..<mark])
        value = String(argument[argument.index(after: mark)...])
    }
}

extension Application.Platform: ExpressibleByArgument {}
