import Documents
public import TrafficMeter

/// Makes a recording's live figures, and takes no more than a fiftieth of a core for it, or one look every ten seconds.
public struct LiveView: Sendable {
    /// Nanoseconds between two shows: four a second are enough for eyes.
    private static let pause: Int64 = 250_000_000
    /// A look at all flows is followed by this many times its own length without one.
    private static let thrift: Int64 = 50
    /// Nanoseconds between two looks at most.
    private static let longest: Int64 = 10_000_000_000
    /// Most hosts listed.
    private static let hostCount = 5

    private let desk: MarkerDesk
    private let attribution: Attribution
    private let conditions: RunConditions
    private let interfaces: [CaptureInterface]
    private var cuts = LiveCuts()
    private var version = -1
    private var nextLook = Timestamp(nanoseconds: .min)
    private var nextShow = Timestamp(nanoseconds: .min)
    private var rate = LiveRate()
    private var parties: [FlowHost: Party] = [:]
    /// When the app's flows were looked at last, and their newest packet then, by the source's clock and by this machine's.
    private var seen: (look: Timestamp, packet: Timestamp?, activity: Timestamp?)?

    /// A live view.
    ///
    /// - Parameters:
    ///   - desk: where steps are marked.
    ///   - conditions: what the recording was told; of it, which device it is.
    ///   - interfaces: where the packets come from.
    /// - Throws: `HostTableError` for a fault of this program.
    public init(
        desk: MarkerDesk, conditions: RunConditions = RunConditions(), interfaces: [CaptureInterface] = []
    ) throws(HostTableError) {
        self.desk = desk
        self.conditions = conditions
        self.interfaces = interfaces
        attribution = Attribution(desk.plan.journey?.hosts ?? HostRules(), knowledge: try .bundled())
    }

    /// The slice that a packet of a moment is booked under.
    mutating func slice(at time: Timestamp?) -> Int {
        guard let time else { return Meter.outside }
        let latest = desk.currentVersion
        if latest != version { (cuts, version) = (desk.cuts, latest) }
        return cuts.slice(at: time)
    }

    /// Takes the figures, if it is time to.
    ///
    /// - Parameters:
    ///   - meter: the packets so far.
    ///   - now: the current time.
    ///   - clock: the current time, to tell how long the look took.
    ///   - progress: where the figures go.
    /// - Returns: whether it is time to show something, be it that the time goes on.
    mutating func look(
        _ meter: Meter, now: Timestamp, clock: () -> Timestamp, _ progress: inout Recording.Progress
    ) -> Bool {
        guard Self.isDue(nextShow, now) else { return false }
        nextShow = Timestamp(nanoseconds: now.nanoseconds &+ Self.pause)
        // Of a file that can't be read just now the markers are known as they were; the next marker's writer says so.
        try? desk.follow()
        guard Self.isDue(nextLook, now) else { return true }
        progress.live = figures(meter, now)
        let cost = max(0, min(clock().nanoseconds &- now.nanoseconds, Self.longest / Self.thrift))
        nextLook = Timestamp(nanoseconds: now.nanoseconds &+ cost &* Self.thrift)
        return true
    }

    /// Whether a moment has come; also where the clock was set back, which must not hold the view up.
    private static func isDue(_ moment: Timestamp, _ now: Timestamp) -> Bool {
        now >= moment || moment.nanoseconds &- now.nanoseconds > longest
    }

    private mutating func figures(_ meter: Meter, _ now: Timestamp) -> LiveFigures {
        rate.note(total: meter.totals.ipBytes, at: now)
        let position = desk.position
        var cursor = StepCursor(position.timeline)
        let steps = desk.cuts.starts.map { cursor.step(at: $0) }
        var figures = LiveFigures(
            time: now, position: position,
            steps: position.timeline.steps.map {
                LiveFigures.Step(step: $0.step, iteration: $0.iteration, seconds: $0.seconds(closedAt: now))
            }, rate: rate.seconds)
        var hosts: [FlowHost: [Transport: Int]] = [:]
        let ends = DeviceEnds(
            of: meter.flows, given: conditions.addresses, givenLinks: conditions.links,
            followsLink: conditions.followsLink ?? false, interfaces: interfaces)
        var newest: Timestamp?
        for flow in meter.flows {
            let isUpFromA = ends.isUpFromA(flow)
            let server = isUpFromA ? flow.b : flow.a
            let host = flow.isConnection ? meter.host(of: flow, server: server) : nil
            let party = host.map { self.party(of: $0, meter) }
            if host != nil, party != .background, let last = flow.last {
                newest = max(newest ?? last, last)
            }
            meter.flows.forEachSlice(of: flow) { slice in
                let (a, b) = (slice.aToB.ipBytes, slice.bToA.ipBytes)
                let volume = LiveFigures.Volume(up: isUpFromA ? a : b, down: isUpFromA ? b : a)
                let step = steps.indices.contains(slice.slice) ? steps[slice.slice] : nil
                guard party != .background else {
                    figures.background += volume
                    return
                }
                figures.whole += volume
                if let step { figures.steps[step].volume += volume }
                if let host, step == position.current || position.current == nil {
                    let hello = meter.hello(of: flow)
                    let carrier = Carrier(flow, hello: hello, isResolver: flow.isResolver(server, hello))
                    hosts[host, default: [:]][carrier.transport, default: 0] += volume.both
                }
            }
        }
        figures.hosts = heaviest(hosts, meter)
        figures.lastActivity = activity(newest, now)
        return figures
    }

    /// When the app was active last, by this machine's clock, of which a stream's packets need know nothing.
    ///
    /// A packet's own time counts where it lies between two looks, as an interface's does; else the look that found it.
    private mutating func activity(_ newest: Timestamp?, _ now: Timestamp) -> Timestamp? {
        guard let newest else {
            seen = (now, nil, nil)
            return nil
        }
        guard seen?.packet != newest else {
            seen?.look = now
            return seen?.activity
        }
        let isOfThisClock = newest <= now && newest >= seen?.look ?? now
        seen = (now, newest, isOfThisClock ? newest : now)
        return seen?.activity
    }

    /// The last look, which is due whatever the time.
    mutating func finish(_ meter: Meter, now: Timestamp, _ progress: inout Recording.Progress) {
        try? desk.follow()  // as above
        progress.live = figures(meter, now)
    }

    private func heaviest(_ hosts: [FlowHost: [Transport: Int]], _ meter: Meter) -> [LiveFigures.Host] {
        let sums = hosts.map { (host: $0.key, bytes: $0.value.values.reduce(0, +), parts: $0.value) }
        // Candidates by bytes alone first, since names take longer to tell.
        let heaviest = sums.sorted { $0.bytes > $1.bytes }.prefix(Self.hostCount)
        return heaviest.map { host, bytes, parts in
            LiveFigures.Host(
                name: meter.text(of: host), party: parties[host] ?? .unknown,
                transport: parts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .tcp,
                bytes: bytes)
        }.sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
    }

    /// Whose a host is: told once per host.
    private mutating func party(of host: FlowHost, _ meter: Meter) -> Party {
        if let known = parties[host] { return known }
        let party = attribution.brief(of: meter.nameBytes(of: host)).party
        parties[host] = party
        return party
    }
}
