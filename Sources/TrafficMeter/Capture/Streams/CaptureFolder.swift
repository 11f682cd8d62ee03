import Foundation

/// The capture files of a folder, and which of them were read.
///
/// Files are known by what they are, not by their names, which programs change as they please. Those that keep a ring of files write
/// the oldest anew once all are full (`tcpdump -W`): that is another capture in a file that was read.
struct CaptureFolder {
    /// The folder.
    let path: String
    /// What was read of files; those that are gone are forgotten.
    private var done: [FileIdentity.Place: FileReading] = [:]

    /// A folder of which nothing was read, or a path where none is.
    init(path: String) {
        self.path = path
    }

    /// Passes over all files but the newest, which may be growing: what a folder held before is another walk's.
    mutating func passOverOlder() {
        for (path, identity) in captures().dropLast() {
            guard let file = Descriptor.opening(path) else { continue }
            leave(FileReading(identity, beginning: file.beginning(FileReading.mostCompared)))
        }
    }

    /// Notes what was read of a file.
    mutating func leave(_ reading: FileReading) {
        done[reading.identity.place] = reading
    }

    /// The file that was left alone the longest of those that were not read, or were written anew since; `current` is none of them.
    mutating func next(beside current: FileIdentity? = nil) -> String? {
        let captures = captures()
        let places = Set(captures.map(\.identity.place))
        done = done.filter { places.contains($0.key) }
        return captures.first { $0.identity.place != current?.place && !isDone($0.path, $0.identity) }?.path
    }

    private func isDone(_ path: String, _ now: FileIdentity) -> Bool {
        guard let known = done[now.place] else { return false }
        // Most files don't change any more, and needn't be opened.
        if known.identity == now { return true }
        guard let file = Descriptor.opening(path) else { return false }
        // Of a file that was empty nothing was read.
        let wasEmpty = known.beginning.isEmpty && now.length > 0
        return !wasEmpty && now.length >= known.identity.length && known.isBeginning(of: file)
    }

    /// The folder's capture files, by time of their last change and then by name; none where there is no folder.
    private func captures() -> [(path: String, identity: FileIdentity)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []  // a file has no content
        let found = names.filter(Self.isCapture).compactMap { name -> (path: String, identity: FileIdentity)? in
            let path = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            // A file that was just removed has no identity.
            guard let identity = FileIdentity(path: path), identity.isFile else { return nil }
            return (path, identity)
        }
        return found.sorted { ($0.identity.modified, $0.path) < ($1.identity.modified, $1.path) }
    }

    /// Whether a file is named as growing captures are: by its ending, which `tcpdump` follows with a number. A compressed file
    /// is one that was finished.
    static func isCapture(_ name: String) -> Bool {
        let stem = name.reversed().drop { ("0"..."9").contains($0) }
        return ["pcap", "pcapng", "cap"].contains { stem.starts(with: ".\($0)".reversed()) }
    }
}

/// What was read of a file, by which the same file is told from one that was written over it.
struct FileReading {
    /// Bytes that are compared: they have the file's header and the time of its first packet.
    static let mostCompared = 1024

    /// The file as it was before it was read the last time; its length is how far that got.
    private(set) var identity: FileIdentity
    /// What it began with, `mostCompared` bytes at most.
    private(set) var beginning: [UInt8]

    /// All of a file, of which the beginning is given.
    init(_ identity: FileIdentity, beginning: [UInt8]) {
        (self.identity, self.beginning) = (identity, beginning)
    }

    /// A file of which nothing was read.
    init(unread identity: FileIdentity) {
        self.init(identity, beginning: [])
        self.identity.length = 0
    }

    /// Notes bytes that were read, of which only the first are kept, and what the file was before that.
    mutating func note(_ bytes: ArraySlice<UInt8>, as now: FileIdentity) {
        let length = identity.length + bytes.count
        (identity, identity.length) = (now, length)
        beginning += bytes.prefix(max(0, Self.mostCompared - beginning.count))
    }

    /// Whether an open file begins as the one that was read did, and so wasn't written anew.
    func isBeginning(of file: Descriptor) -> Bool {
        beginning.isEmpty || file.beginning(beginning.count) == beginning
    }
}
