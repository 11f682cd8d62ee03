import Documents
import Foundation
import JourneyRecorder

/// What a person gives as a run: a bundle or a Measurement, or a Score alone.
enum RunDocument {
    case measurement((value: JourneyMeasurement, bytes: Data))
    case score((value: JourneyScore, bytes: Data))

    /// Reads a bundle's Measurement, or the document that a file holds, told by its schema; `-` is standard input.
    ///
    /// - Throws: `BundleError` if it can't be read, `InputError` if it holds neither.
    static func read(_ path: String) throws -> RunDocument {
        if path != "-", RunBundle.isBundle(path) { return .measurement(try Pipeline.measurement(path)) }
        let data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try RunBundle.read(path)
        do {
            let schema = try CanonicalJSON.decode(Header.self, from: data).schema
            if schema == JourneyScore.schemaIdentifier { return .score((try JourneyScore(json: data), data)) }
            return .measurement((try JourneyMeasurement(json: data), data))
        } catch {
            throw InputError(path == "-" ? "standard input" : path, error)
        }
    }

    private struct Header: Decodable {
        let schema: String
    }
}
