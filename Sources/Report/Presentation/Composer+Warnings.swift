import Documents

extension Composer {
    /// The measurement's warnings and the score's own, each said once with the steps that it concerns.
    var warnings: [Block] {
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
        let items = sentences.map { sentence in
            let subjects = steps[sentence] ?? []
            return Item(
                tone: .warning, subject: subjects.isEmpty ? nil : subjects.joined(separator: ", "), text: sentence,
                details: advice[sentence].map { [$0] } ?? [])
        }
        return items.isEmpty ? [.paragraph(words.noWarnings)] : [.items(items)]
    }
}
