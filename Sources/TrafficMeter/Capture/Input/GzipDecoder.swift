import CCompression

/// RFC 1952 by zlib; several members follow each other as one stream.
@safe final class GzipDecoder: StreamDecoder {
    // zlib keeps a pointer back to its z_stream, so that it needs a place that doesn't move.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Whether the input so far ends with a whole member.
    private(set) var isAtEnd = false

    init() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window (RFC 1951's maximum) + 16: gzip framing, zlib.h.
        unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    func decode(
        _ input: [UInt8], _ source: Range<Int>, into output: inout [UInt8], _ target: Range<Int>
    ) -> CodecStep {
        // Both slices are bounds-checked; zlib keeps neither pointer beyond the call that sets them again.
        unsafe input[source].withUnsafeBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { whole in
                let output = unsafe UnsafeMutableBufferPointer(rebasing: whole[target])
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(input.count)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(output.count)
                let status = unsafe inflate(stream, Z_NO_FLUSH)
                let step = unsafe CodecStep(
                    consumed: input.count - Int(stream.pointee.avail_in),
                    produced: output.count - Int(stream.pointee.avail_out),
                    failed: status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
                if step.isProgress { isAtEnd = status == Z_STREAM_END }
                if status == Z_STREAM_END { unsafe inflateReset(stream) }
                return step
            }
        }
    }
}
