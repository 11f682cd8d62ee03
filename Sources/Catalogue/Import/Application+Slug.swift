import Documents

extension Application {
    /// The identifier of an application that comes without one: its name and platform, `Santé Facile` on Android becoming
    /// `sante-facile-android`; the same today and tomorrow, whatever else is known. `nil` where the name has no Latin letter or digit.
    static func slug(title: String, platform: Platform?) -> String? {
        let words = title.asciiWords
        guard !words.isEmpty else { return nil }
        let ending = platform.map { "-\($0.rawValue)" } ?? ""
        return words.joined(separator: "-").prefix(200 - ending.utf8.count) + ending
    }
}
