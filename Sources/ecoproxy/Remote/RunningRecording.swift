import Documents
import Foundation
import Glibc
import JourneyRecorder

/// What a recording tells other programs of its user: a file that only they can read.
struct RunningRecording: SchemaDocument, Hashable {
    static var schemaIdentifier: String { "ecoproxy.recording/1" }

    var schema = Self.schemaIdentifier
    /// Its process, and when that started as the system counts it (proc(5), /proc/pid/stat, field 22): numbers are used again.
    var pid: Int32
    var processStart: String
    /// Its bundle, as an absolute path.
    var bundle: String
    /// When it began.
    var started: Timestamp
    /// Where it listens in the file system; absent if it can't.
    var socket: String?
    /// Where it listens on loopback, for HTTP and datagrams; absent unless asked for.
    var port: UInt16?
    /// What HTTP over loopback must bring along.
    var token: String?

    /// Folders in which such files are, the best first: the user's runtime folder, which is emptied when they log out, then their state
    /// folder (XDG Base Directory Specification 0.8).
    static func folders() -> [String] {
        let environment = ProcessInfo.processInfo.environment
        func set(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        let runtime = set("XDG_RUNTIME_DIR") ?? "/run/user/\(geteuid())"
        // Not $HOME, which is still root's where sudo began and rights were given up.
        let home = unsafe getpwuid(geteuid()).map { unsafe String(cString: $0.pointee.pw_dir) }
        let state = set("XDG_STATE_HOME") ?? home.map { "\($0)/.local/state" }
        return [isOurs(runtime) ? runtime : nil, state].compactMap { $0.map { "\($0)/ecoproxy" } }
    }

    private static func isOurs(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)  // one that isn't there isn't ours
        return attributes?[.ownerAccountID] as? Int == Int(geteuid())
    }

    /// The recordings that this user has running; files that crashed ones left are passed over.
    static func all() -> [RunningRecording] {
        folders().flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // none was ever made
            return names.sorted().filter { $0.hasPrefix("recording-") && $0.hasSuffix(".json") }
                .compactMap { read("\(folder)/\($0)") }
        }
    }

    /// Reads a file, if it is the user's and its process still runs.
    private static func read(_ path: String) -> RunningRecording? {
        // What can't be read, or isn't ours, is of no running recording that we could talk to.
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular,
            attributes[.ownerAccountID] as? Int == Int(geteuid()), attributes[.size] as? Int ?? .max <= 65_536,
            let data = try? RunBundle.read(path), let found = try? RunningRecording(json: data),
            found.processStart == start(of: found.pid)
        else { return nil }
        return found
    }

    /// Removes what crashed recordings left in a folder.
    static func sweep(_ folder: String) {
        // Where there is no folder, there is nothing to remove.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix("recording-") {
            let process = Int32(name.dropFirst("recording-".count).prefix { $0.isNumber })
            if let process, start(of: process) == nil {
                try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")  // what stays is passed over
            }
        }
    }

    /// When a process started; `nil` if there is none.
    static func start(of process: Int32) -> String? {
        guard let data = try? RunBundle.read("/proc/\(process)/stat") else { return nil }
        // The second field is a name in parentheses, in which anything may be.
        let fields = String(decoding: data, as: UTF8.self).split(separator: ")").last?.split(separator: " ")
        return fields.flatMap { $0.count > 19 ? String($0[19]) : nil }
    }

    /// Writes the file into a folder.
    ///
    /// - Returns: its path; `nil` if the folder doesn't take it.
    func write(to folder: String) -> String? {
        let path = "\(folder)/recording-\(pid).json"
        guard let data = try? CanonicalJSON.encode(self), (try? RunBundle.write(data, to: path)) != nil else {
            return nil  // then the recording is found by its bundle only, which its owner says
        }
        return path
    }
}
