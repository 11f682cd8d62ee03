import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// Apps by what each capture has to tell of them.
@Suite struct AppBookTests {
    /// PCAPdroid's trailer (emanuele-f/PCAPdroid, app/src/main/jni/core/pcap_dump.h) behind a packet.
    private static func trailer(_ number: Int, _ name: String, header: [UInt8] = zeros) -> [UInt8] {
        let text = (Array(name.utf8) + [UInt8](repeating: 0, count: 20)).prefix(20)
        return header + PktapBuilder.ip + PacketBuilder.uint32(0x0107_2021) + PacketBuilder.uint32(number) + text
            + [1, 2, 3, 4]
    }

    /// PCAPdroid's made-up Ethernet header.
    private static let zeros = [UInt8](repeating: 0, count: 12) + [8, 0]

    @Test("a trailer has the app's number and name")
    func trailers() throws {
        let packets = [Self.trailer(10_187, "Sante"), Self.trailer(10_187, "Sante"), Self.trailer(-1, "")]
        let apps = try Metering(packets: packets).meter.appTraffic
        #expect(apps.map(\.uid) == [-1, 10_187])
        #expect(apps.last?.name == "Sante")
        #expect(apps.last?.packets == 2)
        #expect(apps.last?.wireBytes == 2 * packets[0].count)
    }

    @Test("a trailer with another number, cut, or behind a real Ethernet header, is none")
    func noTrailer() throws {
        var other = Self.trailer(10_187, "Sante")
        other[other.count - 32] = 2
        let real = Self.trailer(10_187, "Sante", header: [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0])
        for packet in [other, Self.trailer(10_187, "Sante").dropLast() + [], real] {
            #expect(try Metering(packets: [packet]).meter.appTraffic.isEmpty)
        }
    }

    @Test("processes of PKTAP are apps by their names, numbered by nobody")
    func processes() throws {
        let packets = [
            PktapBuilder.packet(process: (77, "helper"), effective: (310, "Sante")),
            PktapBuilder.packet(process: (310, "Sante")), PktapBuilder.packet(process: (80, "helper")),
        ]
        let metering = try Metering(packets: packets, linkType: PktapBuilder.linkType)
        let apps = metering.meter.appTraffic
        #expect(apps.map { "\($0.uid) \($0.name ?? "") \($0.packets)" } == ["-1 Sante 2", "-1 helper 1"])
        // One flow: the first name counts.
        #expect(metering.meter.app(of: metering.meter.flows[0])?.name == "Sante")
    }

    @Test("an app that isn't known makes room for one that is")
    func unknown() throws {
        for name in ["", "Unknown"] {
            let (unknown, known) = (Self.trailer(-1, name), Self.trailer(10_187, "Sante"))
            for packets in [[unknown, known], [known, unknown], [unknown, known, Self.trailer(10_188, "Other")]] {
                let metering = try Metering(packets: packets)
                #expect(metering.meter.app(of: metering.meter.flows[0])?.uid == 10_187)
            }
        }
        #expect(try Metering(packets: [Self.trailer(10_187, "")]).meter.appTraffic.map(\.label) == ["uid 10187"])
    }
}
