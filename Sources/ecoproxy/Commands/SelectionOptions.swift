import ArgumentParser
import TrafficMeter

/// Which part of the traffic is measured, and what it is compared with.
struct SelectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Measure only packets to or from an address or network, or that pass a filter (pcap-filter(7)); repeatable.",
                "Ne mesure que les paquets d’une adresse ou d’un réseau, ou qui passent un filtre (pcap-filter(7)) ; répétable."
            ), valueName: "address|network|filter"))
    var only: [String] = []

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
                "A capture of the device at rest, to compare with (repeatable); nothing is subtracted.",
                "Une capture de l’appareil au repos, à titre de comparaison (répétable) ; rien n’est déduit."),
            valueName: "idle.pcapng"))
    var baseline: [String] = []
}
