/// The messages that name a server.
enum Messages {
    /// A DNS question for an address (RFC 1035 § 4).
    static func question(_ host: String) -> [UInt8] {
        [0x12, 0x34, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0] + name(host) + [0, 1, 0, 1]
    }

    /// The answer: one address record that points back to the question.
    static func answer(_ host: String, _ number: Int) -> [UInt8] {
        let address = Frame.ipv4(number: number, isServer: true)
        return [0x12, 0x34, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0] + name(host) + [0, 1, 0, 1]
            + [0xC0, 0x0C, 0, 1, 0, 1, 0, 0, 1, 0x2C, 0, 4] + address
    }

    private static func name(_ host: String) -> [UInt8] {
        host.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    /// A ClientHello with a server name (RFC 8446 § 4.1.2, RFC 6066 § 3) and a key share of today's size.
    static func clientHello(_ host: String) -> [UInt8] {
        let name = Array(host.utf8)
        let serverName = [0, 0] + vector2(vector2([0] + vector2(name)))
        let keyShare = [0, 51] + vector2(vector2([0, 29] + vector2([UInt8](repeating: 7, count: 32))))
        let extensions = vector2(serverName + keyShare)
        let body = [3, 3] + [UInt8](repeating: 9, count: 32) + [0] + vector2([0x13, 0x01]) + [1, 0] + extensions
        let message = [1, 0] + vector2(body)
        return [22, 3, 1] + vector2(message)
    }

    private static func vector2(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
    }
}
