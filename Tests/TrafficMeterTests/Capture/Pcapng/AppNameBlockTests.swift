import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// Blocks drawn as PCAPdroid does (emanuele-f/PCAPdroid, app/src/main/jni/core/pcap_dump.c).
@Suite struct AppNameBlockTests {
    private static func body(
        author: Int = 62_652, version: Int = 1, type: UInt8 = 1, number: Int = 10_187,
        package: String = "fr.exemple.sante",
        title: String = "Santé", packageLength: Int? = nil, titleLength: Int? = nil, bigEndian: Bool = false
    ) -> [UInt8] {
        var builder = CaptureBuilder(bigEndian: bigEndian)
        builder.append32(author)
        builder.append16(version)
        builder.append([type, 0])
        builder.append32(number)
        builder.append([UInt8(packageLength ?? package.utf8.count), UInt8(titleLength ?? title.utf8.count)])
        builder.append(Array(package.utf8) + Array(title.utf8))
        return builder.bytes
    }

    private static func name(_ body: [UInt8], _ order: Endianness = .little) -> AppName? {
        AppName(BlockBody(bytes: body.rawSpan, order: order, offset: 0, file: "test"))
    }

    @Test("a block has number, package and title, in either byte order", arguments: [false, true])
    func names(_ isBigEndian: Bool) {
        let found = Self.name(Self.body(bigEndian: isBigEndian), isBigEndian ? .big : .little)
        #expect(found?.uid == 10_187)
        #expect(found?.package == "fr.exemple.sante")
        #expect(found?.title == "Santé")
        #expect(Self.name(Self.body(title: "")).map { $0.title == nil } == true)
    }

    @Test("blocks of others, of another version or kind, and of no name, name nothing")
    func others() {
        for body in [
            Self.body(author: 62_653), Self.body(version: 2), Self.body(type: 2), Self.body(package: "", title: ""),
        ] { #expect(Self.name(body) == nil) }
    }

    @Test("what is written is read again, with a title alone too", arguments: ["", "fr.exemple.sante"])
    func written(_ package: String) {
        let name = AppName(uid: -1, package: package, title: "Santé")
        #expect(Self.name(name.block) == name)
        #expect(
            Self.body(number: 10_187, package: package, title: "")
                == AppName(uid: 10_187, package: package, title: nil).block)
    }

    @Test("a block cut anywhere, or with names beyond its end, names nothing")
    func hostile() {
        let whole = Self.body()
        for count in 0..<whole.count { #expect(Self.name(Array(whole.prefix(count))) == nil, "\(count) bytes") }
        for length in [20, 100, 255] {
            #expect(Self.name(Self.body(packageLength: length)) == nil)
            #expect(Self.name(Self.body(titleLength: length)) == nil)
        }
    }

    /// A capture with a block of names, and a packet that a comment numbers.
    private static func capture(_ block: [UInt8], comment: String = "u-10187") -> [UInt8] {
        var builder = CaptureBuilder()
        builder.section()
        builder.interface(linkType: 101)
        builder.block(0x0000_0BAD) { $0.append(block) }
        builder.enhancedPacket(units: 1, options: [(1, Array(comment.utf8))], PktapBuilder.ip)
        return builder.bytes
    }

    /// The apps of a capture, named by its blocks.
    private static func apps(_ bytes: [UInt8]) throws -> [String] {
        let folder = try TemporaryFolder()
        var set = try CaptureSet(paths: [folder.write("apps.pcapng", Data(bytes))])
        var meter = Meter()
        meter.add(allOf: &set) { _ in SliceStretch(slice: 0) }
        #expect(set.files[0].damage == nil)
        meter.name(apps: set.files.flatMap(\.appNames))
        return meter.appTraffic.map { "\($0.uid) \($0.label) \($0.packets)" }
    }

    @Test("packets bear a number in their comment, and its names are the block's")
    func comments() throws {
        #expect(try Self.apps(Self.capture(Self.body())) == ["10187 fr.exemple.sante 1"])
        #expect(try Self.apps(Self.capture(Self.body(number: 10_188))) == ["10187 uid 10187 1"])
        #expect(try Self.apps(Self.capture(Self.body(packageLength: 255))) == ["10187 uid 10187 1"], "and no damage")
        for comment in ["u-", "u-x", "10187", "v-10187", "u-99999999999999999999"] {
            #expect(try Self.apps(Self.capture(Self.body(), comment: comment)).isEmpty, "\(comment)")
        }
    }

    @Test("a huge block of somebody else's is passed over")
    func huge() throws {
        let huge = Self.body() + [UInt8](repeating: 0, count: 100_000)
        #expect(try Self.apps(Self.capture(huge)) == ["10187 uid 10187 1"])
    }
}
