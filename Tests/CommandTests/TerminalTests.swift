import Foundation
import TestSupport
import Testing

/// What a person at a terminal sees and presses.
@Suite struct TerminalTests {
    /// Runs the program in a pseudo-terminal; each key is pressed once the text before it was shown.
    private func terminal(
        _ words: [String], keys: [(after: String, press: String)] = [], columns: Int = 100,
        environment: [String: String] = [:]
    ) throws -> RunResult {
        let pairs = try JSONSerialization.data(withJSONObject: keys.map { [$0.after, $0.press] })
        return try run(
            "timeout",
            [
                "-k", "2", "60", "/usr/bin/python3", "-c", Self.pseudoTerminal, String(decoding: pairs, as: UTF8.self),
                "\(columns)",
            ]
                + words, environment: Ecoproxy.environment.merging(environment) { $1 })
    }

    private static let pseudoTerminal = """
        import fcntl, json, os, pty, struct, sys, termios
        keys, columns, words = json.loads(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
        child, terminal = pty.fork()
        if child == 0:
            os.execvp(words[0], words)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        before = termios.tcgetattr(terminal)
        shown, seen = b"", 0
        while True:
            while keys and (found := shown.find(keys[0][0].encode(), seen)) >= 0:
                seen = found + len(keys[0][0].encode())
                os.write(terminal, keys.pop(0)[1].encode())
            try:
                data = os.read(terminal, 65536)
            except OSError:  # EIO: the other side has ended.
                break
            if not data:
                break
            shown += data
        sys.stdout.buffer.write(shown)
        assert not keys, keys
        assert termios.tcgetattr(terminal)[3] == before[3], "the terminal was left in another mode"
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """

    private static let colour = "\u{1B}["

    @Test("colours on a terminal, none where they aren't wanted")
    func colours() throws {
        let words = [Ecoproxy.path, "report", Recorded.demo.path]
        #expect(try terminal(words).text.contains(Self.colour))
        #expect(try !terminal(words, environment: ["NO_COLOR": "1"]).text.contains(Self.colour))
        #expect(try !terminal(words, environment: ["TERM": "dumb"]).text.contains(Self.colour))
        #expect(try !Ecoproxy.run("report", Recorded.demo.path).text.contains(Self.colour))
    }

    @Test("tables keep to the width of the terminal", arguments: [80, 120])
    func width(_ columns: Int) throws {
        let words = [Ecoproxy.path, "report", Recorded.demo.path, "--lang", "fr"]
        let result = try terminal(words, columns: columns, environment: ["NO_COLOR": "1"])
        #expect(result.status == 0)
        for line in result.text.split(whereSeparator: \.isNewline) { #expect(line.count <= columns, "\(line)") }
    }

    @Test("keys mark the steps of a recording", .enabled(if: Lab.isPossible, "network namespaces need root"))
    func keys() throws {
        let (folder, lab) = (try TemporaryFolder(), try Lab())
        let journey = try folder.write("journey.yaml", Data(contentsOf: URL(filePath: Recorded.journey)))
        let words = lab.command(
            "device",
            [Ecoproxy.path, "record", "--interface", Lab.interface, "--journey", journey, "--output", folder["run"]])
        let result = try terminal(
            words,
            keys: [
                ("keys:", "\n"), ("● accueil", "\n"), ("● connexion", "u"), ("taken back", "\n"), ("● connexion", "p"),
                ("pause ·", "p"), ("connexion ·", "e"), ("– ·", "q"),
            ])
        // No traffic: the steps are marked, and the result says that nothing was seen in them.
        #expect(result.status == 3, "\(result.text)")
        let markers = try folder.data("run/markers.jsonl")
        #expect(try validate(markers, against: "marker", lines: true).isEmpty)
        let told = try markers.split(separator: UInt8(ascii: "\n")).map { line in
            let marker = try json(Data(line))
            return [marker["kind"], marker["step"]].compactMap { $0 as? String }.joined(separator: " ")
        }
        #expect(
            told == ["step accueil", "step connexion", "undo", "step connexion", "pause", "resume", "end"])
    }
}
