import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// Files that are written while they are followed; what they hold need be no capture here.
@Suite struct FollowedArrivalsTests {
    private let folder: TemporaryFolder
    /// Later than all that was written before.
    private final class Clock { var seconds = 1_000_000_000.0 }
    private let clock = Clock()

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Writes a file anew in its place, as its only content, with a time of its own.
    private func write(_ text: String, to name: String) throws {
        _ = try folder.write(name, text)
        try stamp(name)
    }

    private func append(_ text: String, to name: String) throws {
        let file = try FileHandle(forWritingTo: URL(filePath: folder[name]))
        try file.seekToEnd()
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
        try stamp(name)
    }

    private func stamp(_ name: String) throws {
        clock.seconds += 1
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: clock.seconds)], ofItemAtPath: folder[name])
    }

    /// All that comes until nothing does.
    private func arrivals(of source: FollowedArrivals) throws -> [Arrival] {
        var found: [Arrival] = []
        while true {
            switch try source.next() {
            case .nothing: return found
            case .again: continue
            case let arrival: found.append(arrival)
            }
        }
    }

    @Test("a ring of files is read round after round: longer, shorter, as long as before, and of another file")
    func ring() throws {
        try write("first", to: "ring.pcap0")
        try write("second", to: "ring.pcap1")
        let source = FollowedArrivals(path: folder.url.path)
        #expect(try arrivals(of: source) == ["second"])
        for (text, name) in [
            ("longer than the first", "ring.pcap0"), ("short", "ring.pcap1"), ("as long as the first.", "ring.pcap0"),
        ] {
            try write(text, to: name)
            #expect(try arrivals(of: source) == [.successor, .bytes(Array(text.utf8))])
        }
        try FileManager.default.removeItem(atPath: folder["ring.pcap1"])
        try write("other", to: "ring.pcap1")
        #expect(try arrivals(of: source) == [.successor, "other"])
        #expect(try arrivals(of: source) == [])
    }

    @Test("files that were written anew while another was read come in the order that they were written in")
    func backlog() throws {
        try write("one", to: "a.pcap")
        let source = FollowedArrivals(path: folder.url.path)
        #expect(try arrivals(of: source) == ["one"])
        try write("two", to: "b.pcap")
        try write("three", to: "a.pcap")
        // The file that was read is emptied before its end is met, and comes again in its turn.
        #expect(try arrivals(of: source) == [.successor, "two", .successor, "three"])
    }

    @Test("what is renamed, or grows after it was left, isn't read again")
    func renamed() throws {
        try write("one", to: "a.pcap")
        let source = FollowedArrivals(path: folder.url.path)
        #expect(try arrivals(of: source) == ["one"])
        try FileManager.default.moveItem(atPath: folder["a.pcap"], toPath: folder["z.pcap"])
        try append(" and more", to: "z.pcap")
        #expect(try arrivals(of: source) == [" and more"])
        try write("two", to: "b.pcap")
        #expect(try arrivals(of: source) == [.successor, "two"])
        try append(", late", to: "z.pcap")
        try FileManager.default.moveItem(atPath: folder["z.pcap"], toPath: folder["y.pcap"])
        #expect(try arrivals(of: source) == [])
    }

    @Test("what is written to a file while its successor is found is read before that", arguments: [false, true])
    func race(_ isFolder: Bool) throws {
        try write("one", to: "a.pcap")
        let source = FollowedArrivals(path: isFolder ? folder.url.path : folder["a.pcap"])
        #expect(try source.next() == "one")
        let writer = try FileHandle(forWritingTo: URL(filePath: folder["a.pcap"]))
        try writer.seekToEnd()
        if !isFolder { try FileManager.default.moveItem(atPath: folder["a.pcap"], toPath: folder["a.pcap.1"]) }
        try write("two", to: isFolder ? "b.pcap" : "a.pcap")
        // It has no more to give, and the other file is there: between the two looks the writer may have written.
        #expect(try source.next() == .again)
        try writer.write(contentsOf: Data(", and the last of it".utf8))
        #expect(try arrivals(of: source) == [", and the last of it", .successor, "two"])
    }

    @Test("a file that is emptied begins anew, also if it is longer than it was before that is seen")
    func emptied() throws {
        try write("one", to: "a.pcap")
        let source = FollowedArrivals(path: folder["a.pcap"])
        #expect(try arrivals(of: source) == ["one"])
        try write("", to: "a.pcap")
        #expect(try arrivals(of: source) == [.successor])
        try write("two", to: "a.pcap")
        #expect(try arrivals(of: source) == ["two"])
        try write("longer than two", to: "a.pcap")
        #expect(try arrivals(of: source) == [.successor, "longer than two"])
    }

    @Test("a folder's own folders and pipes are no captures, whatever they are called; nor is a compressed one")
    func others() throws {
        try FileManager.default.createDirectory(atPath: folder["folder.pcap"], withIntermediateDirectories: false)
        #expect(try run("mkfifo", [folder["pipe.pcap"]]).status == 0)
        try write("compressed", to: "a.pcap.gz")
        let source = FollowedArrivals(path: folder.url.path)
        #expect(try arrivals(of: source) == [])
        try write("one", to: "a.pcap")
        #expect(try arrivals(of: source) == ["one"])
    }
}
