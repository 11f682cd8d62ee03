import CCompression
import Foundation

/// RFC 8878 by libzstd, a document at once.
enum Zstandard {
    /// libzstd's own default.
    private static let level: Int32 = 3

    /// The frame of some bytes; `nil` if there is no memory for it.
    static func compress(_ data: Data) -> Data? {
        var frame = Data(count: ZSTD_compressBound(data.count))
        // Both lengths are those of the buffers, which libzstd doesn't keep.
        let written = unsafe frame.withUnsafeMutableBytes { target in
            unsafe data.withUnsafeBytes { source in
                unsafe ZSTD_compress(target.baseAddress, target.count, source.baseAddress, source.count, level)
            }
        }
        guard ZSTD_isError(written) == 0 else { return nil }
        return frame.prefix(written)
    }

    /// The bytes of a frame that must be of a length known beforehand: no frame can make memory grow beyond it.
    ///
    /// - Returns: `nil` if the frame is damaged or of another length.
    static func decompress(_ frame: Data, to length: Int) -> Data? {
        var data = Data(count: length)
        // As above.
        let written = unsafe data.withUnsafeMutableBytes { target in
            unsafe frame.withUnsafeBytes { source in
                unsafe ZSTD_decompress(target.baseAddress, target.count, source.baseAddress, source.count)
            }
        }
        guard ZSTD_isError(written) == 0, written == length else { return nil }
        return data
    }
}
