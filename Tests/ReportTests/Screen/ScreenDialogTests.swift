import Documents
import Testing

@testable import Report

@Suite struct ScreenDialogTests {
    private func time(_ second: Int64) -> Timestamp { Timestamp(nanoseconds: second) }

    /// What keys lead to, pressed one nanosecond after the other from 1 on.
    private func wishes(_ text: String) -> [ScreenDialog.Wish] {
        var dialog = ScreenDialog()
        return ScreenDialog.Key.keys(in: text.utf8).enumerated().compactMap {
            dialog.press($1, at: time(Int64($0) + 1))
        }
    }

    @Test(
        "each key has its meaning",
        arguments: [
            ("\r", [.next]), ("\n", [.next]), (" ", [.next]), ("u", [.undo]), ("p", [.pause]), ("e", [.end]),
            ("r", [.restart]), ("d", [.displayed]), ("q", [.finish]), ("x", []), ("\u{1B}", []), ("é", []),
        ] as [(String, [ScreenDialog.Wish])])
    func keys(_ text: String, _ expected: [ScreenDialog.Wish]) {
        #expect(wishes(text) == expected)
    }

    @Test("a name or note is of the moment its key was pressed, and may be mended or dropped")
    func typing() {
        #expect(
            wishes("unSe conne\u{7F}ecter\r")
                == [.undo, .prepare(at: time(2)), .step("Se connecter", at: time(2))])
        #expect(wishes("tça marche\r ") == [.note("ça marche", at: time(1)), .next])
        #expect(wishes("nab\u{1B}q") == [.prepare(at: time(1)), .finish])
        #expect(wishes("n  \rq") == [.prepare(at: time(1)), .finish])
    }

    @Test("help takes one key, and that one does nothing else")
    func help() {
        #expect(wishes("?qq") == [.finish])
    }

    @Test("arrows and other sequences are no keys; a lone escape is")
    func sequences() {
        #expect(ScreenDialog.Key.keys(in: "\u{1B}[A\u{1B}OP\u{1B}[1;5Cq".utf8) == [.character("q")])
        #expect(ScreenDialog.Key.keys(in: "a\u{1B}".utf8) == [.character("a"), .escape])
        #expect(ScreenDialog.Key.keys(in: [0xFF, 0x01, UInt8(ascii: "q")]) == [.character("q")])
        #expect(ScreenDialog.Key.keys(in: "é".utf8) == [.character("é")])
    }

    @Test("what is typed has a limit")
    func limit() {
        let long = String(repeating: "a", count: 1000)
        #expect(wishes("t\(long)\r") == [.note(String(repeating: "a", count: ScreenDialog.limit), at: time(1))])
    }
}
