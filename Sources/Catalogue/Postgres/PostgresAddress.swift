import CPostgreSQL

/// A server's address as a person gives it: `postgresql://user@host/database`.
///
/// Format: postgresql.org/docs/current/libpq-connect.html § 34.1.1.2. What it leaves out libpq takes from its own places:
/// PGHOST and its like, `~/.pgpass` for the password.
struct PostgresAddress: Sendable {
    /// As it was given; may hold a password, so it is never shown.
    let text: String
    /// The same without password and options, to be shown.
    let place: String
    private let password: String?

    /// - Throws: `.badAddress` without a word of the text itself, which may hold a password.
    init(_ text: String) throws(CatalogueError) {
        guard let parts = Self.parts(text) else {
            throw CatalogueError(.badAddress, file: "the address given")
        }
        self.text = text
        password = parts["password"].flatMap { $0.isEmpty ? nil : $0 }
        let user = parts["user"].map { "\($0)@" } ?? ""
        // A socket's folder stands where a host's name does (percent-encoded, as in the address itself).
        let host = (parts["host"] ?? parts["hostaddr"] ?? "").split(separator: "/", omittingEmptySubsequences: false)
            .joined(separator: "%2F")
        let port = parts["port"].map { ":\($0)" } ?? ""
        place = "postgresql://\(user)\(host)\(port)/\(parts["dbname"] ?? "")"
    }

    /// A message of libpq or the server without the password, should it ever hold it.
    func redacted(_ message: String) -> String {
        password.map { message.replacing($0, with: "***") } ?? message
    }

    /// What libpq reads out of the address; `nil` where it can't. Its reason is left out: it would repeat part of the text.
    private static func parts(_ text: String) -> [String: String]? {
        // The text is copied by the call; the list is ours, ends with an option without keyword, and is freed before we leave.
        var message: UnsafeMutablePointer<CChar>?
        guard !text.utf8.contains(0), let list = unsafe PQconninfoParse(text, &message) else {
            unsafe PQfreemem(message)
            return nil
        }
        defer { unsafe PQconninfoFree(list) }
        var parts: [String: String] = [:]
        var option = unsafe list
        while let keyword = unsafe option.pointee.keyword {
            if let value = unsafe option.pointee.val {
                unsafe parts[String(cString: keyword)] = String(cString: value)
            }
            unsafe option += 1
        }
        return parts
    }
}
