// Any bytes as the beginning of a TLS stream, in one piece and byte by byte.
@testable import TrafficMeter

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let stream = Array(UnsafeBufferPointer(start: bytes, count: count))
    var (whole, part) = (ClientHello(), ClientHello())
    let verdict = TLSClientHello.read(stream.rawSpan, into: &whole)
    precondition(whole.serverName.bytes.allSatisfy { (0x21...0x7E).contains($0) }, "a name that isn't printable")
    precondition(
        whole.protocols.allSatisfy { $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } },
        "a protocol that isn't printable")
    // What is told of a beginning is never taken back.
    for length in stride(from: 0, to: count, by: max(1, count / 16)) {
        let early = TLSClientHello.read(Array(stream[..<length]).rawSpan, into: &part)
        precondition(early == .incomplete || (early == verdict && part == whole), "a verdict that was taken back")
    }
    return 0
}
