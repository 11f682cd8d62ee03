/// The parameters at the end of an SVCB or HTTPS record (RFC 9460 § 2.2).
///
/// ```
///  record's data:  0..1 priority (0: an alias)   2.. target name, parameters
///  parameter:      0..1 key   2..3 length   4.. value
/// ```
enum DNSServiceBinding {
    /// Keys whose values are addresses (RFC 9460 § 7.3), and the length of one.
    private static func addressLength(_ key: UInt16) -> Int? {
        switch key {
        case 4: 4
        case 6: 16
        default: nil
        }
    }

    /// Whether parameters end where their record does, with keys in strictly increasing order and whole lists of addresses; a record
    /// with others is malformed and not to be used (RFC 9460 § 2.2).
    static func isWhole(_ message: RawSpan, _ parameters: Range<Int>) -> Bool {
        var position = parameters.lowerBound
        var previous = -1
        while position < parameters.upperBound {
            guard position + 4 <= parameters.upperBound else { return false }
            let key = message.uint16(at: position)
            let length = Int(message.uint16(at: position + 2))
            guard Int(key) > previous, position + 4 + length <= parameters.upperBound else { return false }
            if let address = addressLength(key), length == 0 || length % address != 0 { return false }
            previous = Int(key)
            position += 4 + length
        }
        return true
    }

    /// Gives each address of `ipv4hint` and `ipv6hint`.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - parameters: where they stand in it; `isWhole` is true of them.
    ///   - body: is given each address.
    static func forEachHint(_ message: RawSpan, _ parameters: Range<Int>, _ body: (IPAddress) -> Void) {
        var position = parameters.lowerBound
        while position < parameters.upperBound {
            let value = position + 4..<position + 4 + Int(message.uint16(at: position + 2))
            if let length = addressLength(message.uint16(at: position)) {
                for start in stride(from: value.lowerBound, to: value.upperBound, by: length) {
                    body(message.address(at: start..<start + length))
                }
            }
            position = value.upperBound
        }
    }
}
