public import Documents
public import TrafficMeter

/// A recording: packets as they come into a bundle, with a live view that is thrown away at the end.
///
/// Its result is made by replaying the bundle (`Replay`), so that a recording can't say anything that its bundle doesn't.
///
/// Twice a second what came is handed to the system, so that the end of this program, however sudden, costs half a second; once a
/// second the system is told to write it to the disk, so that the end of the machine costs about a second more.
public struct Recording: ~Copyable {
    /// What has been seen so far, for the live view.
    public struct Progress: Sendable {
        /// Packets recorded.
        public var packets = 0
        /// IP bytes both ways.
        public var ipBytes = 0
        /// Packets that the kernel or the interface dropped, or the source says it lost.
        public var dropped = 0
        /// What they carried, by step; `nil` where nobody looks.
        public var live: LiveFigures?

        /// Nothing yet.
        public init() {}
    }

    /// What a person wants to know when it happens.
    public enum Notice: Sendable {
        /// What the stream waits for, or reads.
        case stream(StreamNotice)
        /// An interface is described, the first or a further one.
        case interface(CaptureInterface)
        /// Something that the result will be read with.
        case caveat(Caveat)
        /// The source ended by itself.
        case ended
    }

    /// Seconds between two looks at the clock and the drop counters, and between two writes to the system.
    private static let tick = 0.5
    /// Packets between two looks at the clock, while they come without a pause.
    private static let stride = 64
    /// Nanoseconds that are spent at most, once told to stop, on what came before.
    private static let farewell: Int64 = 1_000_000_000

    private let bundle: RunBundle
    private var conditions: RunConditions
    private var writer: PcapngWriter
    private var meter = Meter()
    private let keepsPayload: Bool
    private var progress = Progress()
    private var live: LiveView?
    private var watch = ClockWatch()
    /// What was written of the source so far: names of apps and addresses, and drops by interface.
    private var written = (apps: 0, trailers: 0, resolutions: 0, drops: [Drops]())
    private var ticks = 0
    private var lastNotice: StreamNotice?

    /// Begins to write a capture file of a bundle: its first, or a further one beside those that are there.
    ///
    /// - Parameters:
    ///   - bundle: a bundle whose folder exists.
    ///   - conditions: what the replay must know; kept in the bundle, with what is noticed on the way.
    ///   - keepsPayload: whether whole packets are stored; else headers and what names a flow.
    ///   - tool: the program that the file names.
    ///   - live: sorts packets by step for the live view; none unless given.
    /// - Throws: `CaptureWriteError` if the file can't be made; `BundleError` if the conditions can't be written.
    public init(
        into bundle: RunBundle, conditions: RunConditions = RunConditions(), keepsPayload: Bool, tool: Tool,
        live: LiveView? = nil
    ) throws {
        let path = try bundle.nextCapture()
        // Before the capture: what a bundle with a capture was told is never missing from it.
        try bundle.write(CanonicalJSON.encode(conditions), to: .conditions)
        writer = try PcapngWriter(path: path, tool: tool)
        (self.bundle, self.conditions, self.keepsPayload) = (bundle, conditions, keepsPayload)
        self.live = live
        writer.flush()
    }

    /// Records until told to stop, or the source ends.
    ///
    /// What was captured before that moment and still waits in the kernel is recorded as well.
    ///
    /// - Parameters:
    ///   - source: the open source; what it has buffered already is recorded.
    ///   - clock: the current time.
    ///   - machine: how long the machine has been running, where that is known: so sleep and a clock that is set are noticed.
    ///   - stop: asked at least ten times a second; from `true` on nothing new is recorded.
    ///   - view: given the progress twice a second, with a live view four times a second or less; and once at the end.
    ///   - notice: given what a person wants to know when it happens.
    /// - Throws: what the source does, `CaptureWriteError` or `BundleError`; what was recorded before stays in the bundle, with its
    ///   statistics.
    public mutating func run<Source: RecordingSource & ~Copyable>(
        from source: inout Source, clock: () -> Timestamp, machine: () -> MachineTime? = { nil },
        until stop: () -> Bool, view: (Progress) -> Void, notice: (Notice) -> Void = { _ in }
    ) throws {
        var outcome: (any Error)?
        do {
            try take(from: &source, clock, machine, stop, view, notice)
        } catch {
            outcome = error
        }
        do { try note(source.caveats, notice) } catch { outcome = outcome ?? error }
        let now = clock()
        describe(source, notice, at: now, isLast: true)
        writer.finish()
        (progress.packets, progress.ipBytes) = (meter.totals.packets, meter.totals.ipBytes)
        live?.finish(meter, now: now, &progress)
        view(progress)
        if let failure = outcome ?? writer.error { throw failure }
    }

    private mutating func take<Source: RecordingSource & ~Copyable>(
        from source: inout Source, _ clock: () -> Timestamp, _ machine: () -> MachineTime?, _ stop: () -> Bool,
        _ view: (Progress) -> Void, _ notice: (Notice) -> Void
    ) throws {
        var nextTick = clock()
        var deadline: Timestamp?
        var untilLook = 0
        while true {
            if untilLook == 0 {
                untilLook = Self.stride
                let now = clock()
                // A clock that was set back would otherwise silence the ticks.
                if now >= nextTick || nextTick.nanoseconds - now.nanoseconds > Int64(Self.tick * 1e9) {
                    try tick(source, now, machine, notice)
                    if live == nil { view(progress) }
                    nextTick = Timestamp(nanoseconds: now.nanoseconds + Int64(Self.tick * 1e9))
                }
                if live?.look(meter, now: now, clock: clock, &progress) == true { view(progress) }
                if let error = writer.error { throw error }
                if deadline == nil, stop() { deadline = now }
                if let deadline, now.nanoseconds - deadline.nanoseconds > Self.farewell { return }
            }
            switch try source.advance() {
            case .packet:
                untilLook -= 1
                if source.interfaceCount > writer.interfaceCount { describeInterfaces(of: source, notice) }
                var isLater = false
                source.withPacket { packet in
                    if let deadline, let time = packet.timestamp, time >= deadline { return isLater = true }
                    record(packet)
                }
                if isLater { return }
            case .nothing:
                untilLook = 0
                if source.interfaceCount > writer.interfaceCount { describeInterfaces(of: source, notice) }
                // Nothing waits any more of what came before the stop.
                if deadline != nil { return }
            case .end:
                notice(.ended)
                return
            }
        }
    }

    @inline(__always)
    private mutating func record(_ packet: borrowing PacketView) {
        meter.add(packet, slice: live?.slice(at: packet.timestamp) ?? 0)
        writer.append(
            packet, storedBytes: keepsPayload ? packet.bytes.byteCount : meter.bytesToKeep, app: meter.appNumber)
    }

    private mutating func tick<Source: RecordingSource & ~Copyable>(
        _ source: borrowing Source, _ now: Timestamp, _ machine: () -> MachineTime?, _ notice: (Notice) -> Void
    ) throws {
        (progress.packets, progress.ipBytes) = (meter.totals.packets, meter.totals.ipBytes)
        describe(source, notice, at: now)
        writer.flush()
        if ticks % 2 == 1 { writer.synchronise() }
        ticks += 1
        if let state = source.notice, state != lastNotice {
            lastNotice = state
            notice(.stream(state))
        }
        if let machine = machine() { try note(watch.look(now, machine), notice) }
    }

    /// Writes what the source says of itself and wasn't written yet: interfaces, names, drops.
    private mutating func describe<Source: RecordingSource & ~Copyable>(
        _ source: borrowing Source, _ notice: (Notice) -> Void, at now: Timestamp, isLast: Bool = false
    ) {
        describeInterfaces(of: source, notice)
        let (apps, trailers, resolutions) = (source.appNames, meter.trailerNames, source.resolutions)
        for name in trailers.dropFirst(written.trailers) + apps.dropFirst(written.apps) { writer.append(name) }
        writer.append(resolutions.dropFirst(written.resolutions))
        (written.apps, written.trailers, written.resolutions) = (apps.count, trailers.count, resolutions.count)
        progress.dropped = 0
        for (index, interface) in source.interfaces.enumerated() {
            let drops = Drops(kernel: interface.droppedByKernel, interface: interface.droppedByInterface)
            progress.dropped += (drops.kernel ?? 0) + (drops.interface ?? 0)
            guard drops != Drops(), drops != written.drops[index] || isLast else { continue }
            written.drops[index] = drops
            writer.append(statistics: drops, of: index, at: now)
        }
    }

    private mutating func describeInterfaces<Source: RecordingSource & ~Copyable>(
        of source: borrowing Source, _ notice: (Notice) -> Void
    ) {
        while writer.interfaceCount < source.interfaceCount {
            let interface = source.interface(at: writer.interfaceCount)
            writer.append(interface)
            notice(.interface(interface))
            written.drops.append(Drops())
        }
    }

    /// Keeps what the result must be read with, at once.
    private mutating func note(_ caveats: [Caveat], _ notice: (Notice) -> Void) throws {
        guard !caveats.isEmpty else { return }
        conditions.caveats = (conditions.caveats ?? []) + caveats
        try bundle.write(CanonicalJSON.encode(conditions), to: .conditions)
        for caveat in caveats { notice(.caveat(caveat)) }
    }
}
