/// What a PostgreSQL server, or libpq in its place, answered.
struct PostgresError: Error, Hashable {
    /// The class and condition (postgresql.org/docs/current/errcodes-appendix.html); absent where no server answered.
    let state: String?
    /// The server's message, without password.
    let message: String
    /// Whether the connection is no more.
    var isLost = false
}

extension CatalogueError.Problem {
    /// What an answer of the server means to a person.
    init(_ error: PostgresError) {
        let message = error.message.split(whereSeparator: \.isNewline).joined(separator: "; ")
        let state = error.state ?? "no SQLSTATE"
        self =
            switch (error.state ?? "", error.state?.prefix(2) ?? "") {
            case ("55P03", _), ("40001", _), ("40P01", _), ("57014", _): .busy
            case ("42501", _), ("25006", _): .noPermission
            case ("57P01", _), ("57P02", _), ("57P03", _), (_, "08"): .connectionLost(message)
            case (_, "28"): .refused(message)
            case ("3D000", _): .noDatabase(message)
            case ("53100", _): .diskFull
            case ("58030", _): .inputOutput("\(message), SQLSTATE \(state)")
            case (_, "XX"): .damaged("\(message), SQLSTATE \(state)")
            default: error.isLost ? .connectionLost(message) : .unexpected("\(message), SQLSTATE \(state)")
            }
    }
}
