/// What a block of a pcapng file is (draft-ietf-opsawg-pcapng § 4 and § 11.1).
struct BlockType: RawRepresentable, Hashable {
    var rawValue: UInt32

    static let sectionHeader = BlockType(rawValue: 0x0A0D_0D0A)
    static let interfaceDescription = BlockType(rawValue: 1)
    /// Obsolete, § 4.8 (appendix): still found in files.
    static let packet = BlockType(rawValue: 2)
    static let simplePacket = BlockType(rawValue: 3)
    static let nameResolution = BlockType(rawValue: 4)
    static let interfaceStatistics = BlockType(rawValue: 5)
    static let enhancedPacket = BlockType(rawValue: 6)
    /// Custom Block (§ 4.8).
    static let custom = BlockType(rawValue: 0x0000_0BAD)
}

/// The body of a block, lent from the input, with the byte order of its section.
struct BlockBody: ~Escapable {
    let bytes: RawSpan
    let order: Endianness
    /// Where the block begins in the input, and the file's name: for errors.
    let offset: Int
    let file: String

    @_lifetime(copy bytes)
    init(bytes: RawSpan, order: Endianness, offset: Int, file: String) {
        self.bytes = bytes
        self.order = order
        self.offset = offset
        self.file = file
    }

    /// Checks that the fixed part of the block is there.
    func require(_ count: Int) throws(CaptureFileError) {
        // 12 bytes of type and two lengths frame each body.
        if bytes.byteCount < count { throw CaptureFileError(.blockLength(bytes.byteCount + 12), at: offset, in: file) }
    }

    /// Reads the options from a position on, until the end-of-options mark or the end of the body (§ 3.5).
    ///
    /// - Parameters:
    ///   - position: of the first option, from the body's beginning.
    ///   - body: is given each option's code and the range of its value.
    /// - Throws: `CaptureFileError` if an option is longer than the block.
    func forEachOption(from position: Int, _ body: (UInt16, Range<Int>) -> Void) throws(CaptureFileError) {
        var position = position
        while position + 4 <= bytes.byteCount {
            let code = bytes.uint16(at: position, order)
            let length = Int(bytes.uint16(at: position + 2, order))
            if code == 0 { return }
            position += 4
            guard position + length <= bytes.byteCount else {
                throw CaptureFileError(
                    .optionBeyondBlock(option: length, room: bytes.byteCount - position), at: offset, in: file)
            }
            body(code, position..<position + length)
            position += (length + 3) / 4 * 4
        }
    }

    /// An option's value as text, stray bytes replaced, up to a NUL.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes.array(range).prefix { $0 != 0 }, as: UTF8.self)
    }
}
