extension String {
    /// The text up to its last character that is no space; empty where there is none.
    var withoutTrailingSpaces: String { lastIndex { $0 != " " }.map { String(self[...$0]) } ?? "" }

    /// The text as it may be sent to a terminal: printable, and plain spaces for no-break ones, so that it can be searched.
    package var terminalText: String {
        String(printable.map { $0 == "\u{A0}" ? " " : $0 })
    }

    /// The text filled with spaces up to a display width.
    func padded(toWidth width: Int, leading: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - displayWidth))
        return leading ? spaces + self : self + spaces
    }

    /// The text in lines of at most a display width, broken at spaces; only a word longer than a line is broken itself.
    package func wrapped(toWidth width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in printable.split(separator: " ").map(String.init) {
            for piece in word.pieces(ofWidth: max(1, width)) {
                if line.isEmpty {
                    line = piece
                } else if line.displayWidth + 1 + piece.displayWidth <= width {
                    line += " " + piece
                } else {
                    lines.append(line)
                    line = piece
                }
            }
        }
        return (lines + [line]).map(\.terminalText)
    }

    private func pieces(ofWidth width: Int) -> [String] {
        guard displayWidth > width else { return [self] }
        var pieces = [""]
        var used = 0
        for character in self {
            let next = String(character).displayWidth
            if used + next > width {
                pieces.append("")
                used = 0
            }
            pieces[pieces.count - 1].append(character)
            used += next
        }
        return pieces
    }

    /// A bar of eighths of a block, `width` columns for a whole.
    static func bar(_ share: Double, width: Int) -> String {
        let eighths = Int((Swift.min(1, Swift.max(0, share)) * Double(width * 8)).rounded())
        // U+2588 is a full block; U+258F to U+2589 are one to seven eighths.
        let rest = Unicode.Scalar(UInt32(0x2590 - eighths % 8)).map { String(Character($0)) } ?? ""
        return String(repeating: "█", count: eighths / 8) + (eighths % 8 > 0 ? rest : "")
    }

    /// Values as blocks of an eighth to a whole line high, one a column; a space for nothing.
    static func spark(_ values: [Double], top: Double) -> String {
        String(
            values.map { value in
                guard value > 0, top > 0 else { return " " }
                let eighths = Swift.max(1, Swift.min(8, Int((value / top * 8).rounded(.up))))
                return Unicode.Scalar(UInt32(0x2580 + eighths)).map { Character($0) } ?? " "
            })
    }
}
