/// The keys of a JSON object, found without reading what they hold.
///
/// It is for telling formats apart: what isn't JSON gives some keys or none, and the format's own reader says what is wrong.
enum JSONOutline {
    /// Bytes that are looked at: a format shows itself in the first of them.
    private static let reach = 1 << 20
    /// Keys that are kept.
    private static let mostKeys = 4096

    /// The keys of the first object, which may stand in a list; escaped letters are left as they are written.
    static func keys(ofFirstObjectIn bytes: some Collection<UInt8>) -> Set<String> {
        var keys: Set<String> = []
        var depth = 0
        var (isText, isEscaped, isInObject) = (false, false, false)
        var text: [UInt8] = []
        for byte in bytes.prefix(reach) {
            if isText {
                if !isEscaped, byte == UInt8(ascii: "\"") {
                    isText = false
                } else {
                    isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                    if isInObject, depth == 1 { text.append(byte) }
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                isText = true
                text.removeAll(keepingCapacity: true)
            case UInt8(ascii: ":"):
                if isInObject, depth == 1, keys.count < mostKeys { keys.insert(String(decoding: text, as: UTF8.self)) }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                // A list around the first object isn't counted.
                if isInObject || byte == UInt8(ascii: "{") {
                    isInObject = true
                    depth += 1
                }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 { return keys }
            default: break
            }
        }
        return keys
    }
}
