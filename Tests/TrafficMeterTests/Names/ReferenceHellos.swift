import Foundation
import TestSupport

@testable import TrafficMeter

/// A hello as tshark and this program tell it: who sent it, and what it says.
struct FoundHello: Hashable, CustomStringConvertible {
    var source: String
    var destination: String
    var name: String
    var protocols: [String]
    var hasECH: Bool
    var hasESNI: Bool

    var description: String { "\(source) to \(destination): \(name) \(protocols) ECH \(hasECH) ESNI \(hasESNI)" }

    /// What was read of a packet's sender.
    init(_ record: borrowing PacketRecord, _ hello: ClientHello) {
        source = "\(record.source) \(record.sourcePort)"
        destination = "\(record.destination) \(record.destinationPort)"
        name = hello.serverName.text
        protocols = hello.protocols
        (hasECH, hasESNI) = (hello.hasECH, hello.hasESNI)
    }

    /// An entry of the reference; `nil` without ends.
    init?(_ entry: [String: Any]) {
        guard let from = entry["src_ip"] as? String, let fromPort = entry["src_port"] as? Int,
            let to = entry["dst_ip"] as? String, let toPort = entry["dst_port"] as? Int
        else { return nil }
        (source, destination) = ("\(from) \(fromPort)", "\(to) \(toPort)")
        name = (entry["sni"] as? [String] ?? []).joined(separator: ",").lowercased()
        protocols = entry["alpn"] as? [String] ?? []
        hasECH = entry["ech"] as? Bool ?? false
        hasESNI = entry["esni"] as? Bool ?? false
    }
}

extension ReferenceCapture {
    /// The hellos of one kind that tshark found: `tls` or `quic`.
    func hellos(_ kind: String) throws -> [FoundHello] {
        let names = try oracle()["names"] as? [String: Any]
        return (names?[kind] as? [[String: Any]] ?? []).compactMap(FoundHello.init)
    }

    /// Shows every packet that isn't a fragment with its stored payload, in file order, up to where the capture is damaged.
    func forEachPayload(_ body: (borrowing PacketRecord, [UInt8]) -> Void) {
        var captures: CaptureSet
        do throws(CaptureFileError) { captures = try CaptureSet(paths: [file.path]) } catch { return }
        let dissector = Dissector(view: .inner)
        captures.forEach { packet in
            let record = dissector.dissect(packet)
            guard record.kind.isConnection, record.fragment == .none else { return }
            let payload =
                record.storedPayload == 0
                ? [] : packet.bytes.array(record.payloadOffset..<record.payloadOffset + record.storedPayload)
            body(record, payload)
        }
    }
}
