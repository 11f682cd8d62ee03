import CPcap
import Glibc

/// A filter in libpcap's language (pcap-filter(7)), applied to packets of files.
///
/// Compiled once for each link type that the packets have, by libpcap, and run by libpcap: so it means what it means to tcpdump.
struct CaptureFilter: Sendable {
    /// The filter as it was written.
    let text: String
    private var programs: [LinkType: Program] = [:]
    /// Why it can't be applied to packets of some link type.
    private(set) var failure: SelectionError?

    /// A compiled filter: instructions of eight bytes, each as a whole.
    private struct Program: Sendable {
        var instructions: [UInt64]

        /// Runs the filter; no instructions let nothing pass.
        func passes(_ bytes: RawSpan, originalLength: Int) -> Bool {
            guard !instructions.isEmpty else { return false }
            // Both are lent for the call alone.
            return unsafe instructions.withUnsafeBytes { program in
                unsafe bytes.withUnsafeBytes { packet in
                    unsafe bpf_filter(
                        program.baseAddress?.assumingMemoryBound(to: bpf_insn.self),
                        packet.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(clamping: originalLength),
                        UInt32(clamping: packet.count)) != 0
                }
            }
        }
    }

    /// A filter.
    ///
    /// - Throws: `SelectionError` if libpcap doesn't understand it.
    init(_ text: String) throws(SelectionError) {
        self.text = text
        do throws(SelectionError) {
            programs[.ethernet] = try Self.compile(text, .ethernet)
        } catch {
            // What an Ethernet has no answer to, another link may have.
            guard (try? Self.compile(text, .wireless)) != nil else { throw error }
        }
    }

    /// Whether a packet passes; one of a link type that the filter can't be applied to doesn't.
    mutating func passes(_ packet: borrowing PacketView) -> Bool {
        if let program = programs[packet.linkType] {
            return program.passes(packet.bytes, originalLength: packet.originalLength)
        }
        var program = Program(instructions: [])
        do throws(SelectionError) {
            program = try Self.compile(text, packet.linkType)
        } catch {
            failure = failure ?? error
        }
        programs[packet.linkType] = program
        return program.passes(packet.bytes, originalLength: packet.originalLength)
    }

    private static func compile(_ text: String, _ linkType: LinkType) throws(SelectionError) -> Program {
        guard let handle = unsafe openFile(of: linkType) else {
            throw SelectionError(text, .filter("no memory is left"))
        }
        defer { unsafe pcap_close(handle) }
        var program = unsafe bpf_program()
        guard unsafe pcap_compile(handle, &program, text, 1, UInt32.max) == 0 else {
            throw SelectionError(text, .filter(unsafe String(cString: pcap_geterr(handle))))
        }
        defer { unsafe pcap_freecode(&program) }
        let bytes = unsafe UnsafeRawBufferPointer(
            start: program.bf_insns, count: Int(program.bf_len) * MemoryLayout<bpf_insn>.stride)
        var instructions: [UInt64] = []
        for index in 0..<Int(unsafe program.bf_len) {
            instructions.append(unsafe bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
        }
        return Program(instructions: instructions)
    }

    /// A capture file of nothing but its header (draft-ietf-opsawg-pcap § 4), as libpcap reads it: of files it knows more than of a
    /// link type alone, such as which numbers other systems' loopbacks have for IPv6.
    private static func openFile(of linkType: LinkType) -> OpaquePointer? {
        // Magic number, version 2.4 by halves, two zeros, snap length; all in this machine's byte order.
        let version: UInt32 = Int(littleEndian: 1) == 1 ? 0x0004_0002 : 0x0002_0004
        var header: [UInt32] = [0xA1B2_C3D4, version, 0, 0, 262_144, UInt32(linkType.rawValue)]
        // The memory is the file's own, which libpcap closes with its handle.
        guard let file = unsafe fmemopen(nil, 4 * header.count, "w+") else { return nil }
        unsafe fwrite(&header, 4, header.count, file)
        unsafe rewind(file)
        var reason = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        guard let handle = unsafe pcap_fopen_offline(file, &reason) else {
            unsafe fclose(file)
            return nil
        }
        return unsafe handle
    }
}
