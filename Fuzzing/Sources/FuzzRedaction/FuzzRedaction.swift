// Any bytes as a packet of any link type, as FuzzPacket takes them: what is shared of it counts the same and has no address of it.
@testable import TrafficMeter

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 3 else { return 0 }
    let stored = Array(UnsafeBufferPointer(start: bytes + 3, count: count - 3))
    let type = LinkType(rawValue: UInt16(bytes[0]) << 8 | UInt16(bytes[1]))
    let length = stored.count + Int(bytes[2]) * 64
    func record(_ bytes: [UInt8]) -> PacketRecord {
        Dissector(view: .inner).dissect(
            PacketView(bytes: bytes.rawSpan, originalLength: length, linkType: type, timestamp: nil, interface: 0))
    }
    let before = record(stored)
    var pseudonyms = Pseudonyms(of: [])
    for keepsIdentity in [false, true] {
        let packet = PacketView(
            bytes: stored.rawSpan, originalLength: length, linkType: type, timestamp: nil, interface: 0)
        // None is an answer as well: the command then fails.
        guard
            let redacted = PacketRedaction(keepsIdentity: keepsIdentity).bytes(of: packet, &pseudonyms, rename: { $0 })
        else { continue }
        precondition(redacted.count == stored.count)
        var after = record(redacted)
        if before.kind != .nonIP {
            precondition(after.source == pseudonyms.pseudonym(of: before.source))
            precondition(after.destination == pseudonyms.pseudonym(of: before.destination))
        }
        (after.source, after.destination, after.linkSource) = (before.source, before.destination, before.linkSource)
        precondition(after == before)
    }
    return 0
}
