import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct DatagramRecordsTests {
    private func header(linkType: Int, bigEndian: Bool = false) -> [UInt8] {
        var builder = CaptureBuilder(bigEndian: bigEndian)
        builder.pcapHeader(linkType: linkType)
        return builder.bytes
    }

    private func record(_ packet: [UInt8], bigEndian: Bool = false) -> [UInt8] {
        var builder = CaptureBuilder(bigEndian: bigEndian)
        builder.pcapRecord(seconds: 1, fraction: 2, packet)
        return builder.bytes
    }

    private func bytes(_ datagrams: [[UInt8]]) -> (bytes: [UInt8], passedOver: Int) {
        var records = DatagramRecords()
        for datagram in datagrams { _ = records.add(datagram) }
        return (records.waiting, records.passedOver)
    }

    private let trailer: [UInt8] = [0x01, 0x07, 0x20, 0x21] + [UInt8](repeating: 0, count: 28)

    @Test("a header and its records are the file's bytes, and a second header is none", arguments: [false, true])
    func whole(_ bigEndian: Bool) {
        let (header, record) = (header(linkType: 101, bigEndian: bigEndian), record([0x45, 1], bigEndian: bigEndian))
        #expect(bytes([header, record, header, record]).bytes == header + record + record)
    }

    @Test("a header that was missed is made up, of the link type that the trailer tells")
    func missed() {
        let raw = record([0x45] + [UInt8](repeating: 0, count: 70))
        #expect(Array(bytes([raw]).bytes.prefix(24)) == header(linkType: 101))
        let framed = record([UInt8](repeating: 0, count: 14) + [0x45, 0] + trailer)
        #expect(Array(bytes([framed]).bytes.prefix(24)) == header(linkType: 1))
        #expect(Array(bytes([framed]).bytes.dropFirst(24)) == framed)
    }

    @Test("what is no record is passed over")
    func strange() {
        let record = record([1, 2, 3])
        let found = bytes([[], [1], Array(record.dropLast()), record + [0], [UInt8](repeating: 255, count: 40), record])
        #expect(found.passedOver == 5)
        #expect(Array(found.bytes.dropFirst(24)) == record)
    }

    @Test("what waits is given in pieces of any length", arguments: [1, 3, 100])
    func pieces(_ length: Int) {
        var records = DatagramRecords()
        _ = records.add(header(linkType: 1))
        var buffer = [UInt8](repeating: 0, count: 200)
        var found: [UInt8] = []
        while !records.waiting.isEmpty {
            let count = records.give(to: &buffer, 50..<50 + length)
            found += buffer[50..<50 + count]
        }
        #expect(found == header(linkType: 1))
        #expect(buffer.count == 200)
    }
}
