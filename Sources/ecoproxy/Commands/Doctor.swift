import ArgumentParser
import Documents
import Foundation
import Glibc
import Report
import TrafficMeter

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Say what can be captured on this machine, and what is missing.",
            "Dit ce que cette machine peut capturer, et ce qui manque."),
        discussion: say("Example:  ecoproxy doctor", "Exemple :  ecoproxy doctor"))

    @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
    var json = false

    @OptionGroup var lang: LanguageOption

    /// One thing looked at.
    private struct Check: Encodable {
        enum Status: String, Encodable {
            case ok, missing
        }

        var id: String
        var status: Status
        /// What was found.
        var found: String
        /// What to do about it.
        var remedy: String?
    }

    func run() throws {
        let checks = [capture(), interfaces(), space()]
        if json {
            Console.print(try CanonicalJSON.encode(checks))
        } else {
            for check in checks {
                Console.print("\(check.status == .ok ? "✓" : "✗") \(check.found)")
                if let remedy = check.remedy { Console.print("    → \(remedy)") }
            }
        }
        if checks.contains(where: { $0.status == .missing }) { ExitStatus.unavailable.exit() }
    }

    /// Whether an interface can be opened: tried on loopback, which every machine has.
    private func capture() -> Check {
        do throws(LiveCaptureError) {
            _ = try LiveCapture(interface: "lo", filter: nil)
            return Check(
                id: "capture", status: .ok,
                found: say("packets can be captured by this user", "cet utilisateur peut capturer des paquets"))
        } catch {
            return Check(
                id: "capture", status: .missing, found: say("packets can't be captured", "la capture est impossible"),
                remedy: "\(error)")
        }
    }

    private func interfaces() -> Check {
        let up = NetworkInterface.all().filter { $0.isUp && !$0.isLoopback && !$0.addresses.isEmpty }
        guard !up.isEmpty else {
            return Check(
                id: "interfaces", status: .missing, found: say("no interface is up", "aucune interface n’est active"),
                remedy: say(
                    "connect the machine, then: ecoproxy interfaces", "connectez la machine, puis : ecoproxy interfaces"
                ))
        }
        return Check(
            id: "interfaces", status: .ok,
            found: say("interfaces up: ", "interfaces actives : ") + up.map(\.name).joined(separator: ", "))
    }

    /// An hour's walk stores some 100 MB of headers; a tenth of that is too little to begin with.
    private func space() -> Check {
        let free = (try? FileManager.default.attributesOfFileSystem(forPath: "."))?[.systemFreeSize] as? Int ?? 0
        let megabytes = free / 1_000_000
        return Check(
            id: "disk", status: megabytes >= 100 ? .ok : .missing,
            found: say("free disk space here: \(megabytes) MB", "espace disque libre ici : \(megabytes) Mo"),
            remedy: megabytes >= 100
                ? nil : say("make room, or record elsewhere", "faites de la place, ou enregistrez ailleurs"))
    }
}
