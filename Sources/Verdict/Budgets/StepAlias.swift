import Documents
import Foundation

/// The names by which other tools know a step.
enum StepAlias {
    /// The letters and digits of a name in small letters, accents left out: `Se connecter` and `seConnecter` are one name.
    static func folded(_ name: String) -> String {
        String(
            name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }.map(Character.init))
    }

    /// The step that an alias is of: by its identifier, else by a title or identifier that is the same name.
    static func step(_ alias: String, in steps: [(id: String, title: LocalizedText)]) -> String? {
        if steps.contains(where: { $0.id == alias }) { return alias }
        let name = folded(alias)
        return steps.first { ([$0.id] + Array($0.title.texts.values)).contains { folded($0) == name } }?.id
    }
}
