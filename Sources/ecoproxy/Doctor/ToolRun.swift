import Dispatch
import Foundation
import Glibc

/// A program beside ours, run to its end or to a deadline.
enum ToolRun {
    /// The program's path, looked for as a shell does; `nil` if it isn't installed.
    static func path(of program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(program)" }.first(where: FileManager.default.isExecutableFile)
    }

    /// What it writes to standard output.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - arguments: its arguments.
    ///   - seconds: it is killed after this time.
    /// - Returns: its output; `nil` if it can't be run, fails, or takes too long.
    static func output(_ program: String, _ arguments: [String], seconds: Double = 5) -> String? {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        // A file rather than a pipe: a server that the program leaves behind would hold a pipe open for ever.
        let file = FileManager.default.temporaryDirectory.appending(path: "ecoproxy-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        guard FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let output = FileHandle(forWritingAtPath: file.path)
        else { return nil }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        // Whatever keeps it from running, to a person it isn't there.
        guard (try? process.run()) != nil else { return nil }
        let identifier = process.processIdentifier
        let deadline = DispatchWorkItem { kill(identifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: deadline)
        process.waitUntilExit()
        deadline.cancel()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else { return nil }
        return try? String(contentsOf: file, encoding: .utf8)
    }
}
