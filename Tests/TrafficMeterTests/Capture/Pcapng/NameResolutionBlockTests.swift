import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

/// Blocks drawn as draft-ietf-opsawg-pcapng § 4.5 does.
@Suite struct NameResolutionBlockTests {
    /// What a block's body gives.
    private static func read(
        _ body: [UInt8], order: Endianness = .little, limit: Int = 10
    ) -> (texts: [String], turnedAway: Int, isWhole: Bool) {
        let block = NameResolutionBlock(
            BlockBody(bytes: body.rawSpan, order: order, offset: 0, file: "test"), limit: limit)
        return (block.resolutions.map { "\($0.address) \($0.name)" }, block.turnedAway, block.isWhole)
    }

    /// A record, padded.
    private static func record(_ type: Int, _ value: [UInt8], bigEndian: Bool = false) -> [UInt8] {
        var builder = CaptureBuilder(bigEndian: bigEndian)
        builder.append16(type)
        builder.append16(value.count)
        builder.append(value + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4))
        return builder.bytes
    }

    private static let four = P.address("127.0.0.1") + Array("LocalHost\0me.\0".utf8)
    private static let six: [UInt8] =
        [0x20, 1, 0xD, 0xB8] + [UInt8](repeating: 0, count: 11) + [7] + Array("sant\u{E9}\0".utf8)
    private static let end: [UInt8] = [0, 0, 0, 0]
    private static let texts = ["127.0.0.1 localhost", "127.0.0.1 me", "2001:db8::7 sant\\195\\169"]

    @Test("addresses of both kinds give their names, in either byte order", arguments: [false, true])
    func names(_ isBigEndian: Bool) {
        let body =
            Self.record(1, Self.four, bigEndian: isBigEndian)
            + Self.record(3, [1, 2, 3, 4, 5, 6, 0x61, 0], bigEndian: isBigEndian)
            + Self.record(2, Self.six, bigEndian: isBigEndian)
        let order: Endianness = isBigEndian ? .big : .little
        // Options may follow the end of the records, or nothing, or the end may be missing.
        for tail in [Self.end, Self.end + [1, 0, 9, 9], []] {
            let found = Self.read(body + tail, order: order)
            #expect(found.texts == Self.texts)
            #expect(found.isWhole)
        }
    }

    @Test("names beyond the limit are counted")
    func limit() {
        let found = Self.read(Self.record(1, Self.four) + Self.record(2, Self.six), limit: 2)
        #expect(found.texts == Array(Self.texts.prefix(2)))
        #expect(found.turnedAway == 1)
    }

    @Test("a body cut at any byte gives a beginning of its names")
    func cut() {
        let body = Self.record(1, Self.four) + Self.record(2, Self.six) + Self.end
        for length in 0..<body.count {
            let found = Self.read(Array(body.prefix(length)))
            #expect(found.texts == Array(Self.texts.prefix(found.texts.count)), "cut at \(length)")
        }
    }

    @Test(
        "what is wrong with a record ends the reading, and nothing else",
        arguments: [
            record(1, [127, 0, 0]), record(2, P.address("127.0.0.1")), record(1, [1, 2, 3, 4, 0x61]), [1, 0, 9, 0, 1],
        ])
    func broken(_ record: [UInt8]) {
        let found = Self.read(Self.record(1, Self.four) + record)
        #expect(found.texts.prefix(2) == Self.texts.prefix(2))
        #expect(!found.isWhole)
    }

    @Test("names without a byte, or longer than a host's, are left out")
    func lengths() {
        let long = [UInt8](repeating: 0x61, count: 256)
        let found = Self.read(Self.record(1, P.address("127.0.0.1") + [0] + long + [0] + [0x62, 0, 0]))
        #expect(found.texts == ["127.0.0.1 b"])
        #expect(found.isWhole)
    }

    @Test("a file's names are known once it is read, and its packets with them")
    func file() throws {
        var builder = CaptureBuilder()
        builder.section()
        builder.block(4) { $0.append(Self.record(1, Self.four) + Self.end) }
        builder.interface()
        builder.enhancedPacket(units: 1, [1, 2, 3, 4])
        builder.block(4) { $0.append(Self.record(2, Self.six) + [1, 0, 200, 0]) }
        builder.enhancedPacket(units: 2, [1, 2, 3, 4])
        let folder = try TemporaryFolder()
        let path = try folder.write("names.pcapng", Data(builder.bytes))
        var captures = try CaptureSet(paths: [path])
        var packets = 0
        captures.forEach { _ in packets += 1 }
        #expect(packets == 2)
        #expect(captures.files[0].damage == nil)
        #expect(captures.files[0].resolutions.map { "\($0.address) \($0.name)" } == Self.texts)
    }

    /// The names that tshark gathers of a file, `address name`.
    private static func namesByTshark(_ path: String) throws -> Set<String> {
        let lines = try run("tshark", ["-n", "-r", path, "-q", "-z", "hosts"], environment: ["TZ": "UTC"]).text
        return Set(
            lines.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
                $0.split(separator: "\t").joined(separator: " ")
            })
    }

    private static func names(_ path: String) throws -> [String] {
        var captures = try CaptureSet(paths: [path])
        captures.forEach { _ in }
        return captures.files[0].resolutions.map { "\($0.address) \($0.name)" }
    }

    @Test("tshark reads the same names of a file in either byte order", .needs("tshark"), arguments: [false, true])
    func byTshark(_ isBigEndian: Bool) throws {
        var builder = CaptureBuilder(bigEndian: isBigEndian)
        builder.section()
        builder.interface()
        let seven = P.address("2001:db8:0:0:0:0:0:7") + Array("api.sante.example\0".utf8)
        let one = P.address("192.0.2.1") + Array("phone.example\0".utf8)
        builder.block(4) { body in
            body.append(Self.record(1, one, bigEndian: isBigEndian) + Self.record(2, seven, bigEndian: isBigEndian))
            body.append(Self.end)
        }
        let folder = try TemporaryFolder()
        let path = try folder.write("names.pcapng", Data(builder.bytes))
        #expect(try Self.names(path) == ["192.0.2.1 phone.example", "2001:db8::7 api.sante.example"])
        #expect(try Set(Self.names(path)) == Self.namesByTshark(path))
    }

    @Test("the reference captures' names have all that tshark reads", .reference, .needs("tshark"))
    func reference() throws {
        var agreeing = 0
        for capture in ReferenceCapture.all where capture.name.hasPrefix("ngtest__") {
            let found = Set(try Self.names(capture.file.path))
            let expected = try Self.namesByTshark(capture.file.path)
            guard !found.isEmpty else { continue }
            // tshark keeps one name of each address.
            #expect(expected.isSubset(of: found), "\(capture.name)")
            #expect(Set(expected.map { $0.prefix { $0 != " " } }) == Set(found.map { $0.prefix { $0 != " " } }))
            agreeing += expected.count
        }
        print("names in Name Resolution Blocks: \(agreeing) as tshark reads them")
        #expect(agreeing > 10)
    }
}
