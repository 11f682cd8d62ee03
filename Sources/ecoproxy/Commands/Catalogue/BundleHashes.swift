import Documents
import Foundation
import JourneyRecorder
import TrafficMeter

/// Whether a bundle's files are those that its measurement was made of.
enum BundleHashes {
    /// Compares the captures and the journey with the hashes in the measurement.
    ///
    /// A measurement given alone has no files to compare; a capture that was too long to be hashed has no hash.
    ///
    /// - Throws: `InputError` at the first file that differs, `BundleError` if one can't be read.
    static func check(_ source: String, against measurement: JourneyMeasurement) throws {
        guard source != "-", RunBundle.isBundle(source) else { return }
        let bundle = RunBundle(path: source)
        let captures = Dictionary(
            bundle.captures.map { (URL(filePath: $0).lastPathComponent, $0) }, uniquingKeysWith: { first, _ in first })
        for source in measurement.sources {
            guard let name = source.file, let path = captures[name], let hash = source.sha256 else { continue }
            guard try ContentHasher.hash(ofFile: path) == hash else { throw other(path) }
        }
        if let hash = measurement.journey?.sha256, bundle.has(.journey) {
            let path = bundle.path(of: .journey)
            guard try ContentHasher.hash(of: RunBundle.read(path)) == hash else { throw other(path) }
        }
    }

    private static func other(_ path: String) -> InputError {
        InputError(
            "\(path): this isn't the file that the bundle's measurement was made of (its hash differs); "
                + "remove measurement.json and score.json, and the bundle is measured again")
    }
}
