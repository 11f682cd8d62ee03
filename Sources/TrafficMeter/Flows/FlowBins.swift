import Documents

/// IP bytes that a flow carried in one bin of time.
public struct FlowBin: Hashable, Sendable {
    /// The flow's position in `Meter.flows`.
    public var flow: Int
    /// The bin: how many bins later than the first one measured it is, below 0 where the capture's times step back before that.
    public var bin: Int
    /// IP bytes from A to B.
    public var aToB: Int
    /// IP bytes from B to A.
    public var bToA: Int
}

/// What flows carried over time, in bins of a quarter of a second, or that doubled until there are few enough.
///
/// A packet costs nothing here but one comparison: only the first one of a flow in a bin is noted, with what the flow had carried
/// before, and what it carried in the bin is the difference in the end. Packets older than the bin, of no time, or left out of the
/// measurement are booked one by one.
struct FlowBins: Sendable {
    /// How long a bin lasts at first, in nanoseconds.
    private static let firstWidth: Int64 = 250_000_000
    /// Most bins, as many as a chart has points.
    private static let mostBins: Int64 = 1000
    /// So many cells are kept where there are few flows; else half as many again as there are flows, of 32 bytes each.
    static let fewCells = 1 << 18
    /// So often bins can be doubled: half of all time is then one.
    private static let mostDoublings: Int64 = 34

    /// What a flow carried in a bin; or what it had carried before one.
    struct Cell {
        fileprivate var flow: UInt32
        fileprivate var bin: Int32
        fileprivate var aToB: Int
        fileprivate var bToA: Int

        /// What a flow has carried before its first packet in the current bin.
        init(before flow: Flow, at position: Int) {
            self.init(flow: UInt32(position), bin: 0, aToB: flow.aToB.ipBytes, bToA: flow.bToA.ipBytes)
        }

        /// What a flow has carried since then; `nil` for nothing.
        fileprivate init?(since before: Cell, _ flows: FlowTable, bin: Int32) {
            let flow = flows[Int(before.flow)]
            let (aToB, bToA) = (flow.aToB.ipBytes &- before.aToB, flow.bToA.ipBytes &- before.bToA)
            guard aToB | bToA != 0 else { return nil }
            self.init(flow: before.flow, bin: bin, aToB: aToB, bToA: bToA)
        }

        fileprivate init(flow: UInt32, bin: Int32, aToB: Int, bToA: Int) {
            (self.flow, self.bin, self.aToB, self.bToA) = (flow, bin, aToB, bToA)
        }
    }

    private var cells: [Cell] = []
    /// Cells beyond which they are joined, and bins doubled if that doesn't help.
    private var mostCells: Int
    /// Flows with packets in the current bin, and what they had carried before it.
    private var touched: [Cell] = []
    /// The first time that was measured.
    private var origin: Int64?
    /// How often bins were doubled.
    private var doublings: Int64 = 0
    private var current: Int32 = 0
    private var lowest: Int32 = 0
    /// The moments of the current bin, which is that of the latest time so far: a flow with a packet since the first of them is noted.
    private(set) var moments: ClosedRange<Int64> = Int64.min + 1...Int64.min + 1

    /// Nothing carried yet.
    init(cells: Int = Self.fewCells) {
        mostCells = cells
    }

    /// Whether a packet's time is beyond the current bin.
    @inline(__always)
    func isPassed(by time: Int64) -> Bool { time > moments.upperBound }

    /// Goes on to the bin of a time that is beyond the current one.
    mutating func advance(to time: Int64, _ flows: FlowTable) {
        if origin == nil { origin = time }
        // Not by a closure: the cells would be copied while it holds them.
        for before in touched {
            if let cell = Cell(since: before, flows, bin: current) { cells.append(cell) }
        }
        touched.removeAll(keepingCapacity: true)
        mostCells = max(mostCells, flows.count + flows.count / 2)
        // What was noted ended with the bin before; where bins were doubled, this one may have begun before that.
        let (first, overflows) = moments.upperBound.addingReportingOverflow(1)
        fit(time)
        compact()
        current = bin(of: time)
        moments = (overflows ? time : min(time, max(first, start(of: current))))...end(of: current)
    }

    /// Notes what a flow has carried before its first packet in the current bin.
    mutating func touch(_ id: FlowID, _ flow: Flow) {
        touched.append(Cell(before: flow, at: id.index))
    }

    /// Hands over what is noted, to be added to and given back, so that nobody else holds it meanwhile.
    mutating func lendTouched() -> [Cell] {
        defer { touched = [] }
        return touched
    }

    /// Takes back what was lent.
    mutating func takeBack(_ cells: consuming [Cell]) {
        touched = cells
    }

    /// Books a packet that isn't of the current bin, though its flow counts it.
    ///
    /// - Parameters:
    ///   - ipBytes: what it carried.
    ///   - id: its flow.
    ///   - isFromA: who sent it.
    ///   - time: its time; `nil` for one that is in no bin.
    ///   - isTouched: whether its flow has packets in the current bin.
    mutating func move(_ ipBytes: Int, of id: FlowID, isFromA: Bool, to time: Int64?, isTouched: Bool) {
        guard ipBytes > 0, origin != nil else { return }
        if isTouched { append(id, current, isFromA ? -ipBytes : 0, isFromA ? 0 : -ipBytes) }
        guard let time else { return }
        fit(time)
        append(id, bin(of: time), isFromA ? ipBytes : 0, isFromA ? 0 : ipBytes)
    }

    /// When bin 0 begins, and how long a bin lasts, both in nanoseconds; `nil` if nothing with a time was measured.
    var scale: (origin: Int64, width: Int64)? { origin.map { ($0, width) } }

    /// The first and the last bin.
    var range: ClosedRange<Int> { Int(lowest)...Int(max(lowest, current)) }

    /// Gives what was carried, in no certain order; a flow and a bin may be given several times.
    func forEach(_ flows: FlowTable, _ body: (FlowBin) -> Void) {
        func give(_ cell: Cell) {
            body(FlowBin(flow: Int(cell.flow), bin: Int(cell.bin), aToB: cell.aToB, bToA: cell.bToA))
        }
        cells.forEach(give)
        for before in touched { Cell(since: before, flows, bin: current).map(give) }
    }

    private mutating func append(_ id: FlowID, _ bin: Int32, _ aToB: Int, _ bToA: Int) {
        cells.append(Cell(flow: UInt32(id.index), bin: bin, aToB: aToB, bToA: bToA))
        compact()
    }
}

extension FlowBins {
    private var width: Int64 { Self.firstWidth << doublings }

    /// Doubles bins until with a time there are few enough: a capture may have a packet of 1970 and one of 2262.
    private mutating func fit(_ time: Int64) {
        while max(Int64(current), index(of: time)) - min(Int64(lowest), index(of: time)) >= Self.mostBins { double() }
        lowest = min(lowest, bin(of: time))
    }

    private mutating func double() {
        doublings += 1
        lowest >>= 1
        current >>= 1
        for index in cells.indices { cells[index].bin >>= 1 }
        moments = moments.lowerBound...max(moments.upperBound, end(of: current))
    }

    /// Joins cells where they are many, and doubles bins where they still are.
    private mutating func compact() {
        guard cells.count > mostCells else { return }
        join()
        while cells.count > mostCells / 2, doublings < Self.mostDoublings {
            double()
            join()
        }
        mostCells = max(mostCells, cells.count * 2)
    }

    /// Makes one cell of those of a flow and a bin.
    private mutating func join() {
        cells.sort { ($0.flow, $0.bin) < ($1.flow, $1.bin) }
        var last = 0
        for index in cells.indices.dropFirst() {
            if cells[index].flow == cells[last].flow, cells[index].bin == cells[last].bin {
                cells[last].aToB &+= cells[index].aToB
                cells[last].bToA &+= cells[index].bToA
            } else {
                last += 1
                cells[last] = cells[index]
            }
        }
        cells.removeSubrange((last + 1)...)
    }

    /// The bin of a time, before it is known to be few enough.
    private func index(of time: Int64) -> Int64 {
        let origin = origin ?? time
        let (distance, overflows) = time.subtractingReportingOverflow(origin)
        // So far apart, the difference doesn't matter.
        let nanoseconds = overflows ? (time < origin ? Int64.min : .max) : distance
        return nanoseconds / width - (nanoseconds % width < 0 ? 1 : 0)
    }

    private func bin(of time: Int64) -> Int32 { Int32(clamping: index(of: time)) }

    private func start(of bin: Int32) -> Int64 {
        let (distance, overflows) = Int64(bin).multipliedReportingOverflow(by: width)
        let (time, isBeyond) = (origin ?? 0).addingReportingOverflow(distance)
        return overflows || isBeyond ? (bin < 0 ? .min : .max) : time
    }

    private func end(of bin: Int32) -> Int64 {
        let (time, isBeyond) = start(of: bin).addingReportingOverflow(width - 1)
        return isBeyond ? .max : time
    }
}

extension Meter {
    /// The first and the last bin that may have something.
    public var binRange: ClosedRange<Int> { bins.range }

    /// When bin 0 begins, and how long a bin lasts, both in nanoseconds; `nil` if nothing with a time was measured.
    public var binScale: (origin: Int64, width: Int64)? { bins.scale }

    /// Gives what flows carried over time, as far as it is measured, in no certain order; a flow and a bin may be given several times.
    public func forEachBin(_ body: (FlowBin) -> Void) {
        bins.forEach(flows) { bin in
            if let selectedApps, !selectedApps.contains(flows.detail(of: flows[bin.flow]).app) { return }
            body(bin)
        }
    }
}
