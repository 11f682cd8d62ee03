import FoundationEssentials

/// Public resolvers that answer over TLS, QUIC or HTTPS, by the names of their servers.
public struct KnownResolvers: Sendable {
    /// The file, as it is written.
    private struct File: Decodable {
        struct Source: Decodable {
            var id: String
        }

        struct Resolver: Decodable {
            var `operator`: String
            var names: [String]
            var subdomains: Bool?
            var source: String
        }

        var schema: String
        var id: String
        var sources: [Source]
        var resolvers: [Resolver]
    }

    /// The file's identifier.
    let id: String
    /// Operators by name, and whether all names under it are theirs.
    private var operators = DomainTable<(name: String, hasSubdomains: Bool)>()

    /// The resolvers that come with the program.
    ///
    /// - Throws: `DecodingError` if the file that it was built with is broken, which a test rules out.
    public static func bundled() throws -> KnownResolvers {
        try KnownResolvers(Data(PackageResources.resolvers_2026_1_json))
    }

    /// Reads a file of resolvers.
    ///
    /// - Parameter data: JSON of the schema `ecoproxy.resolvers/1`.
    /// - Throws: `DecodingError` if it is none, or names a source that it doesn't describe.
    init(_ data: Data) throws {
        let file = try JSONDecoder().decode(File.self, from: data)
        guard file.schema == "ecoproxy.resolvers/1" else {
            throw Self.corrupted("the schema \(file.schema) is unknown")
        }
        id = file.id
        for resolver in file.resolvers {
            guard file.sources.contains(where: { $0.id == resolver.source }) else {
                throw Self.corrupted("the source \(resolver.source) is not described")
            }
            for name in resolver.names {
                operators.insert((resolver.operator, resolver.subdomains ?? false), for: name)
            }
        }
    }

    /// Adds a resolver by its name alone.
    public mutating func add(_ name: String, operator service: String) {
        operators.insert((service, false), for: name)
    }

    private static func corrupted(_ what: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: what))
    }

    /// Who runs the resolver of a name.
    ///
    /// - Parameter name: a host name as bytes of UTF-8, in lower case, without the final dot.
    /// - Returns: `nil` if it is no known resolver's.
    public func `operator`(of name: ArraySlice<UInt8>) -> String? {
        operators.longest(of: name) { $1 || $0.hasSubdomains }?.name
    }
}
