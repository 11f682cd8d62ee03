public import Documents

/// One figure of the impact model with its range and where it comes from.
public struct Factor: Hashable, Sendable {
    /// How the central figure came to be known.
    public enum Confidence: String, Sendable, CaseIterable {
        /// It stands so in a source.
        case read
        /// Arithmetic on figures that stand in sources.
        case derived
        /// Another product's figure, scaled.
        case proxy
        /// This project's choice between figures that were read.
        case convention
    }

    /// A publication, or a file at a commit of a public repository.
    public struct Source: Hashable, Sendable {
        /// What it is called.
        public let title: String
        /// Owner and name of a repository on GitHub.
        public let repository: String?
        /// The commit, 40 hexadecimal digits.
        public let commit: String?
        /// The file in the repository.
        public let path: String?
        /// Addresses of web pages.
        public let addresses: [String]
        /// The year it appeared.
        public let year: Int?
        /// Where in it, or what was taken from it.
        public let note: String?

        /// Where to follow it: the file at its commit, else the first address.
        public var address: String? {
            guard let repository, let commit else { return addresses.first }
            // Such names are written as they are; a link takes no spaces or parentheses.
            let file = (path ?? "").replacing(" ", with: "%20").replacing("(", with: "%28").replacing(")", with: "%29")
            return "https://github.com/\(repository)/" + (file.isEmpty ? "tree/\(commit)" : "blob/\(commit)/\(file)")
        }
    }

    /// Its identifier, such as `net.mobile.ghg`.
    public let id: String
    /// Its unit, such as `kgCO2e/GB`; 1 GB is 10^9 bytes.
    public let unit: String
    /// The range, never negative.
    public let value: Estimate
    /// What the figures stand for.
    public let covers: LocalizedText
    /// What they leave out; absent where the sources don't say.
    public let doesNotCover: LocalizedText?
    /// The arithmetic, where there was any.
    public let derivation: LocalizedText?
    /// How the central figure came to be known.
    public let confidence: Confidence
    /// The same in words, for each end of the range.
    public let confidenceNote: LocalizedText
    /// The day when the sources were read, as year-month-day.
    public let date: String
    /// Where the figures come from; at least one.
    public let sources: [Source]
}
