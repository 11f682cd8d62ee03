import CCompression

/// LZ4 frames (LZ4 Frame Format Description 1.6) by liblz4; frames follow each other as one stream.
@safe final class LZ4Decoder: StreamDecoder {
    private var context: OpaquePointer?
    /// Whether the input so far ends with a whole frame.
    private(set) var isAtEnd = false

    init() {
        unsafe _ = LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))
    }

    deinit {
        unsafe _ = LZ4F_freeDecompressionContext(context)
    }

    func decode(
        _ input: [UInt8], _ source: Range<Int>, into output: inout [UInt8], _ target: Range<Int>
    ) -> CodecStep {
        // Both slices are bounds-checked; liblz4 keeps neither pointer beyond the call.
        unsafe input[source].withUnsafeBytes { input in
            unsafe output.withUnsafeMutableBytes { whole in
                let output = unsafe UnsafeMutableRawBufferPointer(rebasing: whole[target])
                var consumed = input.count
                var produced = output.count
                let status = unsafe LZ4F_decompress(
                    context, output.baseAddress, &produced, input.baseAddress, &consumed, nil)
                let step = CodecStep(consumed: consumed, produced: produced, failed: LZ4F_isError(status) != 0)
                if step.isProgress { isAtEnd = status == 0 }
                return step
            }
        }
    }
}
