import Dispatch
import Glibc
import Synchronization

/// Has the system write a file to the disk, beside the thread that writes it; one at a time, as a slow disk would only queue them.
final class DiskSync: Sendable {
    private let isRunning = Atomic<Bool>(false)
    /// The system's error number of the first time that failed; 0 if none did.
    private let firstFailure = Atomic<Int32>(0)
    private let queue = DispatchQueue(label: "disk", qos: .utility)
    private let write: @Sendable (Int32) -> Int32

    /// Writes by `write`, which is given a descriptor and returns the system's error number, 0 for none.
    init(_ write: @escaping @Sendable (Int32) -> Int32 = DiskSync.system) {
        self.write = write
    }

    /// The system's error number of the first time that failed: what was written before it may not be on the disk, and the system tells
    /// that only once.
    var failure: Int32? {
        let number = firstFailure.load(ordering: .acquiring)
        return number == 0 ? nil : number
    }

    /// Begins, unless the one before isn't through yet.
    ///
    /// - Parameter descriptor: an open file; it may be closed meanwhile.
    func start(_ descriptor: Int32) {
        guard isRunning.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged
        else { return }
        // A descriptor of its own, so that the file may be closed before the disk is through.
        let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard own >= 0 else { return isRunning.store(false, ordering: .releasing) }
        queue.async { [self] in
            perform(own)
            close(own)
            isRunning.store(false, ordering: .releasing)
        }
    }

    /// Waits until all that was written so far is on the disk, or can't be.
    func finish(_ descriptor: Int32) {
        queue.sync { perform(descriptor) }
    }

    private func perform(_ descriptor: Int32) {
        let number = write(descriptor)
        guard number != 0 else { return }
        _ = firstFailure.compareExchange(expected: 0, desired: number, ordering: .acquiringAndReleasing)
    }

    /// fdatasync(2), in which a special file that has no disk is no failure.
    @Sendable
    private static func system(_ descriptor: Int32) -> Int32 {
        while fdatasync(descriptor) != 0 {
            switch errno {
            case EINTR: continue
            case EINVAL, EROFS: return 0
            default: return errno
            }
        }
        return 0
    }
}
