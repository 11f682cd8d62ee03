import Documents

/// A name that an answer gave an address.
struct NameCell: Sendable {
    /// Stands for no cell.
    static let none: Int32 = -1
    /// Stands for no time.
    static let timeless = Int64.min

    var name: NameID
    /// The next cell of the list, an older answer's.
    var next = NameCell.none
    /// When the answer was captured, in nanoseconds since 1970.
    var nanoseconds: Int64
    var timeToLive: UInt32

    init(name: NameID, time: Timestamp?, timeToLive: UInt32) {
        self.name = name
        nanoseconds = time?.nanoseconds ?? Self.timeless
        self.timeToLive = timeToLive
    }

    /// How the answer stands to a flow that begins at a time.
    enum Age {
        case fresh, later, stale
    }

    /// How the answer stands to a flow that begins at a time.
    func age(at time: Timestamp?) -> Age {
        guard nanoseconds != Self.timeless, let time else { return .fresh }
        if nanoseconds > time.nanoseconds { return .later }
        let (age, overflow) = time.nanoseconds.subtractingReportingOverflow(nanoseconds)
        // At most 2³² s and an hour: less than half of what 64 bits hold.
        return overflow || age > Int64(timeToLive) * 1_000_000_000 + AddressNames.grace ? .stale : .fresh
    }
}

/// The names of an address, the latest first: where they begin, and how many there are.
struct NameList: Sendable {
    var first = NameCell.none
    var count: Int32 = 0
}

/// The cells of all lists, in one array.
struct NameCells: Sendable {
    private var cells: [NameCell] = []

    /// Puts an answer at the beginning of a list: anew, or moved there if the list has its name.
    ///
    /// A list that is full, or that has a cell where there are no more, gives its last one.
    ///
    /// - Parameters:
    ///   - answer: the answer.
    ///   - list: the list.
    ///   - limit: most cells of all lists.
    /// - Returns: whether there was room.
    mutating func put(_ answer: NameCell, in list: inout NameList, _ limit: Int) -> Bool {
        var (before, cell) = (NameCell.none, list.first)
        while cell != NameCell.none {
            let found = cells[Int(cell)]
            let isLast = found.next == NameCell.none
            if found.name == answer.name
                || (isLast && (list.count >= AddressNames.mostNames || cells.count >= limit))
            {
                if before != NameCell.none { cells[Int(before)].next = found.next }
                set(cell, answer, next: before == NameCell.none ? found.next : list.first)
                list.first = cell
                return true
            }
            (before, cell) = (cell, found.next)
        }
        guard cells.count < limit else { return false }
        cells.append(answer)
        cells[cells.count - 1].next = list.first
        list.first = Int32(cells.count - 1)
        list.count += 1
        return true
    }

    private mutating func set(_ cell: Int32, _ answer: NameCell, next: Int32) {
        cells[Int(cell)] = answer
        cells[Int(cell)].next = next
    }

    /// The latest answer of a list that counts for a flow; else the latest of the later ones, else of the stale ones.
    func best(of list: NameList, at time: Timestamp?, fresh: (NameID) -> Resolution) -> Resolution {
        var found = Resolution.unknown
        var cell = list.first
        while cell != NameCell.none {
            let answer = cells[Int(cell)]
            switch answer.age(at: time) {
            case .fresh: return fresh(answer.name)
            case .later: if found.rank < 2 { found = .later(answer.name) }
            case .stale: if found.rank < 1 { found = .stale(answer.name) }
            }
            cell = answer.next
        }
        return found
    }

    /// Gives the cells of a list, the latest first.
    func forEach(of list: NameList, _ body: (NameCell) -> Void) {
        var cell = list.first
        while cell != NameCell.none {
            body(cells[Int(cell)])
            cell = cells[Int(cell)].next
        }
    }
}
