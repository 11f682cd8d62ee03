import Foundation
import TestSupport

/// The built program, run as a person would run it.
enum Ecoproxy {
    /// It is built beside the tests.
    static let path: String = {
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: tests ?? "").deletingLastPathComponent().appending(path: "ecoproxy").path
    }()

    /// What makes a run the same on every machine: no locale, no colours asked for, nobody's data folder.
    static let environment = [
        "LC_ALL": "C", "LANG": "C", "NO_COLOR": "", "TERM": "xterm", "XDG_DATA_HOME": "/proc/nonexistent",
        "XDG_RUNTIME_DIR": "/proc/nonexistent", "XDG_STATE_HOME": "/proc/nonexistent",
        "SUDO_UID": "", "SUDO_GID": "", "TZ": "UTC",
    ]

    /// Runs it to its end, which is forced after two minutes (exit code 124).
    static func run(
        _ arguments: String..., input: Data = Data(), environment: [String: String] = [:], directory: URL? = nil,
        before: [String] = []
    ) throws -> RunResult {
        try run(arguments, input: input, environment: environment, directory: directory, before: before)
    }

    /// Runs it with a list of arguments.
    static func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], directory: URL? = nil,
        before: [String] = []
    ) throws -> RunResult {
        try TestSupport.run(
            "timeout", ["-k", "2", "120"] + before + [path] + arguments, input: input,
            environment: Self.environment.merging(environment) { $1 }, directory: directory)
    }
}

/// The program as a user without rights runs it: a copy that anyone may run, wherever the tests were built.
struct Nobody {
    static let isPossible = geteuid() == 0 && isInstalled("setpriv")
    private let folder: TemporaryFolder

    init(in folder: TemporaryFolder) throws {
        self.folder = folder
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
        try FileManager.default.copyItem(atPath: Ecoproxy.path, toPath: folder["ecoproxy"])
    }

    func run(_ arguments: String...) throws -> RunResult {
        try TestSupport.run("env", command(arguments), environment: Ecoproxy.environment)
    }

    /// The words that run it as nobody.
    func command(_ arguments: [String]) -> [String] {
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", folder["ecoproxy"]] + arguments
    }
}

/// The recorded journey of `captures/demo`, and the smaller one.
enum Recorded {
    static let demo = Repository.root.appending(path: "captures/demo")
    static let capture = demo.appending(path: "capture.pcapng").path
    static let journey = demo.appending(path: "journey.yaml").path
    static let markers = demo.appending(path: "markers.jsonl").path
    static let curl = Repository.root.appending(path: "captures/curl-ipv6")
}

extension TemporaryFolder {
    /// A copy of the demonstration's capture, journey and markers: a bundle not yet replayed.
    func demoBundle(_ name: String = "run") throws -> String {
        try FileManager.default.createDirectory(at: url.appending(path: name), withIntermediateDirectories: false)
        for file in ["capture.pcapng", "journey.yaml", "markers.jsonl"] {
            try FileManager.default.copyItem(
                at: Recorded.demo.appending(path: file), to: url.appending(path: "\(name)/\(file)"))
        }
        return self[name]
    }
}

/// A document as dictionaries and arrays: what any reader of JSON sees.
func json(_ data: Data) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
}

/// The permission bits of a file.
func mode(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? -1
}
