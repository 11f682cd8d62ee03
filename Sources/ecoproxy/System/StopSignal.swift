import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and `kill` as a question that can be asked, instead of the end of the process.
final class StopSignal: Sendable {
    private let requested = Atomic<Bool>(false)
    private let sources: [any DispatchSourceSignal]

    /// Takes over SIGINT and SIGTERM.
    init() {
        let queue = DispatchQueue(label: "stop-signal")
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: queue)
        }
        for source in sources {
            source.setEventHandler { [weak self] in self?.request() }
            source.resume()
        }
    }

    /// Whether someone asked to stop.
    var isRequested: Bool { requested.load(ordering: .acquiring) }

    /// Asks to stop.
    func request() {
        requested.store(true, ordering: .releasing)
    }
}
