import ArgumentParser
import Documents
import Report
import TrafficMeter

struct Interfaces: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("List the interfaces to capture on.", "Liste les interfaces de capture."),
        discussion: say("Example:  ecoproxy interfaces --json", "Exemple :  ecoproxy interfaces --json"))

    @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
    var json = false

    @OptionGroup var lang: LanguageOption

    private struct Entry: Encodable {
        var name: String
        var addresses: [String]
        var up: Bool
        var loopback: Bool
    }

    func run() throws {
        let interfaces = NetworkInterface.all()
        guard !json else {
            let entries = interfaces.map {
                Entry(name: $0.name, addresses: $0.addresses.map(\.description), up: $0.isUp, loopback: $0.isLoopback)
            }
            return Console.print(try CanonicalJSON.encode(entries))
        }
        let table = TextTable(
            columns: [
                .init(say("interface", "interface")), .init(say("state", "état")), .init(say("addresses", "adresses")),
            ],
            rows: interfaces.map {
                [
                    $0.name, $0.isUp ? say("up", "active") : say("down", "inactive"),
                    $0.addresses.map(\.description).joined(separator: " "),
                ]
            })
        Console.print(table.text(width: Console.width), terminator: "")
    }
}
