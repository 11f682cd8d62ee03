// Any bytes as a packet of any link type: the first two bytes choose it, the third how much of the packet was stored.
@testable import TrafficMeter

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 3 else { return 0 }
    let packet = Array(UnsafeBufferPointer(start: bytes + 3, count: count - 3))
    let type = LinkType(rawValue: UInt16(bytes[0]) << 8 | UInt16(bytes[1]))
    for view in PacketMeterView.allCases {
        let record = Dissector(view: view).dissect(
            PacketView(
                bytes: packet.rawSpan, originalLength: packet.count + Int(bytes[2]) * 64, linkType: type,
                timestamp: nil,
                interface: 0))
        precondition(record.storedPayload >= 0 && record.payloadBytes >= 0)
        precondition(record.storedPayload == 0 || record.payloadOffset + record.storedPayload <= packet.count)
    }
    return 0
}
