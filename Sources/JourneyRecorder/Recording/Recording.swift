public import Documents
public import TrafficMeter

/// A recording: live packets into a bundle, with a live view that is thrown away at the end.
///
/// Its result is made by replaying the bundle (`Replay`), so that a recording can't say anything that its bundle doesn't.
public struct Recording: ~Copyable {
    /// What has been seen so far, for the live view.
    public struct Progress: Sendable {
        /// Packets recorded.
        public var packets = 0
        /// IP bytes both ways.
        public var ipBytes = 0
        /// Packets that the kernel or the interface dropped.
        public var dropped = 0
        /// What they carried, by step; `nil` where nobody looks.
        public var live: LiveFigures?

        /// Nothing yet.
        public init() {}
    }

    /// Seconds between two looks at the clock and the drop counters, and between two writes to the disk.
    private static let tick = 0.5

    private var capture: LiveCapture
    private var writer: PcapngWriter
    private var meter = Meter()
    private let keepsPayload: Bool
    private var progress = Progress()
    private var live: LiveView?

    /// Begins to write into a bundle's capture file.
    ///
    /// - Parameters:
    ///   - capture: the open interface; what it has buffered already is recorded.
    ///   - bundle: a bundle whose folder exists.
    ///   - keepsPayload: whether whole packets are stored; else headers and what names a flow.
    ///   - tool: the program that the file names.
    ///   - live: sorts packets by step for the live view; none unless given.
    /// - Throws: `CaptureWriteError` if the file can't be made, or is there already.
    public init(
        from capture: consuming LiveCapture, into bundle: RunBundle, keepsPayload: Bool, tool: Tool,
        live: LiveView? = nil
    ) throws(CaptureWriteError) {
        writer = try PcapngWriter(path: bundle.path(of: .capture), interface: capture.interface, tool: tool)
        self.capture = capture
        self.keepsPayload = keepsPayload
        self.live = live
        writer.flush()
    }

    /// Records until told to stop.
    ///
    /// What was captured before that moment and still waits in the kernel is recorded as well.
    ///
    /// - Parameters:
    ///   - clock: the current time.
    ///   - stop: asked at least ten times a second; from `true` on nothing new is recorded.
    ///   - view: given the progress twice a second; with a live view, four times a second or less.
    /// - Throws: `LiveCaptureError` or `CaptureWriteError`; what was recorded before stays in the bundle, with its statistics.
    public mutating func run(
        clock: () -> Timestamp, until stop: () -> Bool, view: (Progress) -> Void
    ) throws {
        defer { finish(at: clock()) }
        var nextTick = clock()
        var deadline: Timestamp?
        while true {
            let now = clock()
            if now >= nextTick {
                writer.flush()
                let drops = capture.drops()
                progress.dropped = (drops.kernel ?? 0) + (drops.interface ?? 0)
                if live == nil { view(progress) }
                nextTick = Timestamp(nanoseconds: now.nanoseconds + Int64(Self.tick * 1e9))
            }
            if live?.look(meter, now: now, clock: clock, &progress) == true { view(progress) }
            if let error = writer.error { throw error }
            if deadline == nil, stop() { deadline = now }
            guard let packet = try capture.next() else {
                if deadline != nil { return }
                continue
            }
            if let deadline, let time = packet.timestamp, time >= deadline { return }
            meter.add(packet, slice: live?.slice(at: packet.timestamp) ?? 0)
            (progress.packets, progress.ipBytes) = (meter.totals.packets, meter.totals.ipBytes)
            writer.append(packet, storedBytes: keepsPayload ? packet.bytes.byteCount : meter.bytesToKeep)
        }
    }

    private mutating func finish(at time: Timestamp) {
        var drops = capture.drops()
        if writer.lostPackets > 0 { drops.full = writer.lostPackets }
        writer.append(statistics: drops, at: time)
        writer.flush()
    }
}
