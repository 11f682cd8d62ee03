import COpenSSL
public import Documents
public import Foundation

/// SHA-256 (FIPS 180-4) by libcrypto, fed piece by piece.
@safe public struct ContentHasher: ~Copyable {
    private let context: OpaquePointer?

    /// A hash of nothing yet.
    public init() {
        // libcrypto returns NULL only when memory is exhausted; the hash is then reported as empty.
        unsafe context = EVP_MD_CTX_new()
        unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    /// Adds bytes; the pointer is used during the call only.
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        unsafe _ = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The hash of what was added so far; more may follow.
    func finished() -> ContentHash {
        var digest = [UInt8](repeating: 0, count: 32)
        unsafe digest.withUnsafeMutableBufferPointer { buffer in
            let copy = unsafe EVP_MD_CTX_new()
            unsafe EVP_MD_CTX_copy_ex(copy, context)
            unsafe EVP_DigestFinal_ex(copy, buffer.baseAddress, nil)
            unsafe EVP_MD_CTX_free(copy)
        }
        return ContentHash(rawValue: digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    /// The hash of a file, read piece by piece.
    ///
    /// - Throws: what reading the file does.
    public static func hash(ofFile path: String) throws -> ContentHash {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }  // it was only read
        var hasher = ContentHasher()
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            unsafe piece.withUnsafeBytes { unsafe hasher.update($0) }
        }
        return hasher.finished()
    }

    /// The hash of some bytes.
    public static func hash(of data: Data) -> ContentHash {
        var hasher = ContentHasher()
        unsafe data.withUnsafeBytes { unsafe hasher.update($0) }
        return hasher.finished()
    }
}
