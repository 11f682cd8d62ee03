import Documents
import Foundation
import TestSupport
import Testing
import TrafficMeter

@testable import JourneyRecorder

/// Flows one by one.
@Suite struct ReplayFlowsTests {
    @Test("of every capture the flows' traffic is the hosts', and their slices are theirs", .reference)
    func sums() throws {
        var flows = 0
        for capture in ReferenceCapture.all {
            guard let replay = try? Replay(captures: [capture.file.path], tool: .ecoproxy) else { continue }
            let list = try replay.flowList()
            let hosts = replay.measurement.hosts.reduce(into: Traffic.zero) { $0 += $1.traffic }
            #expect(list.flows.reduce(into: Traffic.zero) { $0 += $1.traffic } == hosts, "\(capture.name)")
            for flow in list.flows {
                #expect(flow.slices.reduce(into: Traffic.zero) { $0 += $1.traffic } == flow.traffic)
                // A name is the first of all that there are, but one from blocks or a file, which names an address.
                if let name = flow.names.name { #expect(flow.names.candidates.first == name, "\(capture.name)") }
                #expect((flow.names.namesServer == nil) == (flow.openingBytes == nil))
            }
            // By transport as the measurement has it.
            var transports: [String: Traffic] = [:]
            for flow in list.flows { transports[flow.transport.rawValue, default: .zero] += flow.traffic }
            let groups = replay.measurement.breakdown?.transports ?? []
            #expect(
                transports == Dictionary(uniqueKeysWithValues: groups.map { ($0.key, $0.traffic) }), "\(capture.name)")
            flows += list.flows.count
        }
        #expect(flows > 1000)
        print("flow lists: \(flows) flows add up to their hosts and transports")
    }

    @Test("flows of the demonstration that tshark's hellos name bear name and protocols", .needs("tshark"))
    func names() throws {
        let walk = RecordedWalk.all[0]
        let list = try Replay(captures: [walk.capture], conditions: walk.conditions(), tool: .ecoproxy).flowList()
        let fields = [
            "tcp.srcport", "udp.srcport", "tls.handshake.extensions_server_name", "tls.handshake.extensions_alpn_str",
        ]
        let rows = try tshark(walk.capture, fields: fields, filter: "tls.handshake.type == 1", occurrence: "a")
        var compared = 0
        for row in rows where !row[2].isEmpty {
            let port = Int(row[0]) ?? Int(row[1].prefix { $0 != "," })
            let flow = try #require(list.flows.first { $0.device.port == port })
            #expect(flow.names.name == row[2])
            #expect(flow.names.protocols == row[3].split(separator: ",").map(String.init))
            #expect(flow.startedByDevice)
            compared += 1
        }
        #expect(compared > 3)
    }
}
