import Foundation
import TestSupport
import Testing

/// The classes of defects that hit mature tools: each ends with a result or a named error, in bounded time and memory.
@Suite struct HostileInputTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// The exit code: 0 done, 3 not to be trusted, 65 no capture.
        var status: Int32
        /// What is said about it.
        var says: String
        var write: @Sendable (inout CaptureBuilder) -> Void

        init(
            _ name: String, _ status: Int32, _ says: String, _ write: @escaping @Sendable (inout CaptureBuilder) -> Void
        ) {
            (testDescription, self.status, self.says, self.write) = (name, status, says, write)
        }
    }

    private typealias P = PacketBuilder

    private static let datagram = P.ipv4(
        from: "192.0.2.1", to: "198.51.100.1", protocol: 17, P.udp(from: 5000, to: 443, [1, 2, 3]))

    /// A pcapng file up to its first packet.
    private static func begin(_ builder: inout CaptureBuilder, resolution: UInt8? = nil) {
        builder.section()
        builder.interface(linkType: 101, options: resolution.map { [(9, [$0])] } ?? [])
        builder.enhancedPacket(units: 1_700_000_000_000_000, datagram)
    }

    static let attacks = [
        Attack("a captured length beyond its block", 3, "says it holds 4294967280 bytes") { builder in
            begin(&builder)
            builder.block(6) { body in
                for value in [0, 0, 0, 0xFFFF_FFF0, 0xFFFF_FFF0, 0] { body.append32(value) }
            }
        },
        Attack("an 80-byte file that asks for 4 GB", 3, "says it is 4294967280 bytes long") { builder in
            builder.section()
            builder.interface(linkType: 101)
            builder.append32(6)
            builder.append32(0xFFFF_FFF0)
            builder.append([UInt8](repeating: 0, count: 24))
        },
        Attack("a record of 2 GB", 3, "says it holds 2147483647 bytes") { builder in
            builder.pcapHeader(linkType: 101)
            builder.pcapRecord(seconds: 1, fraction: 0, datagram)
            for value in [2, 0, 0x7FFF_FFFF, 0x7FFF_FFFF] { builder.append32(value) }
        },
        Attack("counts of lost packets that no sum can hold", 3, "packets were dropped") { builder in
            begin(&builder)
            builder.interface(linkType: 101)
            let most = [UInt8](repeating: 0xFF, count: 7) + [0x7F]
            for interface in 0..<2 {
                builder.block(5) { body in
                    for value in [interface, 0, 0] { body.append32(value) }
                    body.options([(5, most), (7, most)])
                }
            }
        },
        Attack("interfaces without end", 3, "describes another interface after 65536") { builder in
            begin(&builder)
            for _ in 0..<65_536 { builder.interface(linkType: 101) }
        },
        Attack("blocks of no length", 3, "says it is 0 bytes long") { builder in
            begin(&builder)
            builder.append([UInt8](repeating: 0, count: 4096))
        },
        Attack("options of no length, ten thousand times", 0, "") { builder in
            begin(&builder)
            builder.enhancedPacket(
                units: 1_700_000_000_000_001, options: (0..<10_000).map { _ in (99, []) }, datagram)
        },
        Attack("records of no length, a hundred thousand times", 0, "") { builder in
            builder.pcapHeader(linkType: 101)
            for index in 0..<100_000 { builder.pcapRecord(seconds: index, fraction: 0, []) }
        },
        Attack("a clock of 10^127 ticks a second", 0, "without a time") { begin(&$0, resolution: 127) },
        Attack("a clock of 2^127 ticks a second", 0, "without a time") { begin(&$0, resolution: 255) },
        Attack("a clock of one tick a second", 0, "without a time") { begin(&$0, resolution: 0) },
        Attack("IP in IP, a hundred times", 0, "more headers one in another than are followed") { builder in
            builder.pcapHeader(linkType: 101)
            let nested = (0..<100).reduce(datagram) { inner, _ in
                P.ipv4(from: "192.0.2.1", to: "198.51.100.1", protocol: 4, inner)
            }
            builder.pcapRecord(seconds: 1, fraction: 0, nested)
        },
        Attack("VLAN tags without end", 0, "more headers one in another than are followed") { builder in
            builder.pcapHeader()
            builder.pcapRecord(
                seconds: 1, fraction: 0,
                P.ethernet(type: 0x8100, (0..<16_000).flatMap { _ in [0, 1, 0x81, 0] as [UInt8] }))
        },
        Attack("IPv6 extension headers without end", 0, "more headers one in another than are followed") { builder in
            builder.pcapHeader(linkType: 101)
            builder.pcapRecord(
                seconds: 1, fraction: 0,
                P.ipv6(
                    from: "2001:db8:0:0:0:0:0:1", to: "2001:db8:0:0:0:0:0:2", next: 60,
                    (0..<8000).flatMap { _ in [60, 0, 1, 4, 0, 0, 0, 0] as [UInt8] }))
        },
        Attack("a stream of holes", 0, "too disordered") { builder in
            builder.pcapHeader(linkType: 101)
            for index in 0..<20_000 {
                let segment = P.tcp(from: 5000, to: 443, sequence: index * 10, [1, 2])
                builder.pcapRecord(
                    seconds: 1, fraction: index, P.ipv4(from: "192.0.2.1", to: "198.51.100.1", protocol: 6, segment))
            }
        },
        Attack("a greeting in ten thousand pieces, the last one first", 0, "") { builder in
            builder.pcapHeader(linkType: 101)
            let hello: [UInt8] = [22, 3, 1, 0x3F, 0xF0, 1, 0, 0x3F, 0xEC]
            for index in (0..<10_000).reversed() {
                let segment = P.tcp(from: 5000, to: 443, sequence: 1 + index, [index < 9 ? hello[index] : 0])
                builder.pcapRecord(
                    seconds: 1, fraction: index, P.ipv4(from: "192.0.2.1", to: "198.51.100.1", protocol: 6, segment))
            }
        },
        Attack("fragments of one packet that add up to megabytes", 0, "") { builder in
            builder.pcapHeader(linkType: 101)
            for index in 0..<70_000 {
                builder.pcapRecord(
                    seconds: 1, fraction: index,
                    P.ipv4(
                        from: "192.0.2.1", to: "198.51.100.1", protocol: 17, id: index,
                        fragment: 0x2000 | (1 + index % 8000),
                        [UInt8](repeating: 0, count: 60)))
            }
        },
        Attack("the last second of 32 bits, and a fraction beyond a second", 0, "") { builder in
            builder.pcapHeader(linkType: 101)
            builder.pcapRecord(seconds: 0xFFFF_FFFF, fraction: 0xFFFF_FFFF, datagram)
        },
        Attack("sections of the other byte order, a thousand times", 3, "") { builder in
            for index in 0..<1000 {
                var section = CaptureBuilder(bigEndian: index % 2 == 0)
                section.section()
                section.interface(linkType: 101)
                builder.append(section.bytes)
            }
        },
    ]

    @Test(
        "ends with a result or a named error, in 20 seconds and 64 MB beyond what the program needs to start",
        arguments: attacks)
    func attack(_ attack: Attack) throws {
        let folder = try TemporaryFolder()
        var builder = CaptureBuilder()
        attack.write(&builder)
        let file = try folder.write("hostile", Data(builder.bytes))
        let result = try TestSupport.run(
            "timeout",
            ["-k", "2", "20", "python3", Repository.root.appending(path: "Tests/CommandTests/peak-memory.py").path]
                + [Ecoproxy.path, "replay", file],
            environment: Ecoproxy.environment)
        #expect(result.status == attack.status, "\(result.errors)")
        let memory = try #require(result.errors.split(separator: "\n").last.flatMap { Int($0) })
        // A sanitizer's own memory is a multiple of the program's.
        let limit = ProcessInfo.processInfo.environment["SANITIZED"] == nil ? 128 << 10 : 1024 << 10
        #expect(memory < limit, "KiB at its peak")
        let said = (result.text + result.errors).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(attack.says.isEmpty || said.contains(attack.says), "\(said)")
    }

    /// A DNS answer that names an address so.
    private static func answer(_ name: [UInt8]) -> [UInt8] {
        let question = [UInt8(name.count)] + name + [0, 0, 1, 0, 1]
        let message =
            [0, 1, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0] + question + [
                0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 198, 51, 100, 1,
            ]
        return P.ipv4(from: "192.0.2.53", to: "192.0.2.1", protocol: 17, P.udp(from: 53, to: 5000, message))
    }

    @Test(
        "names from the network command neither terminal, table nor page",
        arguments: [
            "\u{1B}]0;owned\u{7}\u{1B}[2J", "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "\"><img src=x>",
            "a,b\r\nc",
        ])
    func names(_ name: String) throws {
        let folder = try TemporaryFolder()
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: 101)
        builder.pcapRecord(seconds: 1, fraction: 0, Self.answer(Array(name.utf8)))
        builder.pcapRecord(seconds: 2, fraction: 0, Self.datagram)
        let file = try folder.write("names.pcap", Data(builder.bytes))
        let result = try Ecoproxy.run("replay", file, "--flows", folder["flows.csv"], "-o", folder["m.json"])
        #expect(!result.text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || (127..<160).contains($0.value) })
        let table = String(decoding: try folder.data("flows.csv"), as: UTF8.self)
        #expect(table.split(separator: "\r\n").count == 3)
        #expect(!table.contains("\u{1B}") && !table.contains(",=") && !table.contains("\"="))
        #expect(try Ecoproxy.run("report", folder["m.json"], "--html", folder["report.html"]).status == 0)
        let page = String(decoding: try folder.data("report.html"), as: UTF8.self)
        #expect(!page.contains("<script>alert") && !page.contains("<img src=x>") && !page.contains("\u{1B}"))
    }
}
