import Documents
import EcoScore
import Foundation
import JourneyRecorder
import TrafficMeter

/// Factor sets as a person names them: one that comes with the program by its identifier, or a file of YAML or JSON.
enum FactorSets {
    private static let hash = { @Sendable (data: Data) in ContentHasher.hash(of: data) }

    /// The set of a name; the standard one where there is none.
    ///
    /// - Throws: `InputError` or `JourneyFileError` at the first fault of a file, and what reading it throws.
    static func set(_ name: String?) throws -> FactorSet {
        guard let name else { return try .bundled(hashedBy: hash) }
        if let set = try FactorSet.bundled(name, hashedBy: hash) { return set }
        let file = try file(name)
        do {
            return try FactorSet(file, hashedBy: hash)
        } catch {
            throw InputError(error.description)
        }
    }

    /// Everything that is wrong with a file, a sentence each.
    static func faults(in path: String) throws -> [String] {
        try FactorSet.faults(in: file(path), hashedBy: hash).map(\.description)
    }

    private static func file(_ path: String) throws -> FactorFile {
        let data: Data
        do {
            data = try RunBundle.read(path)
        } catch {
            guard ExitStatus(error) == .noInput else { throw error }
            let sets = FactorSet.bundledIdentifiers.joined(separator: ", ")
            throw UnavailableError(
                "\(path): there is no such file and no such set; give a factor file, or one of \(sets)",
                status: .noInput)
        }
        do {
            let content = try YAMLContent(data, name: path)
            return FactorFile(json: content.json, name: path, sha256: hash(data), lines: content.lines)
        } catch {
            guard error.problem == .empty else { throw error }
            throw InputError("\(path): the file is empty; a factor file begins with: schema: \(FactorFile.schema)")
        }
    }
}
