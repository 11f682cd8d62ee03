import Documents
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct ConservationTests {
    /// A figure that is moved by one, as a fault of the program would.
    struct Fault: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var says: String
        var apply: @Sendable (inout JourneyMeasurement) -> Void

        init(_ description: String, _ says: String, _ apply: @escaping @Sendable (inout JourneyMeasurement) -> Void) {
            (testDescription, self.says, self.apply) = (description, says, apply)
        }
    }

    static let faults = [
        Fault("a packet of the totals", "steps, outside and left out") { $0.totals.packets += 1 },
        Fault("an IP byte of the totals", "steps, outside and left out") { $0.totals.ipBytes -= 1 },
        Fault("a wire byte of a step", "steps, outside and left out") { $0.steps[0].traffic.up.wireBytes += 1 },
        Fault("a payload byte outside", "steps, outside and left out") { $0.outside.traffic.down.payloadBytes += 1 },
        Fault("a byte of a host", "hosts, other IP, non-IP and left out") { $0.hosts[0].traffic.up.ipBytes += 1 },
        Fault("a frame without IP", "hosts, other IP, non-IP and left out") { $0.nonIP.up.packets += 1 },
        Fault("a byte of a step's host", "the kinds of a section") { $0.steps[0].hosts[0].traffic.up.ipBytes += 1 },
        Fault("a unique byte of a step's host", "the kinds of a section") {
            $0.steps[0].hosts[0].traffic.down.uniquePayloadBytes += 1
        },
        Fault("other IP outside", "the kinds of a section") { $0.outside.otherIP.up.ipBytes += 1 },
        Fault("a byte that was left out", "steps, outside and left out") { $0.selection?.leftOut.wireBytes += 1 },
        Fault("an app that isn't there", "the parts of a breakdown") { $0.breakdown?.apps?.removeAll() },
        Fault("a transport twice", "the parts of a breakdown") { measurement in
            if let first = measurement.breakdown?.transports.first { measurement.breakdown?.transports.append(first) }
        },
        Fault("a byte of a step's party", "the parts of a breakdown") {
            $0.steps[0].breakdown?.parties[0].traffic.up.ipBytes += 1
        },
        Fault("a unique byte of a step's purpose", "the parts of a breakdown") {
            $0.steps[0].breakdown?.purposes[0].traffic.down.uniquePayloadBytes -= 1
        },
        Fault("a packet of a version of IP", "the parts of a breakdown") {
            $0.breakdown?.ipVersions[0].traffic.up.packets += 1
        },
    ]

    @Test("a measurement whose sums agree passes")
    func sound() throws {
        try JourneyMeasurement.full.checkConservation()
        try JourneyMeasurement.minimal.checkConservation()
    }

    @Test("a single byte too many or too few is found", arguments: faults)
    func fault(_ fault: Fault) throws {
        var measurement = JourneyMeasurement.full
        fault.apply(&measurement)
        let error = #expect(throws: ConservationError.self) { try measurement.checkConservation() }
        #expect(error?.what == fault.says)
        #expect(error?.description.contains("please report") == true)
    }
}
