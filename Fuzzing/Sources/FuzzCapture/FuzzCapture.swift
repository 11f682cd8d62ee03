// Any bytes as a capture file, by both views: readers, decompression, and all that a packet goes through.
import Glibc

@testable import TrafficMeter

private let path = "/dev/shm/fuzz-capture-\(getpid())"

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    guard write(descriptor, bytes, count) == count else { return 0 }
    for view in PacketMeterView.allCases {
        guard var captures = try? CaptureSet(paths: [path]) else { return 0 }
        var meter = Meter(view: view, limits: MeterLimits(flows: 100, names: 20), removesDuplicates: count % 2 == 0)
        meter.add(allOf: &captures) { time in
            SliceStretch(slice: Int(time.nanoseconds & 3), moments: time.nanoseconds...time.nanoseconds)
        }
        meter.finish()
        let sum = meter.flows.reduce(into: (packets: 0, ipBytes: 0)) { sum, flow in
            sum.packets &+= flow.both.packets
            sum.ipBytes &+= flow.both.ipBytes
        }
        precondition(sum.packets == meter.totals.packets, "a packet was lost")
        precondition(sum.ipBytes == meter.totals.ipBytes, "a byte was lost")
        _ = FlowCSV.text(meter, ends: DeviceEnds(of: meter.flows))
    }
    return 0
}
