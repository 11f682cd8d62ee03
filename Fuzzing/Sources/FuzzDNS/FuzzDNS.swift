// Any bytes as a DNS message of each variant, and as a stream of messages in pieces.
@testable import TrafficMeter

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let message = Array(UnsafeBufferPointer(start: bytes, count: count))
    var reader = DNSMessage()
    for variant in DNSVariant.allCases where reader.read(message.rawSpan, as: variant) {
        check(reader, count)
    }
    var (whole, pieces) = (DNSStream(), DNSStream())
    var (wholeBytes, piecesBytes) = (0, 0)
    whole.add(message.rawSpan) { wholeBytes += $0.byteCount }
    for start in stride(from: 0, to: count, by: 7) {
        pieces.add(message.rawSpan.extracting(start..<min(start + 7, count))) { message in
            piecesBytes += message.byteCount
            if reader.read(message, as: .unicast) { check(reader, message.byteCount) }
        }
    }
    precondition(count > DNSStream.longest || wholeBytes == piecesBytes, "pieces give other messages than the whole")
    return 0
}

private func check(_ message: DNSMessage, _ count: Int) {
    for name in 0..<message.names.count {
        let bytes = message.names[name]
        precondition(bytes.allSatisfy { (0x21...0x7E).contains($0) }, "a name that isn't printable")
        precondition(bytes.count <= 4 * 255, "a name that is too long")
    }
    precondition(message.addresses.count * 4 <= count, "more addresses than there is room for")
    precondition(message.answers.count <= message.addresses.count, "more answers than addresses")
    for answer in message.answers { precondition(answer.name >= 0, "an answer without a name") }
}
