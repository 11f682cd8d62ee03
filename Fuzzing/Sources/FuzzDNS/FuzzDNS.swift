// Any bytes as a DNS message.
@testable import TrafficMeter

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let message = Array(UnsafeBufferPointer(start: bytes, count: count))
    var response = DNSResponse()
    if response.read(message.rawSpan) {
        precondition(response.question.bytes.allSatisfy { (0x21...0x7E).contains($0) }, "a name that isn't printable")
        precondition(response.addresses.count <= count / 14)
    }
    return 0
}
