/// Finds the client's hello in the UDP payloads of QUIC flows: versions 1 and 2, the IETF's drafts from 22, and Google's own.
///
/// One reader serves any number of flows: it has the buffers, `QUICHello` has what is a flow's own. It works on datagrams that hold
/// an Initial packet (RFC 9000 § 17.2.2), of which a flow has few; others are told by their first bytes.
struct QUICReader: Sendable {
    /// Most packets that are looked for in a datagram; senders put at most four there, one a level of encryption.
    private static let mostPackets = 8

    /// A packet's plain bytes.
    private var plain: [UInt8] = []
    /// A packet's header, its protection taken off.
    private var header: [UInt8] = []
    /// Room for a handshake, for flows whose hello is whole in one datagram: nearly all.
    private var spare = OrderedBytes(limit: TLSClientHello.longest)

    /// Whether a datagram begins as one that `read` would look into: at the cost of its first bytes.
    static func isInitial(_ datagram: RawSpan) -> Bool {
        guard datagram.byteCount >= 13 else { return false }
        let first = datagram.byte(at: 0)
        guard first & 0x80 != 0 else {
            return first & 0x09 == 0x09 && QUICVersion(rawValue: datagram.uint32(at: 9)).isGooglePublic
        }
        return QUICLongHeader.kind(first, QUICVersion(rawValue: datagram.uint32(at: 1))) == .initial
    }

    /// Looks at a flow's next datagram, in file order.
    ///
    /// Both directions may be shown: what the server sends opens under no key of the client's.
    ///
    /// - Parameters:
    ///   - datagram: the UDP payload.
    ///   - state: the flow's.
    ///   - hello: becomes what the client says, if the verdict is `complete`; else it is empty.
    /// - Returns: what the datagram is to the search.
    mutating func read(
        _ datagram: RawSpan, into state: inout QUICHello, hello: inout ClientHello
    ) -> QUICVerdict {
        hello.removeAll()
        if let packet = GQUICPacket(datagram) { return read(packet, datagram, &state, &hello) }
        guard let first = QUICLongHeader(datagram) else { return .notQUIC }
        guard first.version == .negotiation || first.version.layout != .unknown else { return .notQUIC }
        var crypto = QUICCrypto()
        var (verdict, start) = (QUICVerdict.other, 0)
        for _ in 0..<Self.mostPackets {
            guard let header = QUICLongHeader(datagram, at: start), let (number, end) = header.protected(in: datagram)
            else { break }
            start = end
            guard header.kind == .initial, open(header, number, end, datagram, &state, &crypto) else { continue }
            switch readFrames(header.version, &state, &hello) {
            case .complete: return .complete
            case .incomplete: verdict = .incomplete
            case .other: break
            }
        }
        return verdict
    }

    /// Opens a packet into `plain`: with the flow's keys, else with those of the packet's own destination.
    private mutating func open(
        _ header: QUICLongHeader, _ number: Int, _ end: Int, _ datagram: RawSpan, _ state: inout QUICHello,
        _ crypto: inout QUICCrypto
    ) -> Bool {
        guard state.unopened < QUICHello.mostUnopened else { return false }
        if let keys = state.keys, keys.version == header.version,
            open(header.start, number, end, datagram, keys, &crypto)
        {
            return true
        }
        for schedule in header.version.keySchedules {
            guard let keys = QUICInitialKeys(of: header, schedule),
                open(header.start, number, end, datagram, keys, &crypto)
            else { continue }
            state.begin(keys)
            return true
        }
        state.noteUnopened()
        return false
    }

    /// Takes off a packet's protection (RFC 9001 § 5.3, § 5.4), its plain bytes to `plain`.
    private mutating func open(
        _ start: Int, _ number: Int, _ end: Int, _ datagram: RawSpan, _ keys: QUICInitialKeys,
        _ crypto: inout QUICCrypto
    ) -> Bool {
        // The sample is taken as if the number had four bytes (RFC 9001 § 5.4.2).
        guard number + 20 <= end,
            let mask = crypto.encrypt(datagram.extracting(number + 4..<number + 20), key: keys.headerKey)
        else { return false }
        let first = datagram.byte(at: start) ^ (mask[0] & 0x0F)
        let numberLength = Int(first & 3) + 1
        header.removeAll(keepingCapacity: true)
        header.append(first)
        for index in start + 1..<number { header.append(datagram.byte(at: index)) }
        // A client's first packets have numbers from 0: their last bytes are all (RFC 9000 § 12.3, § 17.1).
        var value: UInt32 = 0
        for index in 0..<numberLength {
            let byte = datagram.byte(at: number + index) ^ mask[1 + index]
            header.append(byte)
            value = value << 8 | UInt32(byte)
        }
        // The header is lent out of `self` meanwhile.
        var opened: [UInt8] = []
        swap(&opened, &plain)
        let isOpen = crypto.open(
            datagram.extracting(number + numberLength..<end), key: keys.key, nonce: keys.nonce(value),
            header: header.rawSpan, into: &opened)
        swap(&opened, &plain)
        return isOpen
    }

    /// Adds the handshake in `plain` to the flow's.
    private mutating func readFrames(
        _ version: QUICVersion, _ state: inout QUICHello, _ hello: inout ClientHello
    ) -> TLSClientHello {
        takeSpare(&state)
        if version.layout == .googleIETF {
            // The number's length only matters to STOP_WAITING, which has no place in an Initial packet.
            var frames = GQUICFrames(plain.rawSpan, 0..<plain.count, version, numberLength: 1)
            while let frame = frames.next() { Self.add(frame, of: plain.rawSpan, version, &state) }
        } else {
            var frames = QUICFrames(plain.rawSpan)
            while let frame = frames.next() { Self.add(frame, of: plain.rawSpan, version, &state) }
        }
        return settle(
            version.usesTLS
                ? TLSClientHello.read(handshake: state.handshake.contiguous, into: &hello)
                : GQUICHello.read(state.handshake.contiguous, into: &hello), &state)
    }

    /// Reads a packet in clear.
    private mutating func read(
        _ packet: GQUICPacket, _ datagram: RawSpan, _ state: inout QUICHello, _ hello: inout ClientHello
    ) -> QUICVerdict {
        takeSpare(&state)
        var frames = GQUICFrames(datagram, packet.frames, packet.version, numberLength: packet.numberLength)
        while let frame = frames.next() { Self.add(frame, of: datagram, packet.version, &state) }
        guard !state.handshake.isEmpty else { return .other }
        switch settle(GQUICHello.read(state.handshake.contiguous, into: &hello), &state) {
        case .complete: return .complete
        case .incomplete: return .incomplete
        case .other: return .other
        }
    }

    /// Adds a frame's bytes to the message; those of Google's that begin with a tag of their own begin another message.
    private static func add(
        _ frame: QUICCryptoFrame, of bytes: RawSpan, _ version: QUICVersion, _ state: inout QUICHello
    ) {
        let piece = bytes.extracting(frame.range)
        if !version.usesTLS, frame.offset != state.messageStart, GQUICHello.begins(piece) {
            state.begin(at: frame.offset)
        }
        state.handshake.add(piece, at: frame.offset - state.messageStart)
    }

    /// Lends a flow that has no bytes yet the spare room.
    private mutating func takeSpare(_ state: inout QUICHello) {
        if state.handshake.isEmpty { swap(&state.handshake, &spare) }
    }

    /// Takes the room back once it isn't needed.
    private mutating func settle(_ verdict: TLSClientHello, _ state: inout QUICHello) -> TLSClientHello {
        if verdict != .incomplete || state.handshake.isEmpty {
            swap(&state.handshake, &spare)
            state.handshake = OrderedBytes(limit: TLSClientHello.longest)
            spare.removeAll()
        }
        return verdict
    }
}
