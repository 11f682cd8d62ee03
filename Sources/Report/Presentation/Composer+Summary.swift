import Documents

extension Composer {
    /// The verdict first, then what was measured, how far it can be trusted, and what the score is not.
    var summary: [Block] { opening + [.facts(summaryFacts)] + statements }

    /// The same with what a product owner acts on: what weighs most, and what to do first.
    var wholeSummary: [Block] {
        var blocks = opening
        if !priorities.isEmpty { blocks.append(.facts(priorities)) }
        if warningCount > 0 { blocks.append(.reference(words.warningsBelow(warningCount, figures), .method)) }
        return blocks + [.heading(words.whatWasMeasured), .facts(summaryFacts + trustFacts)] + statements
    }

    /// The verdict, and what must be said beside it.
    var opening: [Block] {
        var blocks: [Block] = []
        if let score { blocks.append(.verdict(verdict(of: score.ecoscore))) }
        if quality == .untrusted { blocks.append(.notice(words.untrusted, .alarm)) }
        if let together { blocks.append(.notice(together, .normal)) }
        return blocks
    }

    private var statements: [Block] {
        var blocks: [Block] = []
        if score?.modelledTime == true { blocks.append(.notice(words.modelledTimeAccepted, .warning)) }
        if let score { blocks.append(.notice(score.statement[language.rawValue], .normal)) }
        return blocks
    }

    /// The least trusted of the runs that count.
    private var quality: Quality.Grade {
        let grades = subject.counted.map(\.measurement.quality.grade)
        return [.untrusted, .fair].first(where: grades.contains) ?? measurement.quality.grade
    }

    /// Which figures are of all runs, and which of one.
    private var together: String? {
        guard let run, subject.runs.count > 1 else { return nil }
        let (counted, alike) = (subject.counted.count, subject.alike.count)
        let version =
            alike < subject.runs.count ? measurement.journey?.version.map { words.labelled(words.version, $0) } : nil
        let kind = counted < alike ? measurement.cache.map(words.name(of:)) : nil
        let restriction = [version, kind].compactMap { $0 }.joined(separator: ", ")
        return words.runsTogether(counted, restriction.isEmpty ? nil : restriction, typical: run.name, figures)
    }

    private var summaryFacts: [Fact] {
        let measured = measurement.measured.both.ipBytes
        var facts: [Fact] = []
        if let subtitle { facts.append(Fact(words.application, .text(subtitle))) }
        facts.append(
            Fact(
                words.dataExchanged,
                .text("\(figures.bytes(measured)) (\(words.ipBytesExactly(figures.exact(measured))))")))
        if let selection { facts.append(Fact(words.leftOut, .text(selection))) }
        facts.append(Fact(words.traffic, .text(trafficPhrase)))
        if let background { facts.append(Fact(words.withoutBackground, .text(background))) }
        if let baseline = measurement.baseline { facts.append(Fact(words.atRest, .text(phrase(of: baseline)))) }
        if !measurement.steps.isEmpty {
            let seconds = measurement.steps.reduce(0) { $0 + $1.seconds }
            facts.append(
                Fact(words.walk, .text("\(words.steps(measurement.steps.count)), \(figures.duration(seconds))")))
        }
        if let first = measurement.totals.first { facts.append(Fact(words.measuredOn, .text(moment(first)))) }
        let device = [measurement.device.label, words.name(of: measurement.device.class), measurement.device.os]
        facts.append(Fact(words.device, .text(device.compactMap { $0 }.joined(separator: ", "))))
        facts.append(Fact(words.network, .text(words.name(of: measurement.network))))
        facts.append(Fact(words.quality, .text(words.name(of: quality))))
        facts.append(Fact(words.captureTrust, values: trusts.map { .text(words.name(of: $0)) }))
        return facts
    }

    /// What else a reader trusts or doubts a run by, and which version of the method its score is of.
    private var trustFacts: [Fact] {
        let drops = [measurement.drops.kernel, measurement.drops.interface, measurement.drops.full].compactMap { $0 }
        let lost = drops.isEmpty ? words.notStated : figures.exact(drops.reduce(0, &+))
        var facts = [
            Fact(words.runs, .text(figures.exact(max(subject.counted.count, measurement.scoredIterations.count)))),
            Fact(words.drops, .text(lost)),
        ]
        if let score {
            facts.append(Fact(words.factorSet, .text("\(score.factorSet.id) \(score.factorSet.version)")))
            facts.append(Fact(words.profile, .text("\(score.profile.id) \(score.profile.version)")))
        }
        return facts
    }

    /// What a digest says of the measurement.
    var measuredInShort: [Fact] {
        guard !isScoreAlone else { return [] }
        return [
            Fact(words.dataExchanged, .text(figures.bytes(measurement.walkedBytes))),
            Fact(words.quality, .text(words.name(of: quality))),
        ]
    }

    private var trafficPhrase: String {
        let traffic = measurement.measured
        return [
            words.upAndDown(figures.bytes(traffic.up.ipBytes), figures.bytes(traffic.down.ipBytes)),
            words.packets(traffic.both.packets, figures), words.hosts(measurement.hosts.count, figures),
        ].joined(separator: ", ")
    }

    /// What a selection left out, and by what.
    private var selection: String? {
        guard let selection = measurement.selection else { return nil }
        let rules =
            (selection.only ?? []).map { "--only \($0)" } + [selection.app].compactMap { $0 }.map { "--app \($0)" }
        let share = share(selection.leftOut.ipBytes, of: measurement.totals.ipBytes).map(figures.percent)
        return [
            figures.bytes(selection.leftOut.ipBytes), words.packets(selection.leftOut.packets, figures), share,
            rules.joined(separator: " "),
        ].compactMap { $0 }.joined(separator: ", ")
    }

    /// What is left without the device's own traffic, where there is some.
    private var background: String? {
        guard let rest = measurement.withoutBackground, rest != measurement.measured else { return nil }
        return figures.bytes(rest.both.ipBytes)
    }

    /// What the device exchanges at rest, and what that would be in the time of the steps: to compare with, not subtracted.
    private func phrase(of baseline: Baseline) -> String {
        let measured = "\(figures.bytes(baseline.traffic.both.ipBytes)), \(figures.duration(baseline.seconds))"
        guard let rate = baseline.bytesPerMinute else { return measured }
        let walked = measurement.steps.filter { $0.type != .baseline }.reduce(0) { $0 + $1.seconds }
        let expected = walked > 0 ? baseline.bytes(inSeconds: walked) : nil
        return words.atRest(
            perMinute: figures.bytes(Int(nearest: rate)), measured: measured,
            inSteps: expected.map { figures.bytes(Int(nearest: $0)) })
    }

    private var trusts: [Source.Trust] {
        Source.Trust.allCases.filter { trust in measurement.sources.contains { $0.trust == trust } }
    }

    /// The verdict on the sides of one use together, and the sum of their indicators.
    var sidesTogether: [ReportSection] {
        guard let score else { return [] }
        let summary: [Block] = [
            .verdict(verdict(of: score.ecoscore)), .paragraph(words.sidesExplained),
            .notice(score.statement[language.rawValue], .normal),
        ]
        return [
            ReportSection(id: .summary, heading: words.heading(of: .summary), blocks: summary),
            ReportSection(id: .indicators, heading: words.heading(of: .indicators), blocks: indicators),
        ]
    }

    private func verdict(of result: EcoscoreResult) -> Verdict {
        let axes = [
            (words.axisData, result.axes.data), (words.axisEnergy, result.axes.energy),
            (words.axisTime, result.axes.time),
        ]
        let value = result.value.map(figures.score)
        let interval = result.interval.map {
            Verdict.Span(
                low: $0.low, high: $0.high, label: words.interval(figures.score($0.low), figures.score($0.high)))
        }
        let gradeLabel = result.letters.map(words.grade) ?? words.noGrade
        let name = result.partial ? words.partialEcoscore(axes: axes.count { $0.1.value != nil }) : words.ecoscore
        let found = [value, interval?.label, result.letters.map(words.grade)].compactMap { $0 }
        return Verdict(
            sentence: value == nil ? words.noEcoscore : words.labelled(name, found.joined(separator: ", ")),
            score: value, grades: grades(of: result), gradeLabel: gradeLabel, interval: interval,
            axes: axes.map { Fact($0.0, .text(phrase(of: $0.1))) })
    }

    private func phrase(of axis: EcoscoreResult.Axis) -> String {
        // The documents say 1 of an axis that applies to no step.
        guard let value = axis.value else { return axis.coverage < 1 ? words.notMeasured : words.notApplicable }
        let score = words.outOf100(figures.score(value))
        return axis.coverage < 1 ? "\(score), \(words.onPartOfSteps(figures.percent(axis.coverage)))" : score
    }

    private func grades(of result: EcoscoreResult) -> [EcoscoreResult.Grade] {
        if let grade = result.grade { return [grade] }
        guard let range = result.gradeRange else { return [] }
        return EcoscoreResult.Grade.allCases.filter {
            range.best.rawValue <= $0.rawValue && $0.rawValue <= range.worst.rawValue
        }
    }
}
