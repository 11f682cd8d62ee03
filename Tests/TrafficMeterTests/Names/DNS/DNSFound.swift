import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// What a response says: the question's name, then the data of A, AAAA and CNAME records, in the message's order.
struct DNSFound: Equatable {
    var question: String?
    var a: [String]
    var aaaa: [String]
    var cname: [String]

    /// What tshark says of it.
    init(_ entry: [String: Any]) {
        let texts = { (key: String) in (entry[key] as? [String] ?? []).map { $0.lowercased() } }
        (question, a, aaaa, cname) = (texts("qname").first, texts("a"), texts("aaaa"), texts("cname"))
    }

    /// What the reader says of it.
    init(_ message: DNSMessage) {
        let records = message.addresses.filter { !$0.isHint }.map(\.address)
        let text = { (name: Int) in
            // tshark shows a byte that isn't UTF-8 as one replacement character, and the root as a word.
            let text = message.names.text(name).replacing(/\\\d{3}/, with: "\u{FFFD}")
            return text.isEmpty ? "<root>" : text
        }
        question = message.question.map(text)
        a = records.filter { !$0.isIPv6 }.map(\.description)
        aaaa = records.filter(\.isIPv6).map(\.description)
        cname = message.aliases.filter { !$0.isService }.map { text($0.target) }
    }

    /// Whether another one says the same and perhaps more.
    func isBeginning(of whole: DNSFound) -> Bool {
        question == whole.question && whole.a.starts(with: a) && whole.aaaa.starts(with: aaaa)
            && whole.cname.starts(with: cname)
    }
}

extension ReferenceCapture {
    /// tshark's responses, by packet number.
    func dnsEntries() throws -> [(Int, [String: Any])] {
        let names = try oracle()["names"] as? [String: Any]
        return try #require(names?["dns"] as? [[String: Any]]).map { (try #require($0["packet"] as? Int), $0) }
    }

    /// Gives the payloads of a transport, in the order of the file, with their packets' numbers.
    func forEachPayload(
        _ kind: PacketRecord.Kind, _ body: (Int, borrowing PacketRecord, RawSpan) -> Void
    ) throws {
        var number = 0
        // Some of the captures can't be opened at all, which others test.
        guard var captures = try? CaptureSet(paths: [file.path]) else { return }
        captures.forEach { packet in
            number += 1
            let record = Dissector(view: .inner).dissect(packet)
            guard record.kind == kind, record.storedPayload > 0 else { return }
            let end = record.payloadOffset + record.storedPayload
            body(number, record, packet.bytes.extracting(record.payloadOffset..<end))
        }
    }
}
