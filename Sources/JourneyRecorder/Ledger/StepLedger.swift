import Documents
import TrafficMeter

/// Traffic by flow and step: `ledger[flow, step] += counts`.
///
/// Memory grows with the steps that each flow touches, not with packets. A flow's latest step is found at once, since packets
/// of a flow mostly come in the order of time.
struct StepLedger {
    /// What a flow carried in a step; a `nil` step is outside all.
    struct Cell {
        var step: Int?
        var aToB = TrafficCounts()
        var bToA = TrafficCounts()
        /// Position of the flow's next cell; -1 for the last.
        fileprivate var next: Int32
    }

    private var cursor: StepCursor
    private var cells: [Cell] = []
    /// Position of each flow's first cell, by `FlowID`.
    private var heads: [Int32] = []
    /// Flows whose first packet fell in a step, by step.
    private(set) var connections: [Int]

    init(_ timeline: Timeline) {
        cursor = StepCursor(timeline)
        connections = [Int](repeating: 0, count: timeline.steps.count)
    }

    /// Books a packet on the step that its time falls in; a packet without a time falls in none.
    mutating func add(_ packet: MeteredPacket, isConnection: Bool) {
        let step = packet.time.flatMap { cursor.step(at: $0) }
        let index = cell(of: packet.flow, step)
        if packet.isFromA { cells[index].aToB += packet.counts } else { cells[index].bToA += packet.counts }
        if packet.isFirst, isConnection, let step { connections[step] += 1 }
    }

    /// A flow's cells, latest step first.
    func cells(of flow: FlowID) -> [Cell] {
        var found: [Cell] = []
        var index = flow.index < heads.count ? heads[flow.index] : -1
        while index >= 0 {
            found.append(cells[Int(index)])
            index = cells[Int(index)].next
        }
        return found
    }

    private mutating func cell(of flow: FlowID, _ step: Int?) -> Int {
        while heads.count <= flow.index { heads.append(-1) }
        var previous: Int32 = -1
        var index = heads[flow.index]
        while index >= 0 {
            let current = Int(index)
            if cells[current].step == step {
                if previous >= 0 {
                    cells[Int(previous)].next = cells[current].next
                    cells[current].next = heads[flow.index]
                    heads[flow.index] = index
                }
                return current
            }
            previous = index
            index = cells[current].next
        }
        cells.append(Cell(step: step, next: heads[flow.index]))
        heads[flow.index] = Int32(cells.count - 1)
        return cells.count - 1
    }
}
