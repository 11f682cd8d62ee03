import Documents
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import JourneyRecorder

/// A clock that moves on by a nanosecond each time it is read.
private final class TickingClock: Sendable {
    private let nanoseconds: Mutex<Int64>

    init(_ start: Timestamp) {
        nanoseconds = Mutex(start.nanoseconds)
    }

    func tick() -> Timestamp {
        nanoseconds.withLock {
            $0 += 1
            return Timestamp(nanoseconds: $0)
        }
    }
}

@Suite struct MarkerAppenderTests {
    private let moment = Timestamp(nanoseconds: 1_772_442_000_000_000_000)

    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test("the first marker makes the file, for its owner alone")
    func creates() throws {
        try inFolder { folder in
            let path = folder.appending(path: "markers.jsonl").path
            let marker = try MarkerAppender(path: path).append(.step, step: "a", iteration: 2, source: "cli") { moment }
            #expect(marker == Marker(time: moment, kind: .step, step: "a", iteration: 2, source: "cli"))
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == marker.line)
        }
    }

    @Test("a line without its end isn't glued to the next")
    func unfinishedLine() throws {
        try inFolder { folder in
            let file = folder.appending(path: "markers.jsonl")
            let before = Marker(time: moment, kind: .note, source: "editor")
            try Data(before.line.utf8.dropLast()).write(to: file)
            let after = try MarkerAppender(path: file.path).append(.end, source: "cli") { moment }
            try MarkerAppender(path: file.path).append(.end, source: "cli") { moment }
            #expect(try String(contentsOf: file, encoding: .utf8) == before.line + after.line + after.line)
        }
    }

    @Test("several writers at once leave whole lines in the order of their times")
    func concurrent() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "markers.jsonl")
        let clock = TickingClock(moment)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for number in 0..<50 {
                        let text = String(repeating: "\(number) ", count: number * 20)
                        try MarkerAppender(path: file.path)
                            .append(.note, text: text, source: "\(writer)", clock: clock.tick)
                    }
                }
            }
            try await group.waitForAll()
        }
        let log = try MarkerLog.parse(Data(contentsOf: file), name: "markers.jsonl")
        // The clock ticks once a marker, under the lock: neither a gap nor a swap.
        #expect(log.entries.map(\.marker.time.nanoseconds) == (1...400).map { moment.nanoseconds + $0 })
        for writer in 0..<8 {
            let markers = log.entries.map(\.marker).filter { $0.source == "\(writer)" }
            #expect(markers.map { $0.text?.utf8.count ?? -1 } == (0..<50).map { $0 * 20 * ($0 < 10 ? 2 : 3) })
        }
    }

    @Test("a full disk, a missing folder and a folder are told apart")
    func refusals() throws {
        try inFolder { folder in
            let cases: [(String, MarkerFileError.Reason)] = [
                ("/dev/full", .full), (folder.appending(path: "none/m.jsonl").path, .noFolder),
                (folder.path, .isFolder),
                ("/dev/null/m.jsonl", .noFolder),
            ]
            for (path, reason) in cases {
                #expect(throws: MarkerFileError(path: path, reason: reason)) {
                    try MarkerAppender(path: path).append(.end, source: "cli") { moment }
                }
                #expect("\(MarkerFileError(path: path, reason: reason))".hasPrefix(path + ": "))
            }
        }
    }

    /// An attribute of the kernel that has no way to be written: sysfs refuses writers of it, root among them.
    private static let unwritable = "/sys/kernel/uevent_seqnum"

    @Test(
        "a file that may not be written is named",
        .enabled(if: FileManager.default.fileExists(atPath: unwritable), "this system has no such file"))
    func permission() throws {
        #expect(throws: MarkerFileError(path: Self.unwritable, reason: .notPermitted)) {
            try MarkerAppender(path: Self.unwritable).append(.end, source: "cli") { moment }
        }
    }

    @Test(
        "system errors have their reason",
        arguments: [
            (ENOSPC, MarkerFileError.Reason.full), (EDQUOT, .full), (EFBIG, .full), (EACCES, .notPermitted),
            (EPERM, .notPermitted), (EROFS, .notPermitted), (ENOENT, .noFolder), (EIO, .other(5)),
        ])
    func reasons(_ code: Int32, _ reason: MarkerFileError.Reason) {
        #expect(MarkerFileError(path: "m", code: code).reason == reason)
    }

    @Test("a marker that no reader would take isn't written")
    func unreadable() throws {
        try inFolder { folder in
            let path = folder.appending(path: "m.jsonl").path
            #expect(throws: MarkerFileError(path: path, reason: .unreadable(.stepWithoutName))) {
                try MarkerAppender(path: path).append(.step, source: "cli") { moment }
            }
            #expect(throws: MarkerFileError.self) {
                try MarkerAppender(path: path).append(.step, step: "a\nb", source: "cli") { moment }
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }
}
