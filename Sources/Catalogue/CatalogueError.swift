public import Documents

/// Why a catalogue can't be opened, read or changed; nothing was changed when one is thrown.
public struct CatalogueError: Error, Hashable, Sendable {
    /// Which rule was broken.
    public enum Problem: Hashable, Sendable {
        // The file

        /// It isn't there.
        case missing
        /// A folder or a device stands in its place.
        case notAFile
        /// It has no bytes.
        case empty
        /// It doesn't begin as an SQLite database does.
        case notADatabase
        /// It is an SQLite database, but not a catalogue: another program's `application_id`.
        case foreign(applicationID: UInt32)
        /// A later version of ecoproxy has changed its tables; the steps that this one doesn't know.
        case newer(migrations: [String])
        /// It is a catalogue whose content can't be right; what SQLite or the decoder says.
        case damaged(String)
        /// It, or its folder, may not be read or written.
        case noPermission
        /// It can't be made; what the system says.
        case cannotCreate(String)
        /// Another program kept it locked for the whole busy timeout.
        case busy
        /// No space is left where it lies.
        case diskFull
        /// Reading or writing failed; what SQLite says.
        case inputOutput(String)
        /// A bug of this program; what the database says.
        case unexpected(String)
        /// A file is there already, where a new one was to be written.
        case isThere

        // The server

        /// No PostgreSQL address.
        case badAddress
        /// The server doesn't answer, or the connection to it broke; what libpq says.
        case connectionLost(String)
        /// The server doesn't let this user in; what it says.
        case refused(String)
        /// The server has no such database; what it says.
        case noDatabase(String)
        /// The database holds no catalogue.
        case noCatalogue
        /// The database is another program's.
        case foreignDatabase

        // What was asked of it

        /// A text of an application or version breaks its rule.
        case invalid(_ field: String, _ value: String, rule: String)
        /// No application has this identifier.
        case unknownApplication(String)
        /// The application is there with other data.
        case conflict(existing: Application, given: Application)
        /// The measurement is of another application; of none when `nil`.
        case otherApplication(measured: String?, given: String)
        /// The measurement is of another version.
        case otherVersion(measured: String, given: String)
        /// The measurement is of another journey.
        case otherJourney(measured: String, given: String)
        /// Neither the measurement nor the caller says which version was measured.
        case noVersion
        /// A document isn't what it should be.
        case unreadable(Document, DocumentError)
        /// The score follows from other measurements.
        case scoreOfOther(measurement: ContentHash, scored: [ContentHash])
        /// The run is attached already, elsewhere.
        case attachedElsewhere(run: ContentHash, application: String, version: String)
        /// The application has no run that fits.
        case noRun(application: String, version: String?, journey: String?)
        /// No run's hash begins so.
        case unknownRun(String)
        /// Several runs' hashes begin so.
        case ambiguousRun(String, [ContentHash])
    }

    /// The kinds of documents that a run has.
    public enum Document: String, Hashable, Sendable {
        case measurement, score
    }

    /// Which rule was broken.
    public var problem: Problem
    /// The catalogue's file, or its server's address without password; absent when it is held in memory.
    public var file: String?

    /// An error of a catalogue.
    public init(_ problem: Problem, file: String?) {
        self.problem = problem
        self.file = file
    }
}
