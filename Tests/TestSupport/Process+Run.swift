public import Foundation

/// What a program left behind when it ended.
public struct RunResult: Sendable {
    /// Its exit code, or the signal that ended it.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: Data
    /// What it wrote to standard error.
    public var errors: String

    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
}

/// Runs a program, found on the path or given with its folder, to its end with its output captured.
///
/// - Parameters:
///   - program: its name, or its path.
///   - arguments: its arguments.
///   - input: bytes for standard input; an empty one unless given.
///   - environment: variables that replace or add to this process's own.
///   - directory: where it runs; here unless given.
/// - Returns: its exit code and what it wrote.
/// - Throws: a file error if its input or output can't be laid out; a program that isn't there has exit code 127.
public func run(
    _ program: String, _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
    directory: URL? = nil
) throws -> RunResult {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = directory
    // Files rather than pipes: a pipe that nobody drains would stall the program.
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    try input.write(to: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return RunResult(
        status: process.terminationStatus, output: try Data(contentsOf: files[1]),
        errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
}

/// A new empty folder, for the caller to remove.
///
/// - Throws: a file error if it can't be made.
public func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ecoproxy-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
}

/// Whether a program is on the path.
public func isInstalled(_ program: String) -> Bool {
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
}
