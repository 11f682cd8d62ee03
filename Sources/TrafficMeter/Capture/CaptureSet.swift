public import Documents

/// One capture or several as one: packets in the order of time, those of one file always in the order of the file.
///
/// As mergecap does it: of the files' next packets the one captured first comes first, one without a time at once, and of equals
/// the one of the file named first. A file is open only while its time has come, so that a ring buffer's hundreds are read one by one.
public struct CaptureSet: ~Copyable {
    /// A file, and what became of it.
    public struct File: Sendable {
        /// The file's path, or `-` for standard input.
        public let path: String
        /// Its name for messages.
        public var name: String
        /// Its interfaces, as far as it was read.
        public var interfaces: [CaptureInterface] = []
        /// The names that it gives addresses, as far as it was read (see `CaptureReader.resolutions`).
        public var resolutions: [NameResolution] = []
        /// The names that it gives apps, as far as it was read.
        public var appNames: [AppName] = []
        /// The hash of it as stored, where it was hashed.
        public var hash: ContentHash?
        /// Why it couldn't be read to its end.
        public var damage: CaptureFileError?
    }

    /// A file that is open.
    private final class Open {
        let index: Int
        /// The lowest number that no other open file has: files that follow one another, as those of a ring buffer, are one point of
        /// capture, and only files of the same time are several.
        var place: Int
        var reader: CaptureReader

        init(index: Int, place: Int = 0, reader: consuming CaptureReader) {
            self.index = index
            self.place = place
            self.reader = reader
        }

        /// The order among the next packets.
        var rank: (Int64, Int) { (reader.head?.nanoseconds ?? .min, index) }
    }

    /// Bytes read at a time of a file of which only the first packet is wanted.
    private static let firstLook = 16 << 10

    private let hashing: Hashing
    /// In the order given.
    public private(set) var files: [File]
    private var open: [Open] = []
    /// Files whose time hasn't come, the latest first.
    private var waiting: [(rank: (Int64, Int), index: Int)] = []

    /// Opens the captures, to learn when each begins.
    ///
    /// - Parameters:
    ///   - paths: the files; `-` is standard input, once at most.
    ///   - hashing: which of them are hashed.
    /// - Throws: `CaptureFileError` if one can't be opened or is no capture.
    public init(paths: [String], hashing: Hashing = .never) throws(CaptureFileError) {
        self.hashing = hashing
        files = paths.map { File(path: $0, name: $0) }
        for (index, path) in paths.enumerated() {
            // One file alone is read on from here, and so is what can't be opened again; of others only the first packet is.
            let staysOpen = paths.count == 1 || path == "-"
            let reader =
                staysOpen
                ? try CaptureReader(path: path, hashing: hashing) : try CaptureReader(path: path, piece: Self.firstLook)
            let file = Open(index: index, reader: reader)
            files[index].name = file.reader.name
            if paths.count == 1 { open.append(file) } else { try hold(file, staysOpen: staysOpen) }
        }
        waiting.sort { $0.rank > $1.rank }
    }

    private mutating func hold(_ file: Open, staysOpen: Bool) throws(CaptureFileError) {
        guard advance(file) else { return }
        if staysOpen { open.append(file) } else { waiting.append((file.rank, file.index)) }
    }

    /// Reads all packets that are left.
    ///
    /// - Parameter body: is lent each packet.
    @inline(__always)
    mutating func forEach(_ body: (borrowing PacketView) -> Void) {
        if files.count == 1, let file = open.popLast() {
            var damage: CaptureFileError?
            do throws(CaptureFileError) { try file.reader.forEach(body) } catch { damage = error }
            close(file, damage)
        } else {
            while let file = next() {
                // 16 bits of interfaces a file are more than a section can describe and be read.
                file.reader.withHead(interface: { file.place << 16 | min($0, 0xFFFF) }, body)
                if !advance(file) { open.removeAll { $0 === file } }
            }
        }
    }

    /// The file whose next packet comes first.
    private mutating func next() -> Open? {
        var first = open.min { $0.rank < $1.rank }
        while let candidate = waiting.last, first.map({ candidate.rank < $0.rank }) ?? true {
            waiting.removeLast()
            guard let file = reopened(candidate.index) else { continue }
            let taken = Set(open.map(\.place))
            file.place = (0...open.count).first { !taken.contains($0) } ?? 0
            open.append(file)
            first = file
        }
        return first
    }

    private mutating func reopened(_ index: Int) -> Open? {
        do throws(CaptureFileError) {
            let file = Open(index: index, reader: try CaptureReader(path: files[index].path, hashing: hashing))
            return advance(file) ? file : nil
        } catch {
            files[index].damage = error
            return nil
        }
    }

    /// Moves a file to its next packet, or closes it.
    private mutating func advance(_ file: Open) -> Bool {
        do throws(CaptureFileError) {
            if try file.reader.advance() { return true }
            close(file, nil)
        } catch {
            close(file, error)
        }
        return false
    }

    private mutating func close(_ file: Open, _ damage: CaptureFileError?) {
        files[file.index].interfaces = file.reader.interfaces
        files[file.index].resolutions = file.reader.resolutions
        files[file.index].appNames = file.reader.appNames
        files[file.index].damage = damage
        // A file that can't be read further has no hash.
        do throws(CaptureFileError) { files[file.index].hash = try file.reader.contentHash() } catch {
            files[file.index].damage = damage ?? error
        }
    }
}
