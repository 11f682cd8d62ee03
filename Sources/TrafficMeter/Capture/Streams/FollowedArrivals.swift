import Foundation
import Glibc

/// Bytes of a file that grows, and of those that take its place; or of the files of a folder, one after another.
///
/// A file that took another's name, one that became shorter, and the next file of a folder each begin a capture of their own. What
/// was written to the one before is read to its end first.
final class FollowedArrivals: ByteArrivals {
    let name: String
    private let path: String
    private var file: (path: String, descriptor: Descriptor, identity: FileIdentity)?
    private var position = 0
    /// Paths of a folder that were read.
    private var done: Set<String> = []

    /// Follows a file, which need not be there yet, or a folder of capture files, from its newest file on.
    init(path: String) {
        (self.path, name) = (path, path)
        // What a folder held before is another walk's, but for the newest file, which may be growing.
        done = Set(Self.captures(in: path).dropLast())
    }

    var notice: StreamNotice? { file.map { .reading($0.path) } ?? .waiting(path) }

    func read(
        into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
    ) throws(CaptureFileError) -> ByteArrival {
        if file == nil, !(try openNext()) {
            rest(patience)
            return .nothing
        }
        guard let file else { return .nothing }
        if let now = FileIdentity(file.descriptor), now.length < position { return leave(file.path) }
        let count = file.descriptor.read(into: &buffer, range)
        if count > 0 {
            position += count
            return .bytes(count)
        }
        if count < 0, errno != EINTR, errno != EAGAIN {
            throw CaptureFileError(.unreadable(errno), at: 0, in: file.path)
        }
        if isReplaced(file) { return leave(file.path) }
        rest(patience)
        return .nothing
    }

    /// Whether another file took the place of the one that is read, which has no more to give.
    private func isReplaced(_ file: (path: String, descriptor: Descriptor, identity: FileIdentity)) -> Bool {
        if file.path != path { return Self.captures(in: path).contains { $0 != file.path && !done.contains($0) } }
        guard let now = FileIdentity(path: path) else { return false }
        return !now.isSame(as: file.identity)
    }

    private func leave(_ path: String) -> ByteArrival {
        if path != self.path { done.insert(path) }
        (file, position) = (nil, 0)
        return .successor
    }

    private func openNext() throws(CaptureFileError) -> Bool {
        guard let there = FileIdentity(path: path) else { return false }
        let next = there.isFolder ? Self.captures(in: path).first { !done.contains($0) } : path
        guard let next else { return false }
        guard let descriptor = Descriptor.opening(next), let identity = FileIdentity(descriptor) else {
            // It may just have been renamed; what may not be read never can.
            if errno == ENOENT { return false }
            throw CaptureFileError(.unreadable(errno), at: 0, in: next)
        }
        file = (next, descriptor, identity)
        return true
    }

    /// The capture files of a folder, by time of their last change and then by name; none for a file.
    private static func captures(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // a file has no content
        let found = names.filter { name in
            ["pcap", "pcapng", "cap"].contains { name.hasSuffix(".\($0)") || name.contains(".\($0)") }
        }.map { name -> (Date, String) in
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            // A file that was just removed has no date: it comes first and can't be opened, which is passed over.
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return (attributes?[.modificationDate] as? Date ?? .distantPast, path)
        }
        return found.sorted { $0 < $1 }.map(\.1)
    }
}
