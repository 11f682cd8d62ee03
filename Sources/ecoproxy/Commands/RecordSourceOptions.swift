import ArgumentParser
import Documents
import Foundation
import JourneyRecorder
import TrafficMeter

/// Where a recording's packets come from, and which device and app they are of.
struct RecordSourceOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say("Where to capture (see: ecoproxy interfaces).", "Où capturer (voir : ecoproxy interfaces)."),
            valueName: "name"))
    var interface: String?

    @Flag(
        help: ArgumentHelp(
            say(
                "Capture this computer's own traffic, on the interface of its default route.",
                "Capture le trafic de cet ordinateur, sur l’interface de sa route par défaut.")))
    var thisMachine = false

    @Option(
        help: ArgumentHelp(
            say(
                "Record a stream in pcap or pcapng as it comes: - for standard input, a named pipe, a file.",
                "Enregistre un flux pcap ou pcapng au fil de l’eau : - pour l’entrée standard, un tube nommé, un fichier."
            ),
            valueName: "-|file"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Record a file that another program is writing, and what takes its place; or a folder of them.",
                "Enregistre un fichier qu’un autre programme écrit, et ceux qui le remplacent ; ou leur dossier."),
            valueName: "file|folder"))
    var follow: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Record from PCAPdroid: tcp[:PORT], udp[:PORT] (1234) wait for it, http[:HOST:PORT] (127.0.0.1:8080) asks it.",
                "Enregistre depuis PCAPdroid : tcp[:PORT], udp[:PORT] (1234) l’attendent, http[:HÔTE:PORT] (127.0.0.1:8080) l’interroge."
            ), valueName: "tcp|udp|http"))
    var pcapdroid: String?

    @Flag(
        help: ArgumentHelp(
            say(
                "PCAPdroid captures as root: real packets, rather than rebuilt by its VPN.",
                "PCAPdroid capture en root : de vrais paquets, et non ceux refaits par son VPN.")))
    var pcapdroidRoot = false

    @Option(
        help: ArgumentHelp(
            say(
                "The address where tcp and udp wait; unless given, only this machine can send (127.0.0.1).",
                "L’adresse où tcp et udp attendent ; sinon, seule cette machine peut envoyer (127.0.0.1)."),
            valueName: "address"))
    var listen: String?

    @Option(
        help: ArgumentHelp(
            say(
                "What to capture on the interface, as pcap-filter(7) says; all unless given.",
                "Ce qu’il faut capturer sur l’interface (pcap-filter(7)) ; tout par défaut."), valueName: "filter"))
    var filter: String?

    @Option(
        help: ArgumentHelp(
            say(
                "The device, by an IP address or MAC; all its addresses are followed. An interface records it alone (repeatable).",
                "L’appareil, par adresse IP ou MAC ; toutes ses adresses sont suivies. Une interface n’enregistre que lui (répétable)."
            ),
            valueName: "address|MAC"))
    var device: [String] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Measure only one app's flows, by name, package or number (PCAPdroid, PKTAP).",
                "Ne mesure que les flux d’une application, par nom, paquet ou numéro (PCAPdroid, PKTAP)."),
            valueName: "name|uid"))
    var app: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Where the stream is captured: interface, device, emulator or unstated (default).",
                "Où le flux est capturé : interface, device, emulator ou unstated (par défaut)."), valueName: "source"))
    var trust: Source.Trust?

    @Option(
        help: ArgumentHelp(
            say(
                "The kernel's buffer for the interface, in MiB (\(LiveCapture.usualBuffer >> 20)): more where packets are dropped.",
                "Le tampon du noyau pour l’interface, en Mio (\(LiveCapture.usualBuffer >> 20)) : davantage si des paquets sont perdus."
            ), valueName: "MiB"))
    var bufferSize: Int?

    /// Where the packets come from.
    enum Kind {
        case interface(String)
        case stream(StreamCapture.Origin)
    }

    func validate() throws {
        let given = [interface != nil, thisMachine, from != nil, follow != nil, pcapdroid != nil]
        guard given.count(where: { $0 }) <= 1 else {
            throw ValidationError(
                say(
                    "Give one source: --interface, --this-machine, --from, --follow or --pcapdroid.",
                    "Donnez une seule source : --interface, --this-machine, --from, --follow ou --pcapdroid."))
        }
        guard bufferSize.map((1...1024).contains) ?? true else {
            throw ValidationError(
                say("--buffer-size takes 1 to 1024 MiB.", "--buffer-size prend de 1 à 1024 Mio."))
        }
        if pcapdroid != nil, try pcapdroidOrigin() == nil {
            throw ValidationError(
                say(
                    "--pcapdroid takes tcp, udp or http, with a port if need be: udp:1234, http:192.0.2.7:8080.",
                    "--pcapdroid prend tcp, udp ou http, avec un port au besoin : udp:1234, http:192.0.2.7:8080."))
        }
        if filter != nil || bufferSize != nil, from != nil || follow != nil || pcapdroid != nil {
            throw ValidationError(
                say(
                    "--filter and --buffer-size are for an interface; a stream is recorded whole (measure a part of it with: ecoproxy replay --only).",
                    "--filter et --buffer-size sont pour une interface ; un flux est enregistré entier (mesurez-en une partie avec : ecoproxy replay --only)."
                ))
        }
        if pcapdroidRoot, pcapdroid == nil {
            throw ValidationError(
                say("--pcapdroid-root goes with --pcapdroid.", "--pcapdroid-root va avec --pcapdroid."))
        }
        for text in device where IPAddress(text) == nil && LinkAddress(text) == nil {
            throw ValidationError(
                say(
                    "--device \(text): write an IP address, or a MAC such as 02:00:5e:10:00:01.",
                    "--device \(text) : écrivez une adresse IP, ou une MAC telle que 02:00:5e:10:00:01."))
        }
        if listen != nil, pcapdroid == nil || pcapdroid?.hasPrefix("http") == true {
            throw ValidationError(
                say(
                    "--listen goes with --pcapdroid tcp or udp.", "--listen va avec --pcapdroid tcp ou udp."))
        }
    }

    /// Whether a source is given.
    var isGiven: Bool { interface != nil || thisMachine || from != nil || follow != nil || pcapdroid != nil }

    /// The source that is asked for.
    ///
    /// - Throws: `UnavailableError` if this machine has no default route; `ValidationError` if no source is given.
    func kind() throws -> Kind {
        if let from { return .stream(.pipe(from)) }
        if let follow { return .stream(.followed(follow)) }
        if let origin = try pcapdroidOrigin() { return .stream(origin) }
        if let interface { return .interface(interface) }
        guard thisMachine else {
            throw ValidationError(
                say(
                    "Give a source: --interface NAME, --this-machine, --from, --follow or --pcapdroid.",
                    "Donnez une source : --interface NOM, --this-machine, --from, --follow ou --pcapdroid."))
        }
        guard let name = Neighbourhood.defaultInterface() else {
            throw UnavailableError(
                say(
                    "this machine has no default route; name an interface (see: ecoproxy interfaces)",
                    "cette machine n’a pas de route par défaut ; nommez une interface (voir : ecoproxy interfaces)"))
        }
        return .interface(name)
    }

    private func pcapdroidOrigin() throws -> StreamCapture.Origin? {
        guard let pcapdroid else { return nil }
        let way = pcapdroid.prefix { $0 != ":" }
        let rest = String(pcapdroid.dropFirst(way.count + 1))
        // PCAPdroid's own defaults (emanuele-f/PCAPdroid, app/src/main/java/com/emanuelef/remote_capture/model/Prefs.java).
        let usual = StreamAddress(host: listen ?? "127.0.0.1", port: way == "http" ? 8080 : 1234)
        guard let address = StreamAddress(rest, usual: usual) else { return nil }
        switch way {
        case "http": return .http(address)
        // Who may send is said by --listen alone.
        case "tcp" where address.host == usual.host: return .connection(address)
        case "udp" where address.host == usual.host: return .datagrams(address)
        default: return nil
        }
    }

    /// The interface opened for this device, and what filter was used for that.
    func open(_ name: String, keepsPayload: Bool) throws -> LiveCapture {
        try LiveCapture(
            interface: name, filter: try captureFilter(on: name),
            snapLength: keepsPayload ? 262_144 : LiveCapture.headersSnapLength,
            bufferBytes: bufferSize.map { $0 << 20 } ?? LiveCapture.usualBuffer)
    }

    /// The filter given, and that of the device.
    private func captureFilter(on name: String) throws -> String? {
        guard !device.isEmpty else { return filter }
        let own = NetworkInterface.all().first { $0.name == name }?.addresses ?? []
        let terms = device.map { text -> String in
            if let link = LinkAddress(text) { return "ether host \(link)" }
            guard let address = IPAddress(text), !own.contains(address) else { return "host \(text)" }
            // By its link address all addresses of the device are seen, those too that it takes later (RFC 8981).
            if let link = Neighbourhood.linkAddress(of: address, on: name) { return "ether host \(link)" }
            Console.error(
                say(
                    "\(text): its link address isn't known here, so only this address is recorded; reach it once (ping), or give its MAC",
                    "\(text) : son adresse MAC n’est pas connue ici, seule cette adresse est enregistrée ; joignez-le une fois (ping), ou donnez sa MAC"
                ))
            return "host \(text)"
        }
        let devices = terms.joined(separator: " or ")
        return filter.map { "(\($0)) and (\(devices))" } ?? devices
    }

    /// What the replay must be told of the source.
    func conditions() -> RunConditions {
        let addresses = device.compactMap { IPAddress($0) }.map(\.description)
        let links = device.compactMap { LinkAddress($0) }.map(\.description)
        return RunConditions(
            trust: statedTrust, deviceAddresses: addresses, app: app, deviceLinks: links.isEmpty ? nil : links,
            followsLink: addresses.isEmpty ? nil : true)
    }

    /// An interface speaks for itself; a stream was captured elsewhere.
    private var statedTrust: Source.Trust? {
        if pcapdroid != nil { return pcapdroidRoot ? .pcapdroidRoot : .pcapdroidVPN }
        return trust ?? (from != nil || follow != nil ? .unstated : nil)
    }
}
