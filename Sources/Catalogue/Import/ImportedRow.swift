/// A row of an imported file before it is judged: what stands where.
struct ImportedRow: Hashable {
    /// A value, and the column or key that it stands under.
    struct Cell: Hashable {
        var heading: String
        var content: Content
    }

    /// What a cell holds.
    enum Content: Hashable {
        case text(String)
        /// A JSON value that is no text: what it is.
        case other(String)
    }

    /// What makes a row unusable whatever it says.
    struct Flaw: Hashable {
        var column: String?
        var reason: ImportRefusal.Reason
    }

    var place: RowPlace
    var cells: [Cell] = []
    var flaw: Flaw?
}

/// Where a row stands in its file, from 1.
public enum RowPlace: Hashable, Sendable {
    /// The line that it begins on.
    case line(Int)
    /// Its place among the elements of a JSON array.
    case item(Int)
}
