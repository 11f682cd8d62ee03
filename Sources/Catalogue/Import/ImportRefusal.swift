/// A row that isn't imported, and why.
public struct ImportRefusal: Error, Hashable, Sendable {
    /// What is wrong with it.
    public enum Reason: Error, Hashable, Sendable {
        /// It says no name.
        case noName
        /// It says no identifier, and none can be made of its name for want of Latin letters and digits.
        case noIdentifier
        /// Neither web, nor Android, nor iOS.
        case unknownPlatform(String)
        /// More than one of them: each is an application of its own.
        case severalPlatforms(String)
        /// An identifier elsewhere without its scheme.
        case noScheme(String)
        /// A text breaks a rule of the catalogue.
        case invalid(String, rule: String)
        /// The identifier is an earlier row's, which says something else.
        case otherRow(RowPlace, id: String)
        /// A cell beyond the last heading.
        case cellWithoutHeading(String)
        /// A field goes on after its closing quotation mark.
        case misquoted
        /// A JSON value that is no text: what it is.
        case notText(String)
        /// A line or element that is no JSON object.
        case notObject
    }

    /// Where the row stands.
    public var place: RowPlace
    /// The heading or key of what is wrong; absent where it is the row as a whole.
    public var column: String?
    /// What is wrong with it.
    public var reason: Reason
}
