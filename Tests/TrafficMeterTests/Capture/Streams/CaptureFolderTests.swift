import Testing

@testable import TrafficMeter

@Suite struct CaptureFolderTests {
    @Test(
        "captures are told by their ending, which may have a number",
        arguments: [
            ("a.pcap", true), ("a.pcapng", true), ("a.cap", true), ("a.pcap0", true), ("a.b.pcap12", true),
            ("a_00001_20260101.pcapng", true), (".pcap", true), ("a.pcap.gz", false), ("a.pcapng.zst", false),
            ("a.pcap.lz4", false), ("a.pcap1.gz", false), ("a.pcap.1", false), ("a.pcap~", false), ("pcap", false),
            ("a.txt", false), ("a.pcapx", false), ("12", false), ("", false), ("a.pcap.part", false),
        ])
    func names(_ name: String, _ isCapture: Bool) {
        #expect(CaptureFolder.isCapture(name) == isCapture)
    }
}
