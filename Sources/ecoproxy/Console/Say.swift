import Foundation
import Report

/// The language of this run: `--lang`, else the locale's, else English.
let language = Language.chosen(CommandLine.arguments, ProcessInfo.processInfo.environment)

/// The text in the language of this run.
func say(_ english: String, _ french: String) -> String {
    language == .fr ? french : english
}

extension Language {
    /// The language that arguments or environment ask for (POSIX, Environment Variables: LC_ALL, LC_MESSAGES, LANG in this order).
    static func chosen(_ arguments: [String], _ environment: [String: String]) -> Language {
        if let index = arguments.lastIndex(of: "--lang"), index + 1 < arguments.count,
            let language = Language(rawValue: arguments[index + 1])
        {
            return language
        }
        if let value = arguments.last(where: { $0.hasPrefix("--lang=") }),
            let language = Language(rawValue: String(value.dropFirst("--lang=".count)))
        {
            return language
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return Language(rawValue: String(locale?.prefix(2) ?? "en")) ?? .en
    }
}
