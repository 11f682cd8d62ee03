/// A file of another tool that can't be used for markers: which rule is broken, in which file, where.
public struct MarkerImportError: Error, Hashable, Sendable {
    /// The rule that is broken.
    public enum Problem: Error, Hashable, Sendable {
        /// Larger than is read.
        case tooLarge(bytes: Int, limit: Int)
        /// An archive that must be unpacked first.
        case archive
        /// Like none of the formats.
        case unknownFormat
        /// Not UTF-8.
        case notUTF8
        /// Not JSON, or cut.
        case notJSON
        /// A key that must be there, or whose value is of another kind.
        case missingKey(String)
        /// A text that is no time, or a number that is none.
        case badTime(String)
        /// Times of a step that contradict each other.
        case timesOutOfOrder
        /// A name that can't be shown on one line, or an empty one.
        case badName
        /// More steps than are kept.
        case tooMany(limit: Int)
        /// Nothing in it that begins a step.
        case noSteps(MarkerFormat)
        /// Names without times.
        case namesOnly(MarkerFormat)
        /// A step that the journey doesn't have, by identifier or title.
        case unknownStep(String, journey: [String])
        /// A title that several steps of the journey have.
        case ambiguousStep(String, steps: [String])
        /// The app is launched, and the journey doesn't begin with loading.
        case launchWithoutStep(first: String)
        /// Events of several vendors, none of which is `ecoproxy`.
        case severalVendors([String])
        /// Tests of a report that ran at the same time.
        case testsAtOnce
        /// A step that ends after the next one began.
        case overlap(with: String)
        /// A line that is no note.
        case notANote
        /// A table without a column.
        case missingColumn(String)
        /// Two columns that could be meant.
        case ambiguousColumns(String, String)
        /// A row with more or fewer cells than the header.
        case wrongCellCount(found: Int, expected: Int)
        /// A HAR file or a trace that can't be read.
        case display(DisplayFileError.Problem)
    }

    /// The file's name, as given.
    public var file: String
    /// The line or the key; `nil` for the file as a whole.
    public var place: String?
    /// What is wrong.
    public var problem: Problem

    init(_ problem: Problem, file: String, place: String? = nil) {
        self.file = file
        self.place = place
        self.problem = problem
    }

    init(_ error: DisplayFileError) {
        self.init(.display(error.problem), file: error.file, place: error.place)
    }

    init(_ fault: JSONDocument.Fault, file: String) {
        self.init(fault.key.map { .missingKey($0) } ?? .notJSON, file: file, place: fault.place)
    }
}

extension MarkerImportError: CustomStringConvertible {
    /// The sentence for a person: file, place, what is wrong and what to do.
    public var description: String {
        [file, place, problem.description].compactMap(\.self).joined(separator: ": ")
    }
}

extension MarkerImportError.Problem: CustomStringConvertible {
    /// What is wrong and what to do, without the place.
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit): "\(bytes) bytes are too many here; the limit is \(limit)"
        case .archive: "this is an archive; give what is in it: unzip -p trace.zip test.trace > test.trace"
        case .unknownFormat:
            "no format of markers looks like this; name it with --markers-format: "
                + MarkerFormat.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", ")
        case .notUTF8: "this is not UTF-8 text; save it as UTF-8"
        case .notJSON: "this is not JSON, or it is cut"
        case .missingKey(let key): "the key '\(key)' is missing, or is of another kind"
        case .badTime(let text): "'\(text)' is no time that can be meant here"
        case .timesOutOfOrder: "the times of this step contradict each other; it begins, is displayed, and ends"
        case .badName: "a step's name should be a text on one line, neither empty nor with control characters"
        case .tooMany(let limit): "more than \(limit) steps; give the part that the journey is in"
        case .noSteps(let format): "nothing here begins a step; \(Self.remedy(format))"
        case .namesOnly(let format):
            "\(format.rawValue) tells names and no times; write a journey with: ecoproxy init --from FILE"
        case .unknownStep(let name, let journey):
            "the journey has no step '\(name)', by id or title"
                + Spelling.hint(for: name, among: journey, "its steps are")
        case .ambiguousStep(let name, let steps):
            "'\(name)' is the title of several steps (\(steps.joined(separator: ", "))); use their ids"
        case .launchWithoutStep(let first):
            "the app is launched here, and the journey's first step '\(first)' is not of type loading; label the command"
        case .severalVendors(let vendors):
            "events of several vendors (\(vendors.joined(separator: ", "))); log the steps as those of 'ecoproxy'"
        case .testsAtOnce: "this test ran while another did; give a report of one test, or of one worker"
        case .overlap(let next): "this step ends after '\(next)' began; steps follow one another"
        case .notANote: "this is no note: 16 digits (microseconds since 1970), a blank, and the name of the step"
        case .missingColumn(let column): "the table has no column '\(column)'"
        case .ambiguousColumns(let one, let other): "both columns '\(one)' and '\(other)' could be meant; leave one out"
        case .wrongCellCount(let found, let expected): "\(found) cells, where the header has \(expected)"
        case .display(let problem): problem.description
        }
    }

    private static func remedy(_ format: MarkerFormat) -> String {
        switch format {
        case .markers, .csv, .gmt: "write a line a step"
        case .har: "let the tool write pages, one a step"
        case .playwrightTrace, .playwrightReport: "put steps around what the test does: test.step('Sign in', …)"
        case .maestro: "label the commands that begin one: label: Sign in"
        case .appium: "log an event at each: vendor ecoproxy, event Sign in"
        case .allure: "put steps around what the test does"
        case .greenit: "give pages and actions a name"
        }
    }
}
