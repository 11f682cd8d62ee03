import Documents
import TrafficMeter
do {
    var reader = try CaptureReader(path: CommandLine.arguments[1])
    var meter = Meter(view: CommandLine.arguments.count > 2 ? .outer : .inner)
    do throws(CaptureFileError) {
        while let packet = try reader.next() { _ = meter.add(packet); if meter.hasLate { _ = meter.takeLate() } }
    } catch { print("# \(error)") }
    _ = meter.takeLate(atEnd: true)
    print(meter.totals)
    var other = (0,0), non = (0,0)
    for f in meter.flows.flows { if f.kind == .otherIP { other.0 += f.both.packets; other.1 += f.both.wireBytes }; if f.kind == .nonIP {non.0 += f.both.packets; non.1 += f.both.wireBytes } }
    print("other", other, "non", non)
    print(FlowCSV.text(meter), terminator: "")
} catch { print("# error \(error)") }
