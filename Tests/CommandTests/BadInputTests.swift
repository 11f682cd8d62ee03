import Foundation
import TestSupport
import Testing

/// Bad input: the file, the place, what to do, and the exit code of DESIGN.
@Suite struct BadInputTests {
    static let wrongCaptures = [
        WrongFile("missing", nil, status: 66, says: ["no such file"]),
        WrongFile("empty", Data(), says: ["empty"]),
        WrongFile("a text", Data("not a capture, whatever its name\n".utf8), says: ["not a capture", "pcap"]),
        WrongFile("shorter than any header", Data([0xA1]), says: ["pcap"]),
        WrongFile(
            "an SQLite file", Data("SQLite format 3\u{0}".utf8) + Data(repeating: 0, count: 4080), says: ["pcap"]),
    ]

    @Test("a capture that can't be read", arguments: wrongCaptures)
    func capture(_ wrong: WrongFile) throws {
        let folder = try TemporaryFolder()
        if let content = wrong.content { _ = try folder.write(wrong.name, content) }
        let result = try Ecoproxy.run("replay", folder[wrong.name])
        #expect(result.status == wrong.status)
        #expect(result.output.isEmpty)
        expectOneMessage(result, naming: folder[wrong.name], saying: wrong.says)
    }

    static let journeyFile = """
        schema: ecoproxy.journey/1
        id: parcours
        title: Parcours
        application: test.sante
        device: laptop
        network: wifi
        steps:
          - { id: accueil, title: Accueil, type: loading }

        """

    static let wrongJourneys = [
        WrongFile("missing", nil, name: "journey.yaml", status: 66, says: ["no such file"]),
        WrongFile("empty", text: "", name: "journey.yaml", says: ["empty"]),
        WrongFile(
            "a misspelt key", text: journeyFile.replacing("device:", with: "devise:"), name: "journey.yaml",
            says: [":5:", "devise", "device"]),
        WrongFile(
            "a misspelt key in a step", text: journeyFile.replacing("type:", with: "tipe:"), name: "journey.yaml",
            says: [":8:", "tipe", "type"]),
        WrongFile(
            "a value out of the list", text: journeyFile.replacing("laptop", with: "toaster"), name: "journey.yaml",
            says: [":5:", "toaster", "smartphone"]),
        WrongFile("no YAML", text: "schema: [unclosed\n", name: "journey.yaml", says: [":2:"]),
    ]

    @Test("a journey that can't be used", arguments: wrongJourneys)
    func journey(_ wrong: WrongFile) throws {
        let folder = try TemporaryFolder()
        if let content = wrong.content { _ = try folder.write(wrong.name, content) }
        let result = try Ecoproxy.run("replay", Recorded.capture, "--journey", folder[wrong.name])
        #expect(result.status == wrong.status)
        expectOneMessage(result, naming: folder[wrong.name], saying: wrong.says)
    }

    static let demoMarkers = String(
        decoding: (try? Data(contentsOf: URL(filePath: Recorded.markers))) ?? Data(), as: UTF8.self
    )
    .split(separator: "\n").map(String.init)
    static let wrongMarkers = [
        WrongFile("missing", nil, name: "markers.jsonl", status: 66, says: ["no such file"]),
        WrongFile(
            "out of order", text: demoMarkers.reversed().joined(separator: "\n") + "\n", name: "markers.jsonl",
            says: ["2", "before"]),
        WrongFile(
            "an unknown step",
            text: demoMarkers.joined(separator: "\n").replacing("recherche", with: "recherches") + "\n",
            name: "markers.jsonl", says: ["recherches", "recherche", "3"]),
        WrongFile("no JSON", text: "step accueil\n", name: "markers.jsonl", says: ["1"]),
    ]

    @Test("markers that can't be used", arguments: wrongMarkers)
    func markers(_ wrong: WrongFile) throws {
        let folder = try TemporaryFolder()
        if let content = wrong.content { _ = try folder.write(wrong.name, content) }
        let result = try Ecoproxy.run(
            "replay", Recorded.capture, "--journey", Recorded.journey, "--markers", folder[wrong.name])
        #expect(result.status == wrong.status)
        expectOneMessage(result, naming: folder[wrong.name], saying: wrong.says)
    }

    @Test(
        "arguments that can't be followed",
        arguments: [
            WrongCall("replay", 64, "capture"), WrongCall("repaly x", 64, "repaly"),
            WrongCall("replay x --veiw inner", 64, "--veiw"),
            WrongCall("replay x --view sideways", 64, "sideways", "inner", "outer"),
            WrongCall("replay x --device-address 300.1.1.1", 64, "300.1.1.1"), WrongCall("mark", 64, "--end"),
            WrongCall("mark run step --end", 64, "--undo"),
            WrongCall("mark /proc/nonexistent/run step", 66, "/proc/nonexistent/run"),
            WrongCall("score /proc/nonexistent/measurement.json", 66, "/proc/nonexistent/measurement.json"),
            WrongCall("report /proc/nonexistent/run", 66, "/proc/nonexistent/run"),
            WrongCall("record -i lo -o /proc/nonexistent/run --duration soon", 64, "soon"),
            WrongCall(
                "record -i lo -o /proc/nonexistent/run --journey /proc/nonexistent/j.yaml", 66,
                "/proc/nonexistent/j.yaml"),
            WrongCall("demo -o /proc/nonexistent/run", 73, "/proc/nonexistent/run"),
            WrongCall("catalogue list --catalogue /proc/nonexistent/c.sqlite", 66, "/proc/nonexistent/c.sqlite"),
            WrongCall(
                "catalogue add id --title T --catalogue /proc/nonexistent/c.sqlite", 73, "/proc/nonexistent/c.sqlite"),
            WrongCall("catalogue add id --title T --platform fridge", 64, "fridge", "android"),
        ])
    func call(_ call: WrongCall) throws {
        let folder = try TemporaryFolder()
        let result = try TestSupport.run(
            "timeout", ["-k", "2", "60", Ecoproxy.path] + call.arguments, environment: Ecoproxy.environment,
            directory: folder.url)
        #expect(result.status == call.status, "\(result.errors)")
        #expect(result.output.isEmpty)
        for word in call.says { #expect(result.errors.contains(word), "\(result.errors)") }
    }

    @Test(
        "what may not be read or written is said to be so",
        .enabled(if: Nobody.isPossible, "only root can become nobody"))
    func noPermission() throws {
        let folder = try TemporaryFolder()
        let nobody = try Nobody(in: folder)
        let files = ["secret.pcap", "secret.yaml", "secret.sqlite"]
        for file in files {
            let path = try folder.write(file, "x")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
        let capture = Recorded.capture
        try FileManager.default.copyItem(atPath: capture, toPath: folder["open.pcapng"])
        for result in try [
            nobody.run("replay", folder[files[0]]),
            nobody.run("replay", folder["open.pcapng"], "--journey", folder[files[1]]),
            nobody.run("catalogue", "list", "--catalogue", folder[files[2]]),
            nobody.run("catalogue", "add", "x", "--title", "X", "--catalogue", folder["new.sqlite"]),
            nobody.run("replay", folder["open.pcapng"], "--output", folder["new.json"]),
        ] {
            #expect(result.status == 77, "\(result.errors)")
            #expect(result.errors.contains(folder.url.path))
        }
    }

    @Test(
        "documents that can't be used",
        arguments: [
            WrongFile("no JSON", text: "{", name: "measurement.json", says: ["measurement.json"]),
            WrongFile("of another schema", text: #"{"schema":"other/1"}"#, name: "m.json", says: ["other/1"]),
            WrongFile(
                "of a version to come", text: #"{"schema":"ecoproxy.measurement/99"}"#, name: "m.json",
                says: ["ecoproxy.measurement/99"]),
        ])
    func document(_ wrong: WrongFile) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(wrong.name, wrong.content ?? Data())
        let result = try Ecoproxy.run("score", path)
        #expect(result.status == wrong.status)
        expectOneMessage(result, naming: path, saying: wrong.says)
    }

    /// One line, which begins with the program's name, says where, and uses the words.
    private func expectOneMessage(_ result: RunResult, naming place: String, saying words: [String]) {
        #expect(result.errors.hasPrefix("ecoproxy: "), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        for word in [place] + words { #expect(result.errors.contains(word), "\(result.errors)") }
    }
}

/// A file that is wrong, and what is said of it.
struct WrongFile: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What the file holds; `nil` for a file that isn't there.
    var content: Data?
    var name = "walk.pcapng"
    var status: Int32 = 65
    var says: [String]

    init(
        _ description: String, _ content: Data?, name: String = "walk.pcapng", status: Int32 = 65, says: [String]
    ) {
        (testDescription, self.content, self.name) = (description, content, name)
        (self.status, self.says) = (status, says)
    }

    init(_ description: String, text: String, name: String, status: Int32 = 65, says: [String]) {
        self.init(description, Data(text.utf8), name: name, status: status, says: says)
    }
}

/// Arguments that ask for what can't be.
struct WrongCall: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    var says: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ line: String, _ status: Int32, _ says: String...) {
        (arguments, self.status, self.says) = (line.split(separator: " ").map(String.init), status, says)
    }
}
