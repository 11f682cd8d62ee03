import Documents

/// Dresses the recording's screen: values in, lines out, each of at most the terminal's width.
///
/// Below 80 columns the charts go; where there are too few lines, first the hosts go, then the rate, then steps far from the current one.
package struct ScreenRenderer: Sendable {
    private let words: ScreenWords
    private let figures: Figures
    private let language: Language
    private let style: TerminalStyle
    /// Columns from which charts are drawn.
    private static let chartWidth = 80

    /// A renderer.
    ///
    /// - Parameters:
    ///   - language: what the words are in.
    ///   - style: whether colours are used.
    package init(language: Language, style: TerminalStyle) {
        self.language = language
        self.style = style
        words = ScreenWords(language)
        figures = language.figures
    }

    /// French has a space before it.
    private var colon: String { language == .fr ? " :" : ":" }

    /// The lines of a screen, from the top.
    ///
    /// - Parameters:
    ///   - model: what is shown.
    ///   - width: columns of the terminal; at least 20 are used.
    ///   - height: lines of the terminal; more are never given.
    /// - Returns: the lines, without line feeds.
    package func lines(of model: ScreenModel, width: Int, height: Int) -> [String] {
        let width = max(20, width)
        let rule = style.apply(.faint, to: String(repeating: "─", count: width))
        let head = [heading(model, width), sums(model, width)]
        let foot = footer(model, width)
        if model.footer == .help {
            let help = words.helpLines.map { fit(" " + $0, width) }
            return Array((head + [rule] + help.prefix(max(0, height - 5)) + [rule] + foot).prefix(max(1, height)))
        }
        var extras = [rate(model, width)].compactMap { $0 } + hosts(model, width)
        // Two of the head, two rules and the footer always stay; then at least three steps.
        let fixed = head.count + 1 + foot.count
        while !extras.isEmpty, fixed + extras.count + 1 + min(3, model.rows.count) > height { extras.removeLast() }
        let space = height - fixed - (extras.isEmpty ? 0 : extras.count + 1)
        let steps = rows(model, width, height: max(1, space - 1))
        let body = extras.isEmpty ? steps : steps + [rule] + extras
        return Array((head + [rule] + body + [rule] + foot).prefix(max(1, height)))
    }

    private func heading(_ model: ScreenModel, _ width: Int) -> String {
        var parts = ["ecoproxy", words.recording, model.title, model.source].filter { !$0.isEmpty }
        let cache = model.cache.map { $0 == .cold ? words.cold : words.warm }
        let round = model.rounds > 1 ? "\(model.round)/\(model.rounds)" : nil
        let run = [cache, round].compactMap { $0 }.joined(separator: " ")
        if !run.isEmpty { parts.append(run) }
        return style.apply(.heading, to: fit(" " + parts.joined(separator: " · "), width))
    }

    private func sums(_ model: ScreenModel, _ width: Int) -> String {
        let lost = "\(words.dropped) \(figures.exact(model.dropped))"
        let start = " \(clock(model.elapsed))   "
        // What was lost comes before what may be cut off: it is always visible.
        let volumes = "▲ \(figures.bytes(model.up))  ▼ \(figures.bytes(model.down))"
        let packets = "   \(words.packets) \(figures.exact(model.packets))"
        let background = model.background > 0 ? "   \(words.background) \(figures.bytes(model.background))" : ""
        let first = fit(start, width)
        let marked = style.apply(model.dropped > 0 ? .red : nil, to: fit(lost, max(0, width - first.displayWidth)))
        let used = first.displayWidth + lost.terminalText.displayWidth
        return first + marked + fit("   " + volumes + packets + background, max(0, width - used))
    }

    /// Minutes, seconds and tenths: `01:31.4`.
    private func clock(_ seconds: Double) -> String {
        let tenths = Int((max(0, min(seconds, 1e9)) * 10).rounded(.down))
        let (minutes, rest) = (tenths / 600, tenths % 600)
        let point = language == .fr ? "," : "."
        return "\(minutes < 10 ? "0" : "")\(minutes):\(rest < 100 ? "0" : "")\(rest / 10)\(point)\(rest % 10)"
    }

    private func rows(_ model: ScreenModel, _ width: Int, height: Int) -> [String] {
        let count = model.rows.count
        guard count > height else { return model.rows.indices.map { row(model, $0, width) } }
        let middle = model.current ?? (model.rows.lastIndex { $0.state == .done } ?? 0)
        let shown = max(1, height - 1)
        let start = min(max(0, middle - shown / 2), count - shown)
        let rest = style.apply(.faint, to: fit("    … \(count - shown) \(words.more)", width))
        let lines = (start..<start + shown).map { row(model, $0, width) }
        return height > 1 ? lines + [rest] : lines
    }

    private func row(_ model: ScreenModel, _ index: Int, _ width: Int) -> String {
        let row = model.rows[index]
        let mark =
            switch row.state {
            case .ahead: " "
            case .current: "●"
            case .paused: "‖"
            case .done: "✓"
            }
        let number = "\(index + 1)".padded(toWidth: 3, leading: true)
        var right = ""
        if let seconds = row.seconds {
            right =
                figures.duration(seconds).terminalText.padded(toWidth: 10, leading: true) + "  ▲"
                + figures.bytes(row.up).terminalText.padded(toWidth: 8, leading: true) + "  ▼"
                + figures.bytes(row.down).terminalText.padded(toWidth: 8, leading: true)
        }
        var state = ""
        if row.state == .paused {
            state = words.paused
        } else if row.state == .current, model.isQuiet {
            state = words.quiet
        }
        if width >= Self.chartWidth {
            let all = model.up + model.down
            let share = all > 0 && row.seconds != nil ? Double(row.up + row.down) / Double(all) : 0
            let percent = row.seconds == nil ? "" : figures.percent(share).terminalText
            let chart = String.bar(share, width: 10).padded(toWidth: 10) + percent.padded(toWidth: 5, leading: true)
            right += "  " + (state.isEmpty ? chart : state).padded(toWidth: 15)
        } else if !state.isEmpty {
            right += "  " + state
        }
        let room = max(6, width - right.displayWidth - 7)
        let title = fit(row.title, room).padded(toWidth: room)
        let text = fit("\(number) \(mark) \(title) \(right)", width)
        let looks: TerminalStyle.Look? =
            switch row.state {
            case .current: .strong
            case .paused: .yellow
            case .ahead: .faint
            case .done: nil
            }
        return style.apply(looks, to: text)
    }

    private func rate(_ model: ScreenModel, _ width: Int) -> String? {
        guard width >= Self.chartWidth else { return budget(model).map { fit("  " + $0, width) } }
        let label = "  " + words.rate.padded(toWidth: 6) + " "
        let space = width - label.displayWidth
        let note = budget(model).map { "  " + $0 } ?? ""
        let chart = Self.sparkline(model.rate.suffix(max(0, space - note.terminalText.displayWidth)))
        return fit(label + chart + note, width)
    }

    private func budget(_ model: ScreenModel) -> String? {
        guard let budget = model.budget, let current = model.current else { return nil }
        let row = model.rows[current]
        return "\(words.budget)\(colon) \(figures.bytes(row.up + row.down)) / \(figures.bytes(budget))"
    }

    /// One column a second, as high as the heaviest (U+2581 to U+2588, eighths of a block).
    static func sparkline(_ values: some Collection<Int>) -> String {
        let top = max(1, values.max() ?? 0)
        return values.reduce(into: "") { line, value in
            let level = value <= 0 ? 0 : 1 + Int(Double(value) / Double(top) * 6.99)
            line.unicodeScalars.append(Unicode.Scalar(0x2581 + UInt32(min(7, max(0, level)))) ?? " ")
        }
    }

    private func hosts(_ model: ScreenModel, _ width: Int) -> [String] {
        model.hosts.prefix(3).enumerated().map { index, host in
            let label = "  " + (index == 0 ? words.hosts : "").padded(toWidth: 6) + " "
            let mark = host.isUndeclared ? "  ⚠ \(words.undeclared)" : ""
            let figures =
                "  " + self.figures.bytes(host.bytes).terminalText.padded(toWidth: 8, leading: true) + " "
                + host.transport.rawValue.uppercased().padded(toWidth: 4)
            let room = max(8, width - label.displayWidth - figures.displayWidth - mark.displayWidth)
            let text = fit(label + fit(host.name, room).padded(toWidth: min(room, 36)) + figures + mark, width)
            return style.apply(host.isUndeclared ? .yellow : nil, to: text)
        }
    }

    private func footer(_ model: ScreenModel, _ width: Int) -> [String] {
        let keys =
            switch model.footer {
            case .keys: self.keys(width - 1)
            case .help: words.help
            case .naming(let text): "\(words.name)\(colon) \(tail(text, width))▏  \(words.confirm)"
            case .noting(let text): "\(words.note)\(colon) \(tail(text, width))▏  \(words.confirm)"
            }
        return [fit(" " + (model.remark ?? ""), width), fit(" " + keys, width)]
    }

    /// The keys; where there is no room for all, those that the help explains as well go first.
    private func keys(_ width: Int) -> String {
        var keys = words.keys
        for rare in ["r ", "t ", "n ", "p "] where keys.joined(separator: "  ").displayWidth > width {
            keys.removeAll { $0.hasPrefix(rare) }
        }
        return keys.joined(separator: "  ")
    }

    /// The end of what is being typed, which is what the eyes are on.
    private func tail(_ text: String, _ width: Int) -> String {
        String(text.suffix(max(4, width - 34)))
    }

    /// The text as a terminal may have it, cut to a width, with `…` where something is missing.
    private func fit(_ text: String, _ width: Int) -> String {
        let text = text.terminalText
        guard text.displayWidth > width else { return text }
        guard width > 0 else { return "" }
        var (cut, used) = ("", 0)
        for character in text {
            let next = String(character).displayWidth
            if used + next > width - 1 { break }
            cut.append(character)
            used += next
        }
        return cut + "…"
    }
}
