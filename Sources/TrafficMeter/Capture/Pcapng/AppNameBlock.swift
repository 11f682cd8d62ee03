/// What a capture calls an app, for the number that its packets bear.
public struct AppName: Hashable, Sendable {
    /// The number that Android gives the app.
    public var uid: Int32
    /// The app's package, such as `fr.exemple.sante`; empty where only its title is known, as in PCAPdroid's trailers.
    public var package: String
    /// The app's title; `nil` if the capture has none.
    public var title: String?

    /// PCAPdroid's author among the private enterprise numbers (IANA), as the same file has it.
    private static let privateNumber: UInt32 = 62_652
    /// The longest block that is read: two names of at most 255 bytes.
    static let longestBlock = 1024

    /// Reads PCAPdroid's block of an app's names (emanuele-f/PCAPdroid, app/src/main/jni/core/pcap_dump.c): a Custom Block
    /// (draft-ietf-opsawg-pcapng § 4.8) of its author's number.
    ///
    /// ```
    ///  body:  0..3 62652   4..5 version, 1   6 type, 1   7 -   8..11 number   12 length of package   13 of title   14.. both
    /// ```
    ///
    /// - Returns: `nil` for the block of anybody else, of another kind, or one that breaks off.
    init?(_ block: borrowing BlockBody) {
        let bytes = block.bytes
        guard bytes.byteCount >= 14, bytes.uint32(at: 0, block.order) == Self.privateNumber,
            bytes.uint16(at: 4, block.order) == 1, bytes.byte(at: 6) == 1
        else { return nil }
        let package = 14..<14 + Int(bytes.byte(at: 12))
        let title = package.upperBound..<package.upperBound + Int(bytes.byte(at: 13))
        guard title.upperBound <= bytes.byteCount, !package.isEmpty || !title.isEmpty else { return nil }
        uid = Int32(bitPattern: bytes.uint32(at: 8, block.order))
        self.package = block.text(package)
        self.title = title.isEmpty ? nil : block.text(title)
    }

    /// An app's names.
    public init(uid: Int32, package: String, title: String?) {
        (self.uid, self.package, self.title) = (uid, package, title)
    }

    /// The block's body, little-endian; names beyond 255 bytes are cut.
    var block: [UInt8] {
        let names = [package, title ?? ""].map { Array($0.utf8.prefix(255)) }
        let number = UInt32(bitPattern: uid)
        return [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: Self.privateNumber >> $0) } + [1, 0, 1, 0]
            + [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) } + names.map { UInt8($0.count) }
            + names.joined()
    }
}
