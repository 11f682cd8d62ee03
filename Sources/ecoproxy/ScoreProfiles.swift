import EcoScore
import Foundation
import JourneyRecorder
import TrafficMeter

/// Score profiles as a person names them: the one that comes with the program, or a file of YAML or JSON.
enum ScoreProfiles {
    /// The profile of a file; the standard one where there is none.
    ///
    /// - Throws: `InputError` or `JourneyFileError` at the first fault of a file, and what reading it throws.
    static func profile(_ path: String?) throws -> ScoreProfile {
        guard let path else { return try .bundled { ContentHasher.hash(of: $0) } }
        let data = try RunBundle.read(path)
        let content = try YAMLContent(data, name: path)
        do {
            return try ScoreProfile(content.json, file: path, sha256: ContentHasher.hash(of: data))
        } catch {
            throw InputError(error.description)
        }
    }
}
