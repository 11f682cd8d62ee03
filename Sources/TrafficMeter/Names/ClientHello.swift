/// What a TLS ClientHello (RFC 8446 § 4.1.2) says of where it goes, or gQUIC's CHLO, which says less.
///
/// Made to be used again for the next hello, so that reading one allocates nothing.
struct ClientHello: Equatable, Sendable {
    /// Most protocols that are kept; real clients offer at most some twenty.
    static let mostProtocols = 32

    /// The host named (RFC 6066 § 3); empty if none is. With Encrypted Client Hello, the public name.
    private(set) var serverName = HostName()
    /// Whether the extension `encrypted_client_hello` (draft-ietf-tls-esni § 5, 65037) is there, in earnest or as grease.
    private(set) var hasECH = false
    /// Whether the extension `encrypted_server_name` (draft-ietf-tls-esni-02 § 5, 65486) is there.
    private(set) var hasESNI = false
    /// The protocols offered (RFC 7301 § 3.1), best first, as printable text with commas between them.
    private(set) var protocolList: [UInt8] = []
    private var protocolCount = 0

    /// The protocols offered, best first.
    var protocols: [String] {
        protocolList.split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether DNS over TLS or over QUIC is among them; drafts of RFC 9250 had numbers behind the name: `doq-i11`.
    var offersDNS: Bool {
        protocolList.split(separator: UInt8(ascii: ",")).contains { name in
            name.elementsEqual("dot".utf8) || name.elementsEqual("doq".utf8) || name.starts(with: "doq-".utf8)
        }
    }

    /// Forgets everything but the room that it took.
    mutating func removeAll() {
        serverName.removeAll()
        (hasECH, hasESNI) = (false, false)
        protocolList.removeAll(keepingCapacity: true)
        protocolCount = 0
    }

    /// Takes some bytes of a message as the host named.
    mutating func setServerName(_ bytes: RawSpan, _ range: Range<Int>) {
        serverName.removeAll()
        serverName.append(bytes, range)
    }

    /// Reads a message's body, in place of what was there.
    ///
    /// ```
    ///  0..1 version   2..33 random   session <1>   ciphers <2>   compression <1>   extensions <2>: type 2, data <2>
    /// ```
    ///
    /// A body that breaks off says what it says up to there.
    mutating func read(body bytes: RawSpan, _ range: Range<Int>) {
        removeAll()
        var rest = ByteCursor(bytes, range)
        guard rest.skip(34), rest.vector(1) != nil, rest.vector(2) != nil, rest.vector(1) != nil,
            let extensions = rest.vector(2)
        else { return }
        var cursor = ByteCursor(bytes, extensions)
        while let type = cursor.integer(2), let data = cursor.vector(2) {
            switch type {
            case 0 where serverName.isEmpty: readServerName(bytes, data)
            case 16 where protocolCount == 0: readProtocols(bytes, data)
            case 65_037: hasECH = true
            case 65_486: hasESNI = true
            default: break
            }
        }
    }

    /// The first host name of the list (RFC 6066 § 3): type 1 (0 is a host name), name <2>.
    private mutating func readServerName(_ bytes: RawSpan, _ data: Range<Int>) {
        var list = ByteCursor(bytes, data)
        guard let entries = list.vector(2) else { return }
        var entry = ByteCursor(bytes, entries)
        while let kind = entry.integer(1), let range = entry.vector(2) {
            guard kind == 0, !range.isEmpty, range.count <= 255 else { continue }
            return setServerName(bytes, range)
        }
    }

    /// The list of protocols (RFC 7301 § 3.1): name <1>.
    private mutating func readProtocols(_ bytes: RawSpan, _ data: Range<Int>) {
        var list = ByteCursor(bytes, data)
        guard let entries = list.vector(2) else { return }
        var entry = ByteCursor(bytes, entries)
        while let range = entry.vector(1), protocolCount < Self.mostProtocols {
            if protocolCount > 0 { protocolList.append(UInt8(ascii: ",")) }
            for index in range {
                let byte = bytes.byte(at: index)
                if byte == UInt8(ascii: ",") { protocolList.appendEscaped(byte) } else { protocolList.appendText(byte) }
            }
            protocolCount += 1
        }
    }
}
