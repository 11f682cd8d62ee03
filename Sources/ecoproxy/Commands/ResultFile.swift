import ArgumentParser
import Foundation
import JourneyRecorder

/// A file that a result goes to beside what is printed; `-` is standard output, and of files that are read standard input.
enum ResultFile {
    /// Sees to it that one thing at most goes to standard output in place of the report.
    static func checkOneOutput(json: Bool, _ files: [String?]) throws {
        guard files.count(where: { $0 == "-" }) + (json ? 1 : 0) > 1 else { return }
        throw ValidationError(
            say(
                "Only one of --json and the files called - can go to standard output.",
                "Un seul de --json et des fichiers nommés - peut aller sur la sortie standard."))
    }

    /// Sees to it that standard input, called `-`, is asked for one document at most.
    static func checkOneInput(_ files: [String]) throws {
        guard files.count(where: { $0 == "-" }) > 1 else { return }
        throw ValidationError(
            say(
                "- is given twice; standard input is one document.",
                "- est donné deux fois ; l’entrée standard est un seul document."))
    }

    /// Writes a result whole or not at all, for its owner only.
    static func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    /// Writes a result's bytes.
    static func write(_ data: Data, to path: String) throws {
        if path == "-" {
            Console.print(data)
        } else {
            try RunBundle.write(data, to: path)
            Console.error(say("written: \(path)", "écrit : \(path)"))
        }
    }
}
