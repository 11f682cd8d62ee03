import Documents
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct DiskSyncTests {
    /// A disk that answers as a list says, then well.
    private static func disk(_ answers: [Int32]) -> DiskSync {
        let left = Mutex(answers)
        return DiskSync { _ in left.withLock { $0.isEmpty ? 0 : $0.removeFirst() } }
    }

    @Test("a disk that fails once has failed, and the first error is the one that is said")
    func first() throws {
        let folder = try TemporaryFolder()
        for (answers, expected) in [([], nil), ([EIO], EIO), ([0, ENOSPC, EIO], ENOSPC)] as [([Int32], Int32?)] {
            let path = folder["\(answers.count).pcapng"]
            var writer = try PcapngWriter(path: path, tool: .ecoproxy, disk: Self.disk(answers))
            writer.synchronise()
            for _ in 0..<3 { writer.finish() }
            #expect(writer.error == expected.map { CaptureWriteError(path: path, number: $0) })
        }
    }

    @Test("a file that is on no disk has no disk that could fail", arguments: ["/dev/null", "/dev/full"])
    func special(_ path: String) {
        let descriptor = open(path, O_WRONLY)
        defer { close(descriptor) }
        let disk = DiskSync()
        disk.finish(descriptor)
        #expect(disk.failure == nil)
    }

    @Test("a descriptor that can't be written to the disk is a failure")
    func closed() {
        let disk = DiskSync()
        disk.finish(-1)
        #expect(disk.failure == EBADF)
    }
}
