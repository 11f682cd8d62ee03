public import Documents

/// What a flow carried in one slice of the measurement.
///
/// What a slice is, is up to the caller, who names one for each packet: a step of a journey.
public struct FlowSlice: Hashable, Sendable {
    /// The slice.
    public var slice: Int
    /// From A to B.
    public var aToB = TrafficCounts()
    /// From B to A.
    public var bToA = TrafficCounts()
}

/// Where a flow's traffic by slice is: nowhere else than in the flow, while it has been in one slice only, else in `SliceCells`.
struct SlicePlace: Sendable {
    /// The position of the latest cell, or below 0 the only slice so far, as -3 - slice; slices are -2 and up.
    private var value: Int32

    init(only slice: Int32) {
        value = -3 - slice
    }

    init(cell: Int) {
        value = Int32(cell)
    }

    /// The only slice so far.
    var only: Int32? { value < 0 ? -3 - value : nil }
    /// The latest cell.
    var cell: Int? { value >= 0 ? Int(value) : nil }

    /// Whether the flow has been in this slice and in no other.
    @inline(__always)
    func isOnly(_ slice: Int32) -> Bool { value == -3 &- slice }
}

/// Traffic by flow and slice, for flows that have been in more than one: the others need no memory here.
struct SliceCells: Sendable {
    private struct Cell {
        var slice: Int32
        /// Position of the flow's next cell; -1 for the last.
        var next: Int32
        var aToB = TrafficCounts()
        var bToA = TrafficCounts()
    }

    private var cells: [Cell] = []

    /// Books a packet of a flow that is, or with it comes to be, in more than one slice; its totals don't have the packet yet.
    mutating func add(_ counts: TrafficCounts, isFromA: Bool, slice: Int32, to flow: inout Flow) {
        if let only = flow.place.only {
            // What it carried so far was all in its first slice.
            flow.place = append(Cell(slice: only, next: -1, aToB: flow.aToB, bToA: flow.bToA))
        }
        let index = moveToFront(slice, of: &flow)
        if isFromA { cells[index].aToB += counts } else { cells[index].bToA += counts }
    }

    /// Gives a flow's slices, in no certain order.
    func forEach(of flow: Flow, _ body: (FlowSlice) -> Void) {
        if let only = flow.place.only {
            return body(FlowSlice(slice: Int(only), aToB: flow.aToB, bToA: flow.bToA))
        }
        var index = flow.place.cell ?? -1
        while index >= 0 {
            body(FlowSlice(slice: Int(cells[index].slice), aToB: cells[index].aToB, bToA: cells[index].bToA))
            index = Int(cells[index].next)
        }
    }

    /// The slice of a flow's first packet: that of its oldest cell.
    func first(of flow: Flow) -> Int {
        if let only = flow.place.only { return Int(only) }
        var index = flow.place.cell ?? -1
        var oldest = index
        while index >= 0 {
            oldest = min(oldest, index)
            index = Int(cells[index].next)
        }
        return oldest < 0 ? Meter.outside : Int(cells[oldest].slice)
    }

    /// Puts the slice's cell first, since packets of a flow mostly come in the order of time.
    ///
    /// - Returns: its position.
    private mutating func moveToFront(_ slice: Int32, of flow: inout Flow) -> Int {
        let front = flow.place.cell ?? -1
        var previous = -1
        var index = front
        while index >= 0, cells[index].slice != slice { (previous, index) = (index, Int(cells[index].next)) }
        if index < 0 {
            flow.place = append(Cell(slice: slice, next: Int32(front)))
            return cells.count - 1
        }
        if previous >= 0 {
            cells[previous].next = cells[index].next
            cells[index].next = Int32(front)
            flow.place = SlicePlace(cell: index)
        }
        return index
    }

    private mutating func append(_ cell: Cell) -> SlicePlace {
        cells.append(cell)
        return SlicePlace(cell: cells.count - 1)
    }
}
