// Any bytes as a flow's datagrams, and as the frames and messages that only the right keys would show. The first byte chooses.
@testable import TrafficMeter

private func check(_ hello: ClientHello, _ isComplete: Bool) {
    precondition(hello.serverName.bytes.allSatisfy { (0x21...0x7E).contains($0) }, "a name that isn't printable")
    precondition(isComplete || hello == ClientHello(), "a hello that isn't whole says something")
}

/// Datagrams, each behind its length in two bytes; what is left, as one.
private func readFlow(_ bytes: RawSpan) {
    var reader = QUICReader()
    var (state, hello) = (QUICHello(), ClientHello())
    var cursor = ByteCursor(bytes)
    for _ in 0..<32 {
        guard let range = cursor.vector(2) ?? cursor.take(cursor.range.count), !range.isEmpty else { return }
        let verdict = reader.read(bytes.extracting(range), into: &state, hello: &hello)
        check(hello, verdict == .complete)
        precondition(state.handshake.contiguousCount <= TLSClientHello.longest)
        precondition(state.unopened <= QUICHello.mostUnopened)
    }
}

private func readDatagram(_ datagram: RawSpan) {
    var reader = QUICReader()
    var (state, hello) = (QUICHello(), ClientHello())
    let verdict = reader.read(datagram, into: &state, hello: &hello)
    check(hello, verdict == .complete)
    if verdict == .complete {
        precondition(QUICReader.isInitial(datagram) || QUICLongHeader(datagram) != nil, "a hello in what isn't QUIC")
    }
    if let header = QUICLongHeader(datagram) {
        precondition(header.destination.count <= 20 && header.source.count <= 20)
        if let (number, end) = header.protected(in: datagram) {
            precondition(number <= end && end <= datagram.byteCount, "a packet beyond its datagram")
        }
    }
    var table = QUICConnectionIDs<Int>(limit: 3)
    for length in 0...20 {
        if let id = QUICConnectionID(shortHeader: datagram, length: length) { table.insert(length, for: id) }
    }
    _ = table.value(ofShortHeader: datagram)
}

/// Frames of an opened packet, into a message.
private func readFrames(_ plain: RawSpan, _ isGoogle: Bool) {
    var (message, hello) = (OrderedBytes(limit: TLSClientHello.longest), ClientHello())
    if isGoogle {
        for version in [QUICVersion.q050, QUICVersion(rawValue: 0x5130_3235), QUICVersion(rawValue: 0x5130_3433)] {
            var frames = GQUICFrames(plain, 0..<plain.byteCount, version, numberLength: 2)
            while let frame = frames.next() { message.add(plain.extracting(frame.range), at: frame.offset) }
        }
    } else {
        var frames = QUICFrames(plain)
        while let frame = frames.next() { message.add(plain.extracting(frame.range), at: frame.offset) }
    }
    let verdict = TLSClientHello.read(handshake: message.contiguous, into: &hello)
    check(hello, verdict == .complete)
    let googles = GQUICHello.read(message.contiguous, into: &hello)
    check(hello, googles == .complete)
}

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 1 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: bytes + 1, count: count - 1))
    switch bytes[0] % 4 {
    case 0: readDatagram(input.rawSpan)
    case 1: readFlow(input.rawSpan)
    case 2: readFrames(input.rawSpan, false)
    default: readFrames(input.rawSpan, true)
    }
    return 0
}
