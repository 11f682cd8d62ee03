import CPcap
public import Documents
import Glibc

/// Packets from a network interface, through libpcap.
///
/// `advance()` gives up when no packet came for a tenth of a second, so that its caller can look at the clock and go on.
@safe public struct LiveCapture: ~Copyable, RecordingSource {
    /// Milliseconds to wait for packets, and after which the kernel hands over what it has gathered.
    private static let patience: Int32 = 100
    /// The usual length of the kernel's buffer in bytes: at a gigabit a second, a quarter of a second of grace for a busy machine.
    public static let usualBuffer = 32 << 20
    /// Most bytes that a recording of headers takes of a packet: what names a flow lies within a TLS record (RFC 8446 § 5.1: 2¹⁴
    /// bytes) and the headers before it. The rest needn't be copied.
    public static let headersSnapLength = (16 << 10) + 1024

    private let handle: OpaquePointer
    /// The interface, as a capture file would describe it.
    public let interface: CaptureInterface
    private let nanoseconds: Bool
    // The packet that libpcap lends until the next question, with its header copied.
    private var data: UnsafePointer<UInt8>?
    private var header = pcap_pkthdr()

    /// Opens an interface.
    ///
    /// - Parameters:
    ///   - name: the interface, such as `wlan0`, or `any`.
    ///   - filter: libpcap's filter language (pcap-filter(7)); none if `nil`.
    ///   - snapLength: most bytes taken of a packet.
    ///   - bufferBytes: length of the kernel's buffer, up to 2 GiB.
    /// - Throws: `LiveCaptureError`.
    public init(
        interface name: String, filter: String?, snapLength: Int = 262_144, bufferBytes: Int = Self.usualBuffer
    ) throws(LiveCaptureError) {
        let opened = unsafe try Self.open(name, filter, snapLength, bufferBytes)
        unsafe handle = opened.handle
        nanoseconds = unsafe opened.nanoseconds
        interface = CaptureInterface(
            linkType: LinkType(datalink: unsafe pcap_datalink(opened.handle)),
            snapLength: unsafe Int(pcap_snapshot(opened.handle)), name: name, filter: filter,
            addresses: NetworkInterface.all().first { $0.name == name }?.addresses ?? [])
    }

    private static func open(
        _ name: String, _ filter: String?, _ snapLength: Int, _ bufferBytes: Int
    ) throws(LiveCaptureError) -> (handle: OpaquePointer, nanoseconds: Bool) {
        var errors = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        guard let handle = unsafe pcap_create(name, &errors) else {
            throw LiveCaptureError(.failed(text(errors)), interface: name)
        }
        do throws(LiveCaptureError) {
            unsafe pcap_set_snaplen(handle, Int32(snapLength))
            unsafe pcap_set_timeout(handle, patience)
            unsafe pcap_set_buffer_size(handle, Int32(clamping: bufferBytes))
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
    public mutating func advance() throws(LiveCaptureError) -> PacketArrival {
        unsafe data = nil
        var next: UnsafeMutablePointer<pcap_pkthdr>?
        var status = unsafe pcap_next_ex(handle, &next, &data)
        if status == 0 {
            var waiting = unsafe pollfd(fd: pcap_get_selectable_fd(handle), events: Int16(POLLIN), revents: 0)
            unsafe poll(&waiting, 1, Self.patience)
            status = unsafe pcap_next_ex(handle, &next, &data)
        }
        guard status >= 0 else {
            throw LiveCaptureError(
                .failed(unsafe String(cString: pcap_geterr(handle))), interface: interface.name ?? "")
        }
        guard status == 1, let next = unsafe next, unsafe data != nil else {
            unsafe data = nil
            return .nothing
        }
        unsafe header = next.pointee
        return .packet
    }

    /// Lends the packet that `advance()` moved to.
    public func withPacket(_ body: (borrowing PacketView) -> Void) {
        guard let data = unsafe data else { return }
        let seconds = Int64(header.ts.tv_sec)
        let fraction = Int64(header.ts.tv_usec) * (nanoseconds ? 1 : 1000)
        // libpcap's buffer holds the packet until the next question, which can't be asked while this function runs.
        let bytes = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(data), byteCount: Int(header.caplen))
        body(
            PacketView(
                bytes: bytes, originalLength: Int(header.len), linkType: interface.linkType,
                timestamp: Timestamp(nanoseconds: seconds * 1_000_000_000 + fraction), interface: 0))
    }

    /// One: this interface.
    public var interfaceCount: Int { 1 }

    /// This interface, with what was dropped so far.
    public var interfaces: [CaptureInterface] {
        var described = interface
        let drops = drops()
        (described.droppedByKernel, described.droppedByInterface) = (drops.kernel, drops.interface)
        return [described]
    }

    /// This interface, whatever the index.
    public func interface(at index: Int) -> CaptureInterface { interface }

    /// None: an interface knows no apps.
    public var appNames: [AppName] { [] }
    /// None.
    public var resolutions: [NameResolution] { [] }
    /// None.
    public var caveats: [Caveat] { [] }
    /// Nothing: an interface that is open is being read.
    public var notice: StreamNotice? { nil }

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
