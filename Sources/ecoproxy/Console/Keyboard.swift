import Glibc
import Synchronization

/// Keys one by one, rather than by line; the terminal is given back as it was.
final class Keyboard: Sendable {
    /// The terminal's settings before.
    private let settings = Mutex<termios?>(nil)

    /// Begins to read keys one by one, without showing them; Ctrl-C stays a signal.
    func open() {
        var current = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &current) == 0 else { return }
        settings.withLock { $0 = current }
        current.c_lflag &= ~tcflag_t(ICANON | ECHO)
        unsafe tcsetattr(STDIN_FILENO, TCSANOW, &current)
    }

    /// Gives the terminal back.
    func close() {
        settings.withLock { saved in
            if var before = saved { unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before) }
            saved = nil
        }
    }

    /// What is typed, a tenth of a second at most after it was asked for.
    ///
    /// - Returns: nothing if no key was pressed; `nil` once the terminal is gone.
    func read() -> [UInt8]? {
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&waiting, 1, 100) > 0 else { return [] }
        var buffer = [UInt8](repeating: 0, count: 256)
        // The buffer is borrowed for the call, and its own count bounds what is written to it.
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
        if count > 0 { return Array(buffer.prefix(count)) }
        return count < 0 && errno == EINTR ? [] : nil
    }
}
