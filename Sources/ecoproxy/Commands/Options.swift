public import ArgumentParser
public import Documents
import Foundation
public import JourneyRecorder
public import Report
public import TrafficMeter

/// The language of what is printed. It is read before the arguments are parsed, since help is translated as well (see `Say.swift`).
struct LanguageOption: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp(
            say("Language: en or fr (default: the locale's).", "Langue : en ou fr (par défaut : celle du système)."),
            valueName: "en|fr"))
    var language: Language?
}

/// How far the capture point can be trusted, and which addresses are the device's.
struct SourceOptions: ParsableArguments {
    @Option(
        name: .customLong("device-address"),
        help: ArgumentHelp(
            say(
                "An address of the device (repeatable); told from the capture unless given.",
                "Une adresse de l’appareil (répétable) ; déduite de la capture sinon."), valueName: "address"))
    var deviceAddresses: [IPAddress] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Where the capture was made: interface, device, emulator or unstated (default: as the capture says).",
                "Où la capture a été faite : interface, device, emulator ou unstated (par défaut : selon la capture)."),
            valueName: "source"))
    var trust: Source.Trust?
}

/// A run with its score.
struct ScoredRun: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            say("A run bundle, or a Measurement document.", "Un dossier de mesure, ou un document de mesure."),
            valueName: "run"))
    var source: String

    @Option(
        help: ArgumentHelp(
            say(
                "A Score document; else the bundle's, else computed.",
                "Un document de score ; sinon celui du dossier, sinon calculé."),
            valueName: "score.json"))
    var score: String?

    /// The documents with their bytes; no score where none is given and there is no step to score.
    func documents() throws -> (
        measurement: (value: JourneyMeasurement, bytes: Data), score: (value: JourneyScore, bytes: Data)?
    ) {
        let measurement = try Pipeline.measurement(source)
        return (measurement, try Pipeline.score(of: measurement, from: source, given: score))
    }
}

extension EnergyFormat: ExpressibleByArgument {}
extension KeptHosts: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension TrafficGrouping: ExpressibleByArgument {}
extension Source.Trust: ExpressibleByArgument {}
extension PacketMeterView: ExpressibleByArgument {}
extension Hashing: ExpressibleByArgument {}

extension IPAddress: ExpressibleByArgument {
    /// Reads an address as a person writes it.
    public init?(argument: String) {
        self.init(argument)
    }
}
