/// Names of addresses as a person writes them down: the format of `/etc/hosts` (hosts(5)).
///
/// ```
///  192.0.2.7    api.sante.example  api    # an address, its canonical name, aliases
///  2001:db8::7  api.sante.example
/// ```
public struct HostsFile: Hashable, Sendable {
    /// Names by address, each once; the first is the canonical one, also where several lines have the address.
    public private(set) var names: [IPAddress: [String]] = [:]

    /// Reads a file's text.
    ///
    /// A zone behind an IPv6 address (`fe80::1%lo0`, RFC 4007 § 11) is passed over: packets have none.
    ///
    /// - Parameters:
    ///   - text: the text, with line ends of any system.
    ///   - file: the file's name, for errors.
    /// - Throws: `HostsFileError` at the first line that is none.
    public init(_ text: String, file: String) throws(HostsFileError) {
        var line = 0
        // U+FEFF at the beginning is a mark of the encoding.
        let lines = text.trimmingPrefix("\u{FEFF}").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for content in lines {
            line += 1
            let fields = content.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            guard let first = fields.first else { continue }
            guard let address = Self.address(first) else {
                throw HostsFileError(.notAnAddress(String(first)), line: line, in: file)
            }
            guard fields.count > 1 else { throw HostsFileError(.noName(address), line: line, in: file) }
            for field in fields.dropFirst() {
                guard let name = Self.name(field) else {
                    throw HostsFileError(.notAName(String(field)), line: line, in: file)
                }
                if !(names[address]?.contains(name) ?? false) { names[address, default: []].append(name) }
            }
        }
    }

    /// The canonical name of an address; `nil` if it has none.
    public func name(of address: IPAddress) -> String? {
        names[address]?.first
    }

    private static func address(_ field: Substring) -> IPAddress? {
        let parts = field.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        let address = IPAddress(String(parts[0]))
        guard parts.count > 1 else { return address }
        return address?.isIPv6 == true && !parts[1].isEmpty ? address : nil
    }

    /// A name in lower case, without the final dot.
    ///
    /// hosts(5) allows letters, digits, `-` and `.`; `_` is in use.
    private static func name(_ field: Substring) -> String? {
        let name = (field.last == "." ? field.dropLast() : field).lowercased()
        let isName =
            !name.isEmpty && name.utf8.count <= 255
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
            }
        return isName ? name : nil
    }
}
