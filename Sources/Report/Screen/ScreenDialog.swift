package import Documents

/// What keys mean on the recording's screen: keys in, wishes out.
package struct ScreenDialog: Hashable, Sendable {
    /// A key that was pressed.
    package enum Key: Hashable, Sendable {
        case character(Character)
        case enter, escape, erase
    }

    /// What the tester wants.
    package enum Wish: Hashable, Sendable {
        case next, end, undo, pause, restart, displayed, finish
        /// A step begins at the moment its key was pressed, before its name was typed.
        case step(String, at: Timestamp)
        /// A note, of the moment its key was pressed.
        case note(String, at: Timestamp)
        /// A name begins to be typed for a step that may have begun.
        case prepare(at: Timestamp)
    }

    /// Most characters of a name or note.
    package static let limit = 200

    /// What the last line of the screen is for.
    package private(set) var footer = ScreenModel.Footer.keys
    private var pressed = Timestamp(nanoseconds: 0)

    /// A dialog that waits for a key.
    package init() {}

    /// Takes a key.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - time: when it was pressed.
    /// - Returns: what is wanted; `nil` if the key says nothing by itself.
    package mutating func press(_ key: Key, at time: Timestamp) -> Wish? {
        switch footer {
        case .help:
            footer = .keys
            return nil
        case .naming(let text), .noting(let text): return type(key, after: text)
        case .keys: return command(key, at: time)
        }
    }

    private mutating func command(_ key: Key, at time: Timestamp) -> Wish? {
        switch key {
        case .enter, .character(" "): return .next
        case .character("n"):
            (footer, pressed) = (.naming(""), time)
            return .prepare(at: time)
        case .character("t"):
            (footer, pressed) = (.noting(""), time)
            return nil
        case .character("e"): return .end
        case .character("u"): return .undo
        case .character("p"): return .pause
        case .character("d"): return .displayed
        case .character("r"): return .restart
        case .character("q"): return .finish
        case .character("?"), .character("h"):
            footer = .help
            return nil
        case .character, .escape, .erase: return nil
        }
    }

    private mutating func type(_ key: Key, after text: String) -> Wish? {
        let isName = footer == .naming(text)
        func typed(_ text: String) -> ScreenModel.Footer { isName ? .naming(text) : .noting(text) }
        switch key {
        case .character(let character):
            if text.count < Self.limit { footer = typed(text + String(character)) }
            return nil
        case .erase:
            footer = typed(String(text.dropLast()))
            return nil
        case .escape:
            footer = .keys
            return nil
        case .enter:
            footer = .keys
            let words = text.split(separator: " ").joined(separator: " ")
            guard !words.isEmpty else { return nil }
            return isName ? .step(words, at: pressed) : .note(words, at: pressed)
        }
    }
}

extension ScreenDialog.Key {
    /// The keys in what a terminal sent at once: UTF-8, where an escape sequence (ECMA-48 § 5.4; SS3) is no key of ours, and a lone
    /// escape is the key.
    ///
    /// - Parameter bytes: what was read; what isn't UTF-8 is left out.
    /// - Returns: the keys in order.
    package static func keys(in bytes: some Sequence<UInt8>) -> [ScreenDialog.Key] {
        var keys: [ScreenDialog.Key] = []
        var rest = String(decoding: Array(bytes), as: UTF8.self).unicodeScalars[...]
        var text = ""
        func flush() {
            keys += text.map { .character($0) }
            text = ""
        }
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\r", "\n":
                flush()
                keys.append(.enter)
            case "\u{7F}", "\u{8}":
                flush()
                keys.append(.erase)
            case "\u{1B}":
                flush()
                guard let next = rest.first, next == "[" || next == "O" else {
                    keys.append(.escape)
                    continue
                }
                rest.removeFirst()
                while let part = rest.popFirst(), !("\u{40}"..."\u{7E}").contains(part) {}
            case "\u{0}"..."\u{1F}", "\u{FFFD}": continue
            default: text.unicodeScalars.append(scalar)
            }
        }
        flush()
        return keys
    }
}
