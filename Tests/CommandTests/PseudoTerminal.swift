import Foundation
import TestSupport

/// A terminal of which a test sees what is shown, and presses the keys.
enum PseudoTerminal {
    /// Runs the program in a pseudo-terminal; each key is pressed once the text before it was shown. A key `resize N` makes it N columns
    /// wide.
    static func run(
        _ words: [String], keys: [(after: String, press: String)] = [], columns: Int = 100,
        environment: [String: String] = [:]
    ) throws -> RunResult {
        let pairs = try JSONSerialization.data(withJSONObject: keys.map { [$0.after, $0.press] })
        return try TestSupport.run(
            "timeout",
            [
                "-k", "2", "60", "/usr/bin/python3", "-c", script, String(decoding: pairs, as: UTF8.self),
                "\(columns)",
            ]
                + words, environment: Ecoproxy.environment.merging(environment) { $1 })
    }

    private static let script = """
        import fcntl, json, os, pty, struct, sys, termios
        keys, columns, words = json.loads(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
        child, terminal = pty.fork()
        if child == 0:
            os.execvp(words[0], words)
        def resize(columns):
            fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        resize(columns)
        before = termios.tcgetattr(terminal)
        shown, seen = b"", 0
        while True:
            while keys and (found := shown.find(keys[0][0].encode(), seen)) >= 0:
                seen = found + len(keys[0][0].encode())
                key = keys.pop(0)[1]
                if key.startswith("resize "):
                    resize(int(key.split()[1]))
                else:
                    os.write(terminal, key.encode())
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
}
