import Foundation
import TestSupport

/// A program that runs beside a test; it is ended with its owner, if it hasn't before.
final class RunningProgram {
    /// What was waited for didn't come.
    struct Silence: Error, CustomStringConvertible {
        let description: String
    }

    private let process = Process()
    private let folder: TemporaryFolder

    init(_ words: [String], environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging(Ecoproxy.environment) { $1 }
            .merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder.write("out", "")))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: folder.write("err", "")))
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var identifier: Int32 { process.processIdentifier }

    /// What it wrote so far.
    var output: Data { (try? folder.data("out")) ?? Data() }
    var errors: String { String(decoding: (try? folder.data("err")) ?? Data(), as: UTF8.self) }

    /// Returns once it has written a text to standard output or standard error.
    func wait(for text: String) throws {
        try Self.wait("\"\(text)\"", of: self) {
            errors.contains(text) || String(decoding: output, as: UTF8.self).contains(text)
        }
    }

    func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for its end and gives its exit code.
    func end() throws -> Int32 {
        try Self.wait("the end", of: self) { !process.isRunning }
        return process.terminationStatus
    }

    /// Looks every twentieth of a second for a minute at most: how long a machine takes is never part of a test's verdict.
    private static func wait(_ what: String, of program: RunningProgram, until condition: () -> Bool) throws {
        for _ in 0..<1200 {
            if condition() { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw Silence(description: "\(what) didn't come within a minute; standard error: \(program.errors)")
    }
}
