import Documents
import JourneyRecorder
import TrafficMeter

/// What standard error says of markers, in the language of this run; the English is that of the Measurement.
enum MarkerText {
    /// That the steps' starts weren't stamped.
    static func approximate(_ caveat: Caveat, _ file: String) -> String {
        say(
            caveat.message,
            "\(file) dit des durées et aucun début : les étapes sont supposées se suivre sans pause ; donnez la trace pour des débuts exacts"
        )
    }

    /// What became of the markers' clock.
    static func clock(_ outcome: MarkerClock.Outcome, _ caveat: Caveat) -> String {
        say(caveat.message, french(outcome) ?? caveat.message)
    }

    private static func french(_ outcome: MarkerClock.Outcome) -> String? {
        switch outcome {
        case .same: nil
        case .moved(let nanoseconds, let evidence):
            "les marqueurs ont été décalés de \(MarkerClock.signed(nanoseconds)) : \(french(evidence))"
        case .notFound(let events):
            "\(events.map(french).joined(separator: ", ")), dont parlent des marqueurs sync, est introuvable à "
                + "\(MarkerClock.windowMinutes) minutes près : leur horloge est supposée celle de la capture ; donnez --clock-offset"
        case .notLooked:
            "les marqueurs sync ne se cherchent pas dans l’entrée standard : leur horloge est supposée celle de la capture ; "
                + "donnez un fichier, ou --clock-offset"
        }
    }

    private static func french(_ evidence: MarkerClock.Evidence) -> String {
        switch evidence {
        case .given: return "c’est ce qui a été donné (--clock-offset)"
        case .event(let event, let line, let uncertainty):
            let exactness =
                uncertainty.map { "les autres marqueurs sync s’accordent à \(MarkerClock.seconds($0)) près" }
                ?? "un seul marqueur sync ne dit pas à combien près ; mettez-en un autre à la fin"
            return
                "\(french(event)), dont parle le marqueur sync de la ligne \(line), a été capturé d’autant plus tard ; "
                + exactness
        case .ambiguous(let event, let line, let others):
            return
                "le marqueur sync de la ligne \(line) parle de \(french(event)), et la capture en a \(others) de plus à "
                + "\(MarkerClock.windowMinutes) minutes près ; le premier a été pris : provoquez ce qui n’arrive qu’une fois, "
                + "ou donnez --clock-offset"
        }
    }

    private static func french(_ event: NetworkEvent) -> String {
        switch event {
        case .dnsQuery(let name): "la question DNS sur \(name)"
        case .ping(let address): "le ping de \(address)"
        }
    }
}
