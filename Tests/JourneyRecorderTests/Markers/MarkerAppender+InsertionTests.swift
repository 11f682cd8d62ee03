import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct MarkerAppenderInsertionTests {
    private func marker(_ second: Int64, _ step: String) -> Marker {
        Marker(time: Timestamp(nanoseconds: second * 1_000_000_000), kind: .step, step: step, source: "t")
    }

    @Test("markers stand in the order of their times, in whichever order they come", arguments: [0, 1, 2, 3, 4, 5])
    func order(_ permutation: Int) throws {
        let folder = try TemporaryFolder()
        var left = [marker(1, "a"), marker(2, "b"), marker(3, "cé")]
        let first = left.remove(at: permutation / 2)
        let second = left.remove(at: permutation % 2)
        for marker in [first, second, left[0]] {
            try MarkerAppender(path: folder["m"]).insert(marker)
        }
        let log = try MarkerLog.parse(folder.data("m"), name: "m")
        #expect(log.entries.map(\.marker.step) == ["a", "b", "cé"])
        #expect(String(decoding: try folder.data("m"), as: UTF8.self).split(separator: "\n").count == 3)
        let mode = try FileManager.default.attributesOfItem(atPath: folder["m"])[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("of equal times the new one comes after; a last line without its end is ended; blank lines and CRLF stay")
    func edges() throws {
        let folder = try TemporaryFolder()
        let lines = marker(1, "a").line.dropLast() + "\r\n\n" + marker(2, "b").line.dropLast()
        let path = try folder.write("m", String(lines))
        try MarkerAppender(path: path).insert(marker(2, "c"))
        try MarkerAppender(path: path).insert(marker(1, "d"))
        let log = try MarkerLog.parse(folder.data("m"), name: "m")
        #expect(log.entries.map(\.marker.step) == ["a", "d", "b", "c"])
    }

    @Test("a file that can't be read is left as it is")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("m", "no marker\n" + marker(2, "b").line)
        #expect(throws: MarkerError.self) { try MarkerAppender(path: path).insert(marker(1, "a")) }
        #expect(try String(decoding: folder.data("m"), as: UTF8.self).hasPrefix("no marker\n"))
        #expect(throws: MarkerFileError.self) { try MarkerAppender(path: folder["no/m"]).insert(marker(1, "a")) }
    }
}
