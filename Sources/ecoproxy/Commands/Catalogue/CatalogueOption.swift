import ArgumentParser
import Catalogue
import Foundation
import JourneyRecorder
import TrafficMeter

/// Which catalogue.
struct CatalogueOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "The catalogue's file, or a team's database, postgresql://USER@HOST/DATABASE (default: $\(Self.variable), else \(Self.standardPath)).",
                "Le fichier du catalogue, ou la base d’une équipe, postgresql://UTILISATEUR@HÔTE/BASE (par défaut : $\(Self.variable), sinon \(Self.standardPath))."
            ),
            valueName: "file|address"))
    var catalogue: String?

    @OptionGroup var lang: LanguageOption

    /// The environment variable that names a catalogue, so that a password needn't stand among the arguments, which all users see.
    static let variable = "ECOPROXY_CATALOGUE"

    /// The user's data folder (XDG Base Directory Specification).
    static var standardPath: String {
        let environment = ProcessInfo.processInfo.environment
        let data =
            environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? "\(environment["HOME"] ?? ".")/.local/share"
        return "\(data)/ecoproxy/catalogue.sqlite"
    }

    private var given: String? {
        catalogue ?? ProcessInfo.processInfo.environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 }
    }

    func open() throws -> CatalogueStore { try open(creating: false) }

    func openOrCreate() throws -> CatalogueStore {
        if given == nil {
            try RunBundle.createFolder(URL(filePath: Self.standardPath).deletingLastPathComponent().path)
        }
        return try open(creating: true)
    }

    private func open(creating: Bool) throws -> CatalogueStore {
        try CatalogueStore.open(
            CatalogueLocation(given ?? Self.standardPath), creating: creating, user: Self.user,
            hash: ContentHasher.hash(of:))
    }

    /// Who the audit names: the user and the machine, as they call themselves.
    static var user: String {
        let environment = ProcessInfo.processInfo.environment
        // Behind sudo it is the person who called it.
        let person = [environment["SUDO_USER"], NSUserName()].compactMap { $0 }.first { !$0.isEmpty }
        return "\(person ?? "unknown")@\(ProcessInfo.processInfo.hostName)"
    }
}
