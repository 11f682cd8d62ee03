import Report

/// What `doctor` prints for a person.
enum DoctorText {
    static func print(_ report: DoctorReport) {
        for check in report.checks {
            let sign =
                switch check.status {
                case .ok: "✓"
                case .note: "!"
                case .missing: "✗"
                }
            Console.print("\(sign) \(check.found)")
            if let remedy = check.remedy { Console.print("    → \(remedy)") }
        }
        Console.print("")
        Console.print(interfaces(report.interfaces).text(width: Console.width), terminator: "")
        if let devices = report.androidDevices, !devices.isEmpty {
            Console.print("")
            Console.print(table(devices).text(width: Console.width), terminator: "")
        }
        Console.print("")
        if let recipe = report.recipe {
            Console.print(recipe.text(width: Console.width))
        } else {
            Console.print(
                say("How to record beside a device:", "Comment enregistrer à côté d’un appareil :")
                    + "  ecoproxy doctor --device "
                    + Recipe.Device.allCases.map(\.rawValue).joined(separator: "|"))
        }
    }

    private static func interfaces(_ interfaces: [DoctorReport.Interface]) -> TextTable {
        TextTable(
            columns: [
                .init(say("interface", "interface")), .init(say("state", "état")),
                .init(say("packets/s", "paquets/s")), .init(say("offloads", "délestages")),
                .init(say("addresses", "adresses")),
            ],
            rows: interfaces.map {
                [
                    $0.name, $0.up ? say("up", "active") : say("down", "inactive"),
                    $0.packetsPerSecond.map(String.init) ?? "–", $0.offloads?.joined(separator: " ") ?? "–",
                    $0.addresses.joined(separator: " "),
                ]
            })
    }

    private static func table(_ devices: [DoctorReport.AndroidDevice]) -> TextTable {
        func word(_ flag: Bool?) -> String { flag.map { $0 ? say("yes", "oui") : say("no", "non") } ?? "–" }
        return TextTable(
            columns: [
                .init(say("device", "appareil")), .init(say("state", "état")), .init(say("model", "modèle")),
                .init("root"), .init("tcpdump"), .init(say("clock ahead by", "horloge en avance de")),
            ],
            rows: devices.map { device in
                let offset = device.clockOffsetSeconds.map { offset in
                    let error = device.clockErrorSeconds.map { " ± \(milliseconds($0))" } ?? ""
                    return "\(milliseconds(offset))\(error) ms"
                }
                return [
                    device.serial, device.state, device.model ?? "–", word(device.root), word(device.tcpdump),
                    offset ?? "–",
                ]
            })
    }

    private static func milliseconds(_ seconds: Double) -> String {
        Int64(exactly: (seconds * 1000).rounded()).map(String.init) ?? "–"
    }
}
