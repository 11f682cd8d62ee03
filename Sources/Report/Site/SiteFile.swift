/// A file of a site: text in UTF-8.
public struct SiteFile: Hashable, Sendable {
    /// Where it belongs in the site's folder: names of ASCII letters, digits, `.`, `-` and `_`, parted by slashes.
    public var path: String
    /// What it holds.
    public var content: String

    /// The way from this file to another of the site.
    func link(to other: String) -> String { Self.link(from: path, to: other) }

    /// The way from one file of the site to another.
    static func link(from path: String, to other: String) -> String {
        String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }) + other
    }
}
