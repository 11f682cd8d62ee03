import Foundation
import Glibc

/// Standard output for results, standard error for everything else.
enum Console {
    /// Whether standard output is a terminal that takes colours (no-color.org).
    static var outputTakesColour: Bool { takesColour(STDOUT_FILENO) }

    /// Whether a person watches standard error.
    static var errorsAreWatched: Bool { isatty(STDERR_FILENO) == 1 && !isDumb }

    /// Whether a person can press keys.
    static var hasKeyboard: Bool { isatty(STDIN_FILENO) == 1 && errorsAreWatched }

    /// Columns of the terminal, 80 where there is none.
    static var width: Int {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Whether standard error is a terminal that takes colours.
    static var errorsTakeColour: Bool { takesColour(STDERR_FILENO) }

    /// Columns and lines of the terminal on standard error; 80 by 24 where it doesn't say.
    static var errorSize: (width: Int, height: Int) {
        var size = winsize()
        guard unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return (80, 24)
        }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Writes a result.
    static func print(_ text: String, terminator: String = "\n") {
        write(Data((text + terminator).utf8), to: .standardOutput)
    }

    /// Writes a result's bytes.
    static func print(_ data: Data) {
        write(data, to: .standardOutput)
    }

    /// Writes progress or a message.
    static func error(_ text: String, terminator: String = "\n") {
        write(Data((text + terminator).utf8), to: .standardError)
    }

    private static func write(_ data: Data, to handle: FileHandle) {
        // A reader that has gone away, as with `| head`, is no error of ours.
        try? handle.write(contentsOf: data)
    }

    private static func takesColour(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && !isDumb && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }

    private static var isDumb: Bool { ProcessInfo.processInfo.environment["TERM"] == "dumb" }
}
