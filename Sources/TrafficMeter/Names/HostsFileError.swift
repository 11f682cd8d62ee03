/// Why a hosts file can't be used: which rule, in which line.
public struct HostsFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The broken rule, with what was found.
    public enum Rule: Hashable, Sendable {
        /// The line begins with something else than an address.
        case notAnAddress(String)
        /// No name follows the address.
        case noName(IPAddress)
        /// What follows the address is no host name.
        case notAName(String)
    }

    /// The broken rule.
    public var rule: Rule
    /// The line's number, from 1.
    public var line: Int
    /// The file's name as it was given.
    public var file: String

    init(_ rule: Rule, line: Int, in file: String) {
        (self.rule, self.line, self.file) = (rule, line, file)
    }

    /// The sentence for a person.
    public var description: String {
        switch rule {
        case .notAnAddress(let text):
            sentence("\"\(text)\" is no IPv4 or IPv6 address; write an address, then its names")
        case .noName(let address):
            sentence("no name follows \(address); write at least one")
        case .notAName(let text):
            sentence("\"\(text)\" is no host name; write letters, digits, \"-\", \"_\" and \".\", 255 at most")
        }
    }

    private func sentence(_ what: String) -> String {
        "\(file): line \(line): \(what), or begin the line with #"
    }
}
