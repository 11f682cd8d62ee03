import Dispatch
import Glibc
import Synchronization

/// Has the system write a file to the disk, beside the thread that writes it; one at a time, as a slow disk would only queue them.
final class DiskSync: Sendable {
    private let isRunning = Atomic<Bool>(false)

    /// Begins, unless the one before isn't through yet.
    ///
    /// - Parameter descriptor: an open file; it may be closed meanwhile.
    func start(_ descriptor: Int32) {
        guard isRunning.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged
        else { return }
        // A descriptor of its own, so that the file may be closed before the disk is through.
        let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard own >= 0 else { return isRunning.store(false, ordering: .releasing) }
        DispatchQueue.global(qos: .utility).async { [self] in
            // What the disk can't take, the next write says.
            fdatasync(own)
            close(own)
            isRunning.store(false, ordering: .releasing)
        }
    }
}
