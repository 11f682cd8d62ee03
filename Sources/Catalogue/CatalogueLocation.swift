public import Foundation

/// Where a catalogue is: a file, or a PostgreSQL database that a team shares.
public enum CatalogueLocation: Hashable, Sendable {
    /// An SQLite file.
    case file(URL)
    /// A server's address, `postgresql://user@host/database`; may hold a password.
    case server(String)

    /// Reads what a person gives: an address by its scheme, else a path.
    public init(_ text: String) {
        self =
            ["postgresql://", "postgres://"].contains { text.lowercased().hasPrefix($0) }
            ? .server(text) : .file(URL(filePath: text))
    }
}
