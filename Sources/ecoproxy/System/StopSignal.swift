import Glibc
import Synchronization

/// Ctrl-C and `kill` as a question that can be asked, instead of the end of the process.
enum StopSignal {
    // A signal handler can reach nothing but what is global; this is atomic, and only ever goes from false to true.
    private static let requested = Atomic<Bool>(false)

    /// Takes over SIGINT and SIGTERM.
    static func install() {
        for number in [SIGINT, SIGTERM] {
            signal(number) { _ in StopSignal.request() }
        }
    }

    /// Whether someone asked to stop.
    static var isRequested: Bool { requested.load(ordering: .acquiring) }

    /// Asks to stop.
    static func request() {
        requested.store(true, ordering: .releasing)
    }
}
