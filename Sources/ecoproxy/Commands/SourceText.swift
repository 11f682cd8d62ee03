import Documents
import JourneyRecorder
import TrafficMeter

/// What is said of a recording's source, as it happens.
enum SourceText {
    /// How a stream is called.
    static func name(of origin: StreamCapture.Origin) -> String {
        switch origin {
        case .pipe("-"): say("standard input", "l’entrée standard")
        case .pipe(let path), .followed(let path): path
        case .connection(let address): "tcp \(address)"
        case .datagrams(let address): "udp \(address)"
        case .http(let address): "http://\(address)"
        }
    }

    /// The line for a notice; `nil` where the screen says enough.
    static func text(of notice: Recording.Notice) -> String? {
        switch notice {
        case .stream(.waiting(let place)): return say("waiting: \(place)", "en attente : \(place)")
        case .stream(.reading(let place)): return say("reading: \(place)", "lecture : \(place)")
        case .interface(let interface):
            let name = interface.name.map { " \($0)" } ?? ""
            let cut = interface.snapLength.map {
                say(", up to \($0) bytes a packet", ", jusqu’à \($0) octets par paquet")
            }
            return say(
                "interface\(name): link type \(interface.linkType)\(cut ?? "")",
                "interface\(name) : type de lien \(interface.linkType)\(cut ?? "")")
        case .caveat(let caveat): return say("note: \(caveat.message)", "remarque : \(caveat.message)")
        case .ended: return say("the source has ended", "la source a pris fin")
        }
    }
}
