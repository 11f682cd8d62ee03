import CPcap
public import Documents
import Glibc

/// Packets from a network interface, through libpcap.
///
/// `next()` returns `nil` when no packet came for a tenth of a second, so that its caller can look at the clock and go on.
@safe public struct LiveCapture: ~Copyable {
    /// Milliseconds to wait for packets, and after which the kernel hands over what it has gathered.
    private static let patience: Int32 = 100

    private let handle: OpaquePointer
    /// The interface, as a capture file would describe it.
    public let interface: CaptureInterface
    private let nanoseconds: Bool

    /// Opens an interface.
    ///
    /// - Parameters:
    ///   - name: the interface, such as `wlan0`, or `any`.
    ///   - filter: libpcap's filter language (pcap-filter(7)); none if `nil`.
    ///   - snapLength: most bytes taken of a packet.
    /// - Throws: `LiveCaptureError`.
    public init(interface name: String, filter: String?, snapLength: Int = 262_144) throws(LiveCaptureError) {
        let opened = unsafe try Self.open(name, filter, snapLength)
        unsafe handle = opened.handle
        nanoseconds = unsafe opened.nanoseconds
        interface = CaptureInterface(
            linkType: LinkType(datalink: unsafe pcap_datalink(opened.handle)),
            snapLength: unsafe Int(pcap_snapshot(opened.handle)), name: name, filter: filter,
            addresses: NetworkInterface.all().first { $0.name == name }?.addresses ?? [])
    }

    private static func open(
        _ name: String, _ filter: String?, _ snapLength: Int
    ) throws(LiveCaptureError) -> (handle: OpaquePointer, nanoseconds: Bool) {
        var errors = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        guard let handle = unsafe pcap_create(name, &errors) else {
            throw LiveCaptureError(.failed(text(errors)), interface: name)
        }
        do throws(LiveCaptureError) {
            unsafe pcap_set_snaplen(handle, Int32(snapLength))
            unsafe pcap_set_timeout(handle, patience)
            // 16 MiB: at a gigabit a second, an eighth of a second of grace for a busy machine.
            unsafe pcap_set_buffer_size(handle, 16 << 20)
            let nanoseconds = unsafe pcap_set_tstamp_precision(handle, PCAP_TSTAMP_PRECISION_NANO) == 0
            let status = unsafe pcap_activate(handle)
            if status < 0 {
                throw LiveCaptureError(
                    status: status, message: unsafe String(cString: pcap_geterr(handle)), interface: name)
            }
            if let filter { unsafe try set(filter, on: handle, name) }
            // libpcap's own wait has no end on Linux while nothing comes (pcap(3PCAP), read timeout): poll waits instead.
            guard unsafe pcap_setnonblock(handle, 1, &errors) == 0 else {
                throw LiveCaptureError(.failed(text(errors)), interface: name)
            }
            return unsafe (handle, nanoseconds)
        } catch {
            unsafe pcap_close(handle)
            throw error
        }
    }

    private static func set(_ filter: String, on handle: OpaquePointer, _ name: String) throws(LiveCaptureError) {
        var program = unsafe bpf_program()
        guard unsafe pcap_compile(handle, &program, filter, 1, UInt32.max) == 0 else {
            throw LiveCaptureError(.filter(filter, unsafe String(cString: pcap_geterr(handle))), interface: name)
        }
        defer { unsafe pcap_freecode(&program) }
        guard unsafe pcap_setfilter(handle, &program) == 0 else {
            throw LiveCaptureError(.filter(filter, unsafe String(cString: pcap_geterr(handle))), interface: name)
        }
    }

    deinit {
        unsafe pcap_close(handle)
    }

    /// Waits for the next packet, a tenth of a second at most.
    ///
    /// - Throws: `LiveCaptureError` if the interface is gone.
    @_lifetime(&self)
    public mutating func next() throws(LiveCaptureError) -> PacketView? {
        var header: UnsafeMutablePointer<pcap_pkthdr>?
        var data: UnsafePointer<UInt8>?
        var status = unsafe pcap_next_ex(handle, &header, &data)
        if status == 0 {
            var waiting = unsafe pollfd(fd: pcap_get_selectable_fd(handle), events: Int16(POLLIN), revents: 0)
            unsafe poll(&waiting, 1, Self.patience)
            status = unsafe pcap_next_ex(handle, &header, &data)
        }
        guard status >= 0 else {
            throw LiveCaptureError(
                .failed(unsafe String(cString: pcap_geterr(handle))), interface: interface.name ?? "")
        }
        guard status == 1, let header = unsafe header, let data = unsafe data else { return nil }
        let seconds = unsafe Int64(header.pointee.ts.tv_sec)
        let fraction = unsafe Int64(header.pointee.ts.tv_usec) * (nanoseconds ? 1 : 1000)
        // libpcap's buffer holds the packet until the next call, which the view's lifetime forbids while it lives.
        let bytes = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(data), byteCount: Int(header.pointee.caplen))
        let view = PacketView(
            bytes: bytes, originalLength: unsafe Int(header.pointee.len), linkType: interface.linkType,
            timestamp: Timestamp(nanoseconds: seconds * 1_000_000_000 + fraction), interface: 0)
        return unsafe _overrideLifetime(view, mutating: &self)
    }

    /// Packets that the kernel and the interface dropped so far.
    public func drops() -> Drops {
        var statistics = pcap_stat()
        guard unsafe pcap_stats(handle, &statistics) == 0 else { return Drops() }
        return Drops(kernel: Int(statistics.ps_drop), interface: Int(statistics.ps_ifdrop))
    }
}

extension LinkType {
    /// The link type for libpcap's data link type: they differ in few numbers (pcap-linktype(7)).
    init(datalink: Int32) {
        self =
            switch datalink {
            case 12: .raw
            case 14: .raw
            default: LinkType(rawValue: UInt16(truncatingIfNeeded: datalink))
            }
    }
}

private func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}
