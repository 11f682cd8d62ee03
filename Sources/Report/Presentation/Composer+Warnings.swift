import Documents

extension Composer {
    /// The measurement's warnings and the score's own, each said once with the steps that it concerns.
    var warnings: [Block] {
        let items = warningItems
        return items.isEmpty ? [.paragraph(words.noWarnings)] : [.items(items)]
    }

    /// How many there are.
    var warningCount: Int { warningItems.count }

    private var warningItems: [Item] {
        var sentences: [String] = []
        var steps: [String: [String]] = [:]
        var advice: [String: String] = [:]
        var seen: Set<Caveat> = []
        for caveat in measurement.quality.warnings + (score?.warnings ?? []) where seen.insert(caveat).inserted {
            let sentence = words.caveat(caveat, figures) ?? caveat.message
            if steps[sentence] == nil {
                sentences.append(sentence)
                steps[sentence] = []
                advice[sentence] = words.advice(on: caveat.code)
            }
            if let step = caveat.step { steps[sentence, default: []].append(name(ofStep: step)) }
        }
        return sentences.map { sentence in
            let subjects = steps[sentence] ?? []
            return Item(
                tone: .warning, subject: subjects.isEmpty ? nil : subjects.joined(separator: ", "), text: sentence,
                details: advice[sentence].map { [$0] } ?? [])
        }
    }
}
