/// Finds the word that a misspelt one was meant to be.
package enum Spelling {
    /// Two letters wrong is a slip; three are another word.
    private static let farthest = 2

    /// The known word fewest single-letter changes away, the earlier one of equals.
    ///
    /// - Returns: `nil` if none is within two changes, or if that would change every letter of it.
    package static func nearest(to word: String, among known: [String]) -> String? {
        var best: (word: String, distance: Int)?
        for candidate in known where abs(candidate.count - word.count) <= farthest {
            let distance = distance(word, candidate)
            guard distance <= farthest, distance < candidate.count, distance < best?.distance ?? .max else { continue }
            best = (candidate, distance)
        }
        return best?.word
    }

    /// How a message about an unknown word ends: what it may have been meant to be, and what there is.
    static func hint(for word: String, among known: [String], _ introduction: String) -> String {
        let list = "\(introduction) \(known.joined(separator: ", "))"
        return nearest(to: word, among: known).map { "; did you mean '\($0)'? (\(list))" } ?? "; \(list)"
    }

    /// Letters to insert, delete or replace to turn one word into another (V. I. Levenshtein, 1966), row by row.
    static func distance(_ from: String, _ to: String) -> Int {
        let target = Array(to)
        var previous = Array(0...target.count)
        for (row, letter) in from.enumerated() {
            var current = [row + 1]
            for (column, other) in target.enumerated() {
                current.append(
                    min(previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[target.count]
    }
}
