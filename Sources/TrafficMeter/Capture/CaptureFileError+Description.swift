import Glibc

extension CaptureFileError: CustomStringConvertible {
    /// The sentence for a person: file, place, what was expected, what follows.
    public var description: String {
        switch rule {
        case .unreadable(let number):
            "\(file): \(systemMessage(number))"
        case .empty:
            "\(file): the file is empty (0 bytes), so it is no capture; record again, or give the right file"
        case .notACapture(let bytes):
            "\(file): not a capture: it begins with \(hexadecimal(bytes)), expected the magic number of pcap or pcapng; "
                + "give a file written by tcpdump, Wireshark, PCAPdroid or ecoproxy record"
        case .version(let major, let minor):
            "\(file): format version \(major).\(minor) at byte \(offset) is not known (pcap 2.x and pcapng 1.x are); "
                + "convert it with: editcap -F pcapng"
        case .cut(let expected, let found):
            "\(file): cut at byte \(offset + found): \(expected) bytes were due from byte \(offset), \(found) are there; "
                + "what stands before is counted"
        case .compressionCut:
            "\(file): the compressed stream ends early, after \(offset) decompressed bytes; what stands before is counted"
        case .recordTooLong(let length, let limit):
            damaged("the record at byte \(offset) says it holds \(length) bytes, more than the limit of \(limit)")
        case .blockLength(let length):
            damaged("the block at byte \(offset) says it is \(length) bytes long, which no block can be")
        case .lengthsDiffer(let start, let end):
            damaged("the block at byte \(offset) says \(start) bytes at its start and \(end) at its end")
        case .byteOrderMagic(let magic):
            damaged("the section at byte \(offset) has the byte-order magic \(hexadecimal(magic)), expected 1A2B3C4D")
        case .tooManyInterfaces(let limit):
            damaged("the block at byte \(offset) describes another interface after \(limit), the most that are kept")
        case .unknownInterface(let index, let described):
            damaged("the packet at byte \(offset) is of interface \(index), but \(described) are described before it")
        case .packetBeyondBlock(let packet, let block):
            damaged("the packet at byte \(offset) says it holds \(packet) bytes, its block has room for \(block)")
        case .optionBeyondBlock(let option, let room):
            damaged(
                "an option of the block at byte \(offset) says it is \(option) bytes long, there is room for \(room)")
        }
    }

    private func damaged(_ what: String) -> String {
        "\(file): \(what); the file is damaged from here on, what stands before is counted"
    }
}

/// The system's words for an error number.
func systemMessage(_ number: Int32) -> String {
    switch number {
    case ENOENT: "no such file; check the path"
    case EACCES, EPERM: "no permission to read it"
    case EISDIR: "is a folder; give a capture file"
    default: unsafe String(cString: strerror(number))
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 8 - digits.count) + digits
}
