/// What libpcap's own reader and filter keep of a capture, by Python's ctypes: as `tcpdump -r capture -w out FILTER` does.
///
/// - Parameters:
///   - file: a capture.
///   - filters: filters in libpcap's language.
/// - Returns: for each filter how many packets pass and the sum of their original lengths, `nil` for a filter that libpcap refuses for
///   the capture's link type; `nil` altogether if it can't read the capture to its end.
/// - Throws: a file error if Python can't be run.
public func libpcapKeeps(_ file: String, _ filters: [String]) throws -> [LibpcapCount?]? {
    let result = try run("/usr/bin/python3", ["-c", program, file] + filters)
    guard result.status == 0 else { return nil }
    return result.text.split(separator: "\n").map { line in
        let figures = line.split(separator: " ").compactMap { Int($0) }
        return figures.count == 2 ? LibpcapCount(packets: figures[0], wireBytes: figures[1]) : nil
    }
}

/// Packets that a filter keeps.
public struct LibpcapCount: Hashable, Sendable {
    /// How many.
    public var packets: Int
    /// The sum of their original lengths, in bytes.
    public var wireBytes: Int

    /// A count.
    public init(packets: Int, wireBytes: Int) {
        (self.packets, self.wireBytes) = (packets, wireBytes)
    }
}

private let program = """
    import ctypes, sys

    class Header(ctypes.Structure):
        _fields_ = [("sec", ctypes.c_long), ("usec", ctypes.c_long), ("caplen", ctypes.c_uint32), ("len", ctypes.c_uint32)]

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_uint), ("instructions", ctypes.c_void_p)]

    pcap = ctypes.CDLL("libpcap.so.0.8")
    pcap.pcap_open_offline.restype = ctypes.c_void_p
    for function in ["pcap_compile", "pcap_setfilter", "pcap_next_ex", "pcap_close"]:
        getattr(pcap, function).argtypes = None
    errors = ctypes.create_string_buffer(1024)
    for text in sys.argv[2:]:
        handle = pcap.pcap_open_offline(sys.argv[1].encode(), errors)
        if not handle:
            sys.exit(1)
        handle = ctypes.c_void_p(handle)
        code = Program()
        if pcap.pcap_compile(handle, ctypes.byref(code), text.encode(), 1, ctypes.c_uint32(0xFFFFFFFF)) != 0:
            print("refused")
            continue
        pcap.pcap_setfilter(handle, ctypes.byref(code))
        header, data = ctypes.POINTER(Header)(), ctypes.c_void_p()
        packets = size = 0
        while True:
            state = pcap.pcap_next_ex(handle, ctypes.byref(header), ctypes.byref(data))
            if state == -2:
                break
            if state != 1:
                sys.exit(2)
            packets += 1
            size += header.contents.len
        print(packets, size)
        pcap.pcap_close(handle)
    """
