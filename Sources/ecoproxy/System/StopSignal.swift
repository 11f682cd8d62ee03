import Glibc
import Synchronization

/// Ctrl-C and `kill` as a question that can be asked, instead of the end of the process.
enum StopSignal {
    // A signal handler can reach nothing but what is global; these are atomic, and only ever go from false to true.
    private static let requested = Atomic<Bool>(false)
    private static let signalled = Atomic<Bool>(false)

    /// Takes over SIGINT, SIGTERM and SIGHUP (a terminal that closes), also where the parent process had blocked them: what is blocked is inherited (exec(3p)).
    static func install() {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, number) }
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        for number in [SIGINT, SIGTERM, SIGHUP] where number != SIGHUP || !isIgnored(number) {
            signal(number) { _ in
                StopSignal.signalled.store(true, ordering: .releasing)
                StopSignal.request()
            }
        }
    }

    /// Whether who started this program wants the signal ignored, as nohup does.
    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard unsafe sigaction(number, nil, &action) == 0 else { return false }
        // SIG_IGN is the handler's value 1 on Linux (asm-generic/signal-defs.h), which Swift doesn't import as a constant.
        return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }

    /// Whether someone asked to stop.
    static var isRequested: Bool { requested.load(ordering: .acquiring) }

    /// Whether it was a signal that asked.
    static var isSignalled: Bool { signalled.load(ordering: .acquiring) }

    /// Asks to stop.
    static func request() {
        requested.store(true, ordering: .releasing)
    }
}
