public import Documents
public import FoundationEssentials

/// A factor file as it was read: what it says, and everything that is wrong with it by itself.
///
/// It may hold all factors of the model, or only some and the `base` that has the others.
public struct FactorFile: Sendable {
    /// The format that this version reads.
    public static let schema = "ecoproxy.factors/1"

    let name: String
    let id: String?
    let version: String?
    let date: String?
    let sha256: ContentHash
    /// The set that has what this file doesn't.
    let base: String?
    /// Which electricity the model takes: the middle of identifiers such as `elec.fr.ghg`.
    let electricity: String?
    /// The entries without faults, in the file's order.
    let factors: [Factor]
    /// Identifiers of all entries, also of those with faults.
    let entries: Set<String>
    let faults: [FactorError]
    private let lines: [String: Int]
    private let positions: [String: Int]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - json: its content as JSON.
    ///   - name: its name, for messages.
    ///   - sha256: the hash of its bytes, which a score names it by.
    ///   - lines: the lines, from 1, where values stand in the text that the JSON was made from, by path such as
    ///     `factors.0.low`; none where they aren't known.
    public init(json: Data, name: String, sha256: ContentHash, lines: [String: Int] = [:]) {
        self.name = name
        self.sha256 = sha256
        self.lines = lines
        var faults: [FactorError] = []
        var header = FactorFileHeader()
        var factors: [Factor] = []
        var positions: [String: Int] = [:]
        do throws(FactorError) {
            let object = try StrictObject(json, file: name, lines: lines)
            // What follows is of no use in a file of another kind.
            try object.expectSchema(Self.schema)
            header = FactorFileHeader(object, faults: &faults)
            for (position, entry) in try object.objects("factors").enumerated() {
                let found = Factor.faults(of: entry)
                faults += found
                if let id = entry.entry, positions.updateValue(position, forKey: id) != nil {
                    faults.append(entry.error("id", .duplicate))
                } else if found.isEmpty {
                    factors.append(try Factor(entry))
                }
            }
        } catch {
            faults.append(error)
        }
        (id, version, date) = (header.id, header.version, header.date)
        (base, electricity) = (header.base, header.electricity)
        self.factors = factors
        self.faults = faults
        self.positions = positions
        entries = Set(positions.keys)
    }

    /// An error at a key of an entry, with its line.
    func error(entry: String, key: String? = nil, _ problem: FactorError.Problem) -> FactorError {
        let path = positions[entry].map { "factors.\($0)" } ?? ""
        return FactorError(
            file: name, line: lines[key.map { "\(path).\($0)" } ?? path] ?? lines[path], entry: entry, key: key, problem
        )
    }

    /// An error at a key of the file, with its line.
    func error(key: String, _ problem: FactorError.Problem) -> FactorError {
        FactorError(file: name, line: lines[key], key: key, problem)
    }
}

/// What a factor file says of itself.
private struct FactorFileHeader {
    var id: String?
    var version: String?
    var date: String?
    var base: String?
    var electricity: String?

    init() {}

    init(_ object: StrictObject, faults: inout [FactorError]) {
        let keys = ["schema", "id", "version", "date", "base", "electricity", "factors"]
        if let fault = fault(try object.allowOnly(keys)) { faults.append(fault) }
        id = Self.read(try object.text("id"), &faults)
        version = Self.read(try object.text("version"), &faults)
        date = Self.read(try object.day("date"), &faults)
        base = Self.read(try object.textIfPresent("base"), &faults)
        electricity = Self.read(try Self.electricity(object), &faults)
    }

    private static func read(
        _ read: @autoclosure () throws(FactorError) -> String?, _ faults: inout [FactorError]
    ) -> String? {
        do {
            return try read()
        } catch {
            faults.append(error)
            return nil
        }
    }

    private static func electricity(_ object: StrictObject) throws(FactorError) -> String? {
        guard let electricity = try object.textIfPresent("electricity") else {
            if object.has("base") { return nil }
            throw object.error("electricity", .missingKey)
        }
        guard electricity.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil else {
            throw object.error("electricity", .malformed(expected: "small letters and digits, such as fr"))
        }
        return electricity
    }
}
