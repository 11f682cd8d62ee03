import Documents

extension Composer {
    /// The conditions of the measurement, the hashes that it is verified by, and the documents that the page carries.
    var annex: [Block] {
        var blocks: [Block] = []
        let facts = (isScoreAlone ? [] : sourceFacts + measurementFacts) + scoreFacts
        if !facts.isEmpty { blocks.append(.facts(facts)) }
        blocks += [.heading(words.verifying), .paragraph(words.verifyingExplained), .facts(commandFacts)]
        guard !subject.documents.isEmpty else { return blocks }
        let documents = subject.documents.map { Fact($0.name, .code($0.sha256.rawValue)) }
        return blocks + [.heading(words.documentsCarried), .paragraph(words.documentsExplained), .facts(documents)]
    }

    /// The lines that give the same figures again.
    private var commandFacts: [Fact] {
        let names =
            subject.counted.isEmpty ? [] : subject.counted.map { $0.name.isEmpty ? words.runPlaceholder : $0.name }
        let runs = names.map(\.shellQuoted).joined(separator: " ")
        let set = score.map { $0.factorSet.replaced.isEmpty ? " --factors \($0.factorSet.id)" : "" } ?? ""
        var facts = [Fact(words.hashOfFile, .code("sha256sum measurement.json score.json"))]
        if !runs.isEmpty { facts.append(Fact(words.scoreAgain, .code("ecoproxy score \(runs)\(set)"))) }
        return facts
    }

    private var sourceFacts: [Fact] {
        measurement.sources.map { source in
            var values: [Fact.Value] = [.text(source.file ?? words.name(of: source.kind))]
            if source.file != nil { values.append(.text(words.name(of: source.kind))) }
            values.append(.text(words.name(of: source.trust)))
            if let interface = source.interface { values.append(.text(words.labelled(words.interface, interface))) }
            if !source.linkTypes.isEmpty {
                let types = source.linkTypes.map(String.init).joined(separator: ", ")
                values.append(.text(words.labelled(words.linkTypes, types)))
            }
            if let filter = source.filter { values.append(.text(words.labelled(words.filter, filter))) }
            if let length = source.snapLength {
                values.append(.text(words.labelled(words.snapLength, figures.exact(length))))
            }
            if let hash = source.sha256 { values.append(.code(hash.rawValue)) }
            return Fact(words.source, values: values)
        }
    }

    private var measurementFacts: [Fact] {
        let totals = measurement.totals
        var facts: [Fact] = []
        if let first = totals.first, let last = totals.last {
            facts.append(
                Fact(
                    words.captureTime, .text("\(moment(first)) – \(moment(last))"),
                    .text(figures.duration(last.seconds(since: first)))))
        }
        if let journey = measurement.journey {
            facts.append(Fact(words.journey, .text(journey.id), .code(journey.sha256.rawValue)))
        }
        facts.append(Fact(words.deviceToldBy, .text(words.name(of: measurement.device.rule))))
        facts.append(
            Fact(
                words.volumes,
                .text(words.labelled(words.packetsLabel, figures.exact(totals.packets))),
                .text(words.labelled(words.wireBytes, figures.exact(totals.wireBytes))),
                .text(words.labelled(words.ipBytes, figures.exact(totals.ipBytes))),
                .text(words.labelled(words.payloadBytes, figures.exact(totals.payloadBytes))),
                .text(words.labelled(words.capturedBytes, figures.exact(totals.capturedBytes))),
                .text(words.labelled(words.truncatedPackets, figures.exact(totals.truncatedPackets))),
                .text(words.labelled(words.framesWithoutIP, figures.exact(measurement.nonIP.both.packets)))))
        let drops = measurement.drops
        facts.append(
            Fact(
                words.drops,
                values: [
                    (words.dropsKernel, drops.kernel), (words.dropsInterface, drops.interface),
                    (words.dropsFull, drops.full),
                ]
                .map { .text(words.labelled($0.0, $0.1.map(figures.exact) ?? words.notStated)) }))
        facts.append(
            Fact(
                words.measuredWith, .text("\(measurement.tool.name) \(measurement.tool.version)"),
                .text(measurement.schema)))
        return facts
    }

    private var scoreFacts: [Fact] {
        guard let score else { return [] }
        let factors = score.factorSet
        var factorValues: [Fact.Value] = [.text("\(factors.id) \(factors.version)"), .code(factors.sha256.rawValue)]
        if !factors.replaced.isEmpty {
            factorValues.append(.text(words.labelled(words.replaced, factors.replaced.joined(separator: ", "))))
        }
        let indicators = namedIndicators(of: score.indicators).map { indicator in
            let used = score.indicators[keyPath: indicator.of].factors.joined(separator: ", ")
            return Fact.Value.text(words.labelled(indicator.name, used))
        }
        return [
            Fact(words.measurementDocument, values: score.measurements.map { .code($0.sha256.rawValue) }),
            Fact(words.factorSet, values: factorValues),
            Fact(words.factorsUsed, values: indicators),
            Fact(
                words.profile, .text("\(score.profile.id) \(score.profile.version)"),
                .code(score.profile.sha256.rawValue)),
            Fact(words.comparedWith, values: comparisonValues(score)),
            Fact(words.scoredWith, .text("\(score.tool.name) \(score.tool.version)"), .text(score.schema)),
        ]
    }

    /// A capture time to the second, UTC, as the language writes dates.
    func moment(_ time: Timestamp) -> String {
        // RFC 3339, 2026-03-02T09:00:00.000000000Z: years of the type's range have four digits.
        let fields = time.description.split { "-T.".contains($0) }
        guard fields.count > 3, let month = Int(fields[1]), let day = Int(fields[2]) else { return time.description }
        return words.moment(year: String(fields[0]), month: month, day: day, clock: String(fields[3]))
    }

    /// One of each thing that the totals are compared with, and where its impact stands.
    private func comparisonValues(_ score: JourneyScore) -> [Fact.Value] {
        (score.comparisons ?? []).flatMap { comparison -> [Fact.Value] in
            let unit = ImpactUnit(of: comparison.unit, central: comparison.amount, words: words)
            let amount = figures.measured(figures.significant(comparison.amount, in: unit), unit.symbol)
            return [.text("1 × \(comparison.thing[language.rawValue]) = \(amount)"), .code(comparison.source)]
        }
    }
}

extension String {
    /// The text as one word of a shell (POSIX, Shell Command Language § 2.2.2).
    fileprivate var shellQuoted: String {
        let plain = utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-_./".utf8.contains(byte)
        }
        return plain && !isEmpty
            ? self : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
