import Documents

/// Android devices as adb shows them (`adb help`; `adb devices -l` is a heading and a line a device).
struct AndroidDebugBridge {
    /// The program's path.
    let program: String

    /// The program where it is installed.
    init?() {
        guard let program = ToolRun.path(of: "adb") else { return nil }
        self.program = program
    }

    /// The connected devices, with what they answer; `nil` if adb doesn't.
    func devices() -> [DoctorReport.AndroidDevice]? {
        guard let list = ToolRun.output(program, ["devices", "-l"], seconds: 10) else { return nil }
        return Self.devices(in: list).map { $0.state == "device" ? asked($0) : $0 }
    }

    /// Devices of `adb devices -l`: a heading, then a line each: serial number, state, `key:value` pairs.
    static func devices(in list: String) -> [DoctorReport.AndroidDevice] {
        list.split(separator: "\n").compactMap { line in
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count >= 2, !line.hasPrefix("List of"), !line.hasPrefix("*") else { return nil }
            let model = words.dropFirst(2).first { $0.hasPrefix("model:") }?.dropFirst("model:".count)
            return DoctorReport.AndroidDevice(serial: words[0], state: words[1], model: model.map(String.init))
        }
    }

    private func asked(_ device: DoctorReport.AndroidDevice) -> DoctorReport.AndroidDevice {
        var device = device
        // adbd runs as root on an emulator's userdebug image; else `su` is what a rooted phone has.
        let root = shell(device, "id -u; command -v su; command -v tcpdump; true")
        if let words = root?.split(whereSeparator: \.isNewline).map(String.init) {
            device.root = words.first == "0" || words.contains { $0.hasSuffix("/su") }
            device.tcpdump = words.contains { $0.hasSuffix("/tcpdump") }
        }
        if let offset = clockOffset(of: device) {
            device.clockOffsetSeconds = Double(offset.nanoseconds) / 1e9
            device.clockErrorSeconds = Double(offset.error) / 1e9
        }
        return device
    }

    private func shell(_ device: DoctorReport.AndroidDevice, _ command: String) -> String? {
        ToolRun.output(program, ["-s", device.serial, "shell", command])
    }

    /// How far the device's clock is ahead: its time less the middle of the question, which is off by half of the question's length
    /// at most. Of three questions the shortest counts.
    private func clockOffset(of device: DoctorReport.AndroidDevice) -> (nanoseconds: Int64, error: Int64)? {
        var best: (nanoseconds: Int64, error: Int64)?
        for _ in 0..<3 {
            let before = SystemClock.now().nanoseconds
            // A `date` without nanoseconds answers with an N at the end, and is of no use.
            guard let answer = shell(device, "date +%s%N"), let time = Int64(answer.filter { !$0.isWhitespace }),
                time > 1_000_000_000_000_000_000
            else { return best }
            let half = (SystemClock.now().nanoseconds - before) / 2
            if half < best?.error ?? .max { best = (time &- before &- half, half) }
        }
        return best
    }
}
