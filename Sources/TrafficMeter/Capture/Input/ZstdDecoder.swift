import CCompression

/// RFC 8878 by libzstd; frames follow each other as one stream. Its default limit keeps the window at 128 MiB.
@safe final class ZstdDecoder: StreamDecoder {
    private let stream: OpaquePointer?
    /// Whether the input so far ends with a whole frame.
    private(set) var isAtEnd = false

    init() {
        unsafe stream = ZSTD_createDStream()
    }

    deinit {
        unsafe _ = ZSTD_freeDStream(stream)
    }

    func decode(
        _ input: [UInt8], _ source: Range<Int>, into output: inout [UInt8], _ target: Range<Int>
    ) -> CodecStep {
        // Both slices are bounds-checked; libzstd keeps neither pointer beyond the call.
        unsafe input[source].withUnsafeBytes { input in
            unsafe output.withUnsafeMutableBytes { whole in
                let output = unsafe UnsafeMutableRawBufferPointer(rebasing: whole[target])
                var from = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
                var to = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
                let status = unsafe ZSTD_decompressStream(stream, &to, &from)
                let step = unsafe CodecStep(consumed: from.pos, produced: to.pos, failed: ZSTD_isError(status) != 0)
                if step.isProgress { isAtEnd = status == 0 }
                return step
            }
        }
    }
}
