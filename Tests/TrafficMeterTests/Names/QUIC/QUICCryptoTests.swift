import Testing

@testable import TrafficMeter

@Suite struct QUICCryptoTests {
    private func key(_ text: String) -> InlineArray<16, UInt8> {
        let bytes = QUICVectors.hex(text)
        return InlineArray { bytes[$0] }
    }

    /// RFC 4231 § 4.2, § 4.3, § 4.7: key, message, digest.
    static let digests: [([UInt8], [UInt8], String)] = [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ]

    @Test("HMAC-SHA-256 is that of RFC 4231", arguments: digests)
    func hmac(_ key: [UInt8], _ message: [UInt8], _ expected: String) throws {
        let digest = try #require(
            QUICCrypto.hmac(key: key.rawSpan, message.rawSpan).map { d in d.indices.map { d[$0] } })
        #expect(digest == QUICVectors.hex(expected))
    }

    @Test("an empty message and an empty key have their digest (Python's hmac)")
    func emptyHMAC() {
        let empty: [UInt8] = []
        let digest = QUICCrypto.hmac(key: empty.rawSpan, empty.rawSpan).map { digest in
            digest.indices.map { digest[$0] }
        }
        #expect(digest == QUICVectors.hex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"))
    }

    @Test("AES-128 of a block is that of FIPS 197 § C.1; other lengths have none")
    func block() {
        var crypto = QUICCrypto()
        let key = key("000102030405060708090a0b0c0d0e0f")
        let plain = QUICVectors.hex("00112233445566778899aabbccddeeff")
        let encrypted = crypto.encrypt(plain.rawSpan, key: key).map { block in block.indices.map { block[$0] } }
        #expect(encrypted == QUICVectors.hex("69c4e0d86a7b0430d8cdb78070b4c55a"))
        for length in [0, 1, 15, 17] {
            let none = crypto.encrypt([UInt8](repeating: 0, count: length).rawSpan, key: key) == nil
            #expect(none)
        }
    }

    /// The Galois/Counter Mode of Operation (McGrew, Viega), test case 4.
    private static let sealed = QUICVectors.hex(
        """
        42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091
        5bc94fbc3221a5db94fae95ae7121a47
        """)

    @Test("AES-128-GCM opens its specification's test case 4, again and again, and nothing that differs")
    func open() {
        var crypto = QUICCrypto()
        let nonceBytes = QUICVectors.hex("cafebabefacedbaddecaf888")
        let nonce = InlineArray<12, UInt8> { nonceBytes[$0] }
        let key = key("feffe9928665731c6d6a8f9467308308")
        let header = QUICVectors.hex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
        let plain = QUICVectors.hex(
            """
            d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
            """)
        var opened: [UInt8] = [1, 2, 3]
        for _ in 0..<3 {
            let isOpen = crypto.open(Self.sealed.rawSpan, key: key, nonce: nonce, header: header.rawSpan, into: &opened)
            #expect(isOpen)
            #expect(opened == plain)
            let isShortOpen = crypto.open(
                Array(Self.sealed.dropLast()).rawSpan, key: key, nonce: nonce, header: header.rawSpan, into: &opened)
            #expect(!isShortOpen)
            #expect(opened == [])
            let isOtherOpen = crypto.open(
                Self.sealed.rawSpan, key: key, nonce: nonce, header: Array(header.dropLast()).rawSpan, into: &opened)
            #expect(!isOtherOpen)
            #expect(opened == [])
        }
    }

    @Test("what is too short to be sealed isn't opened", arguments: [0, 1, 15, 16, 17])
    func short(_ length: Int) {
        var crypto = QUICCrypto()
        let header: [UInt8] = []
        var opened: [UInt8] = []
        let isOpen = crypto.open(
            [UInt8](repeating: 0, count: length).rawSpan, key: InlineArray(repeating: 0),
            nonce: InlineArray(repeating: 0), header: header.rawSpan, into: &opened)
        #expect(!isOpen)
        #expect(opened == [])
    }
}
