import Documents
import Foundation
import JourneyRecorder
import TrafficMeter

/// What `record` asks at a terminal when it is told nothing.
struct RecordQuestions {
    /// Where packets may come from.
    enum Source {
        case interface(String)
        /// PCAPdroid's TCP exporter on an Android phone.
        case pcapdroid
        /// A file that an emulator or another program is writing.
        case followed(String)
    }

    /// Where the packets come from.
    let source: Source
    /// The device's addresses; none if it is to be told from the traffic.
    let devices: [IPAddress]
    /// The steps; none for "as we go".
    let steps: [String]
    /// The folder for the bundle.
    let output: String

    /// Asks, until each answer can be used.
    ///
    /// - Parameters:
    ///   - output: the folder, if it was told.
    ///   - asksSteps: whether no journey was told.
    ///   - told: the device's addresses, if they were told.
    /// - Throws: `UnavailableError` if the answers end.
    init(output: String?, asksSteps: Bool, devices told: [IPAddress]) throws {
        source = try Self.source(NetworkInterface.all().filter { $0.isUp && !$0.addresses.isEmpty })
        devices = told.isEmpty ? try Self.devices() : told
        steps = asksSteps ? try Self.steps() : []
        self.output = output ?? Self.folder(SystemClock.now())
    }

    private static func source(_ interfaces: [NetworkInterface]) throws -> Source {
        Console.error(say("1. Where do the packets come from?", "1. D’où viennent les paquets ?"))
        for (index, interface) in interfaces.enumerated() {
            let addresses = interface.addresses.prefix(2).map(\.description).joined(separator: ", ")
            Console.error("   \(index + 1)  \(interface.name)  \(addresses)")
        }
        Console.error(
            say(
                "   p  PCAPdroid on an Android phone (TCP exporter, port 1234)",
                "   p  PCAPdroid sur un téléphone Android (export TCP, port 1234)"))
        Console.error(
            say("   or the file that an emulator is writing", "   ou le fichier qu’un émulateur est en train d’écrire"))
        let usual = interfaces.first.map { Source.interface($0.name) } ?? .pcapdroid
        while true {
            let answer = try answer(
                say(
                    "number, name, p or file [\(interfaces.isEmpty ? "p" : "1")]",
                    "numéro, nom, p ou fichier [\(interfaces.isEmpty ? "p" : "1")]"))
            if answer.isEmpty { return usual }
            if answer == "p" { return .pcapdroid }
            if let found = interfaces.first(where: { $0.name == answer }) { return .interface(found.name) }
            if let number = Int(answer), interfaces.indices.contains(number - 1) {
                return .interface(interfaces[number - 1].name)
            }
            if FileManager.default.fileExists(atPath: answer) { return .followed(answer) }
            Console.error(say("   there is no '\(answer)' in the list", "   « \(answer) » n’est pas dans la liste"))
        }
    }

    private static func devices() throws -> [IPAddress] {
        Console.error(say("2. Which device?", "2. Quel appareil ?"))
        while true {
            let answer = try answer(
                say("its address [told from the traffic]", "son adresse [déduite du trafic]"))
            if answer.isEmpty { return [] }
            let addresses = answer.split { ", ".contains($0) }.map { IPAddress(String($0)) }
            if !addresses.contains(nil) { return addresses.compactMap { $0 } }
            Console.error(
                say("   write it as 192.168.1.20 or fe80::1", "   écrivez-la ainsi : 192.168.1.20 ou fe80::1"))
        }
    }

    private static func steps() throws -> [String] {
        Console.error(say("3. Which steps?", "3. Quelles étapes ?"))
        let answer = try answer(
            say("names, with commas between [as we go]", "noms, séparés par des virgules [au fil de l’eau]"))
        return answer.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func answer(_ prompt: String) throws -> String {
        Console.error("   \(prompt): ", terminator: "")
        guard let line = readLine() else {
            throw UnavailableError(
                say(
                    "no answer came; say it with options: ecoproxy record --help",
                    "aucune réponse ; précisez par des options : ecoproxy record --help"))
        }
        return line.trimmingCharacters(in: .whitespaces)
    }

    /// A folder named after the moment: `run-20260302-100000`, in UTC.
    static func folder(_ time: Timestamp) -> String {
        let digits = time.description.prefix(19).filter(\.isNumber)
        return "run-\(digits.prefix(8))-\(digits.suffix(6))"
    }
}
