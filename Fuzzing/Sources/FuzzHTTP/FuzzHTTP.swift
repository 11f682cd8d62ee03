// Any bytes as what a client says first, and as the names of a file; the first byte chooses the reader.
@testable import TrafficMeter

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 1 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: bytes + 1, count: count - 1))
    switch bytes[0] % 5 {
    case 0:
        var request = HTTPRequest()
        grow(input) { stream in
            let verdict = request.read(stream)
            check(request.target)
            check(request.host)
            return (verdict, request.name.text, request.length)
        }
    case 1:
        var response = HTTPResponse()
        grow(input) { stream in
            (response.read(stream), "\(response.status)", response.length)
        }
    case 2:
        var request = SOCKSRequest()
        grow(input) { stream in
            let verdict = request.read(stream)
            check(request.target)
            return (verdict, request.target.name.text, request.length)
        }
    case 3:
        for order in [Endianness.little, .big] {
            let block = NameResolutionBlock(
                BlockBody(bytes: input.rawSpan, order: order, offset: 0, file: "fuzz"), limit: 50)
            precondition(block.resolutions.count <= 50, "more names than the limit")
            precondition(block.resolutions.allSatisfy { !$0.name.isEmpty && $0.name.utf8.count <= 4 * 255 })
        }
    default:
        guard let hosts = try? HostsFile(String(decoding: input, as: UTF8.self), file: "fuzz") else { return 0 }
        precondition(hosts.names.allSatisfy { !$0.value.isEmpty })
    }
    return 0
}

private func check(_ authority: Authority) {
    precondition(authority.name.bytes.allSatisfy { (0x21...0x7E).contains($0) }, "a name that isn't printable")
    precondition(authority.address == nil || authority.name.isEmpty, "a name and an address")
}

/// Reads a stream and beginnings of it: what is told of a beginning is never taken back.
private func grow(_ stream: [UInt8], _ read: (RawSpan) -> (StreamVerdict, String, Int)) {
    let whole = read(stream.rawSpan)
    precondition(whole.2 <= stream.count, "an end beyond the stream")
    for length in stride(from: 0, to: stream.count, by: max(1, stream.count / 16)) {
        let early = read(Array(stream[..<length]).rawSpan)
        precondition(early.0 == .incomplete || early == whole, "a verdict that was taken back")
    }
}
