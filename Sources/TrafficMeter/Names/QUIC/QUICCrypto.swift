import COpenSSL

// All that QUIC has of libcrypto. Every pointer is to memory that a span or an array lends for the length of the call, with its
// own length given along; the contexts belong to one value, which can't be copied, and end with it.

/// What Initial packets are protected with: HMAC-SHA-256, AES-128, AES-128-GCM (RFC 9001 § 5).
@safe struct QUICCrypto: ~Copyable {
    /// Bytes of an authentication tag (RFC 5116 § 5.1).
    static let tagLength = 16

    // NULL when memory is exhausted, and then nothing is encrypted or opened.
    private let block: OpaquePointer?
    private let opening: OpaquePointer?

    /// Contexts that serve any number of packets and keys, one after the other.
    init() {
        unsafe block = EVP_CIPHER_CTX_new()
        unsafe opening = EVP_CIPHER_CTX_new()
    }

    deinit {
        unsafe EVP_CIPHER_CTX_free(block)
        unsafe EVP_CIPHER_CTX_free(opening)
    }

    /// HMAC-SHA-256 (RFC 2104).
    static func hmac(key: RawSpan, _ message: RawSpan) -> InlineArray<32, UInt8>? {
        var digest = InlineArray<32, UInt8>(repeating: 0)
        var length: UInt32 = 0
        var span = digest.mutableSpan
        let isDone = unsafe span.withUnsafeMutableBufferPointer { digest in
            unsafe key.withUnsafeBytes { key in
                unsafe message.withUnsafeBytes { message in
                    // A NULL key would be taken for the previous one, of which there is none.
                    unsafe HMAC(
                        EVP_sha256(), key.baseAddress, Int32(key.count),
                        message.baseAddress?.assumingMemoryBound(to: UInt8.self), message.count, digest.baseAddress,
                        &length) != nil
                }
            }
        }
        return isDone && length == 32 ? digest : nil
    }

    /// AES-128 of one block (FIPS 197): the mask of header protection (RFC 9001 § 5.4.3).
    mutating func encrypt(_ sample: RawSpan, key: InlineArray<16, UInt8>) -> InlineArray<16, UInt8>? {
        guard sample.byteCount == 16, let context = unsafe block else { return nil }
        var mask = InlineArray<16, UInt8>(repeating: 0)
        var length: Int32 = 0
        var span = mask.mutableSpan
        let isDone = unsafe span.withUnsafeMutableBufferPointer { mask in
            unsafe key.span.withUnsafeBufferPointer { key in
                unsafe sample.withUnsafeBytes { sample in
                    // A single block, which comes out at once: 16 bytes, since the context pads nothing in front.
                    unsafe EVP_EncryptInit_ex(context, EVP_aes_128_ecb(), nil, key.baseAddress, nil) == 1
                        && EVP_CIPHER_CTX_set_padding(context, 0) == 1
                        && EVP_EncryptUpdate(
                            context, mask.baseAddress, &length,
                            sample.baseAddress?.assumingMemoryBound(to: UInt8.self), 16) == 1
                }
            }
        }
        return isDone && length == 16 ? mask : nil
    }

    /// Opens what AES-128-GCM sealed (RFC 5116 § 5.1).
    ///
    /// - Parameters:
    ///   - sealed: the sealed bytes, and the tag behind them.
    ///   - key: the key.
    ///   - nonce: the nonce.
    ///   - header: what was authenticated along.
    ///   - plain: becomes the plain bytes, or empty if the tag is another: nothing then is to be believed.
    /// - Returns: whether the tag is right.
    mutating func open(
        _ sealed: RawSpan, key: InlineArray<16, UInt8>, nonce: InlineArray<12, UInt8>, header: RawSpan,
        into plain: inout [UInt8]
    ) -> Bool {
        plain.removeAll(keepingCapacity: true)
        let count = sealed.byteCount - Self.tagLength
        // Lengths are C ints; a datagram has at most 65 535 bytes.
        guard count > 0, count <= 0xFFFF, header.byteCount <= 0xFFFF, let context = unsafe opening else { return false }
        plain.reserveCapacity(count + Self.tagLength)
        while plain.count < count { plain.append(0) }
        // The last call writes nothing in this mode, but is given a place where it could write a block.
        var tail = InlineArray<16, UInt8>(repeating: 0)
        var tag = InlineArray<16, UInt8> { sealed.byte(at: count + $0) }
        var length: Int32 = 0
        var tailSpan = tail.mutableSpan
        var tagSpan = tag.mutableSpan
        let isOpen = unsafe plain.withUnsafeMutableBufferPointer { plain in
            unsafe key.span.withUnsafeBufferPointer { key in
                unsafe nonce.span.withUnsafeBufferPointer { nonce in
                    unsafe header.withUnsafeBytes { header in
                        unsafe sealed.withUnsafeBytes { sealed in
                            unsafe tagSpan.withUnsafeMutableBytes { tag in
                                unsafe tailSpan.withUnsafeMutableBufferPointer { tail in
                                    unsafe EVP_DecryptInit_ex(
                                        context, EVP_aes_128_gcm(), nil, key.baseAddress, nonce.baseAddress) == 1
                                        && EVP_DecryptUpdate(
                                            context, nil, &length,
                                            header.baseAddress?.assumingMemoryBound(to: UInt8.self),
                                            Int32(header.count)) == 1
                                        && EVP_DecryptUpdate(
                                            context, plain.baseAddress, &length,
                                            sealed.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(count)) == 1
                                        && Int(length) == count
                                        && EVP_CIPHER_CTX_ctrl(
                                            context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagLength), tag.baseAddress) == 1
                                        && EVP_DecryptFinal_ex(context, tail.baseAddress, &length) == 1
                                }
                            }
                        }
                    }
                }
            }
        }
        if !isOpen { plain.removeAll(keepingCapacity: true) }
        return isOpen
    }
}
