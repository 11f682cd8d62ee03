public import Documents
public import TrafficMeter

/// Puts markers on the clock of a capture, where they were stamped by another.
///
/// A `sync` marker whose text is `dns:NAME` or `ping:ADDRESS` says that its maker asked for the name, or pinged the address,
/// at that moment. The first such packet within ten minutes of the first marker that has one gives the offset; how far the
/// other sync markers then lie from the nearest packets of theirs is its uncertainty.
public struct MarkerClock: Sendable {
    /// How the offset is known.
    public enum Evidence: Hashable, Sendable {
        /// The person said it.
        case given
        /// The packet that a marker tells of.
        case event(NetworkEvent, line: Int, uncertaintyNanoseconds: Int64?)
        /// The first of several packets that a marker could tell of: so many others are as good.
        case ambiguous(NetworkEvent, line: Int, others: Int)
    }

    /// What became of the markers' clock.
    public enum Outcome: Hashable, Sendable {
        /// Nothing says that it is another one.
        case same
        /// The markers were moved.
        case moved(nanoseconds: Int64, Evidence)
        /// No sync marker's packet was found: the markers stay where they were.
        case notFound([NetworkEvent])
        /// Standard input can't be looked through first.
        case notLooked
    }

    /// How far from a marker its packet is looked for, in minutes: clocks that are further apart want `--clock-offset`.
    public static let windowMinutes: Int64 = 10

    /// The markers, on the capture's clock as far as that is known.
    public let markers: MarkerLog
    /// What became of their clock.
    public let outcome: Outcome

    /// The clock of a walk's markers.
    ///
    /// - Parameters:
    ///   - log: the markers, as stamped.
    ///   - offsetNanoseconds: what is to be added to them; looked for if absent and there are sync markers that can be.
    ///   - captures: the capture files; `-` is standard input.
    /// - Throws: `MarkerError` for a sync marker that can't be meant; `CaptureFileError` if a capture can't be opened.
    public init(_ log: MarkerLog, offsetNanoseconds: Int64? = nil, captures: [String]) throws {
        let marks = try SyncMark.marks(log)
        guard !log.entries.isEmpty else {
            (markers, outcome) = (log, .same)
            return
        }
        if let offset = offsetNanoseconds {
            markers = try log.shifted(byNanoseconds: offset)
            outcome = offset == 0 ? .same : .moved(nanoseconds: offset, .given)
            return
        }
        guard let first = marks.first, let last = marks.last else {
            (markers, outcome) = (log, .same)
            return
        }
        guard !captures.contains("-") else {
            (markers, outcome) = (log, .notLooked)
            return
        }
        let reach = Self.windowMinutes * 60_000_000_000
        let beginning = first.time.adding(nanoseconds: -reach) ?? Timestamp(nanoseconds: .min)
        let end = last.time.adding(nanoseconds: reach) ?? Timestamp(nanoseconds: .max)
        var known: Set<NetworkEvent> = []
        let events = marks.map(\.event).filter { known.insert($0).inserted }
        var search = EventSearch(for: events, within: beginning...end)
        try search.look(through: captures)
        let moments = Dictionary(zip(events, search.moments)) { first, _ in first }
        guard let found = SyncMark.offset(of: marks, moments, reach: reach) else {
            (markers, outcome) = (log, .notFound(events))
            return
        }
        markers = try log.shifted(byNanoseconds: found.nanoseconds)
        let (event, line) = (found.mark.event, found.mark.line)
        outcome = .moved(
            nanoseconds: found.nanoseconds,
            found.rivals > 0
                ? .ambiguous(event, line: line, others: found.rivals)
                : .event(event, line: line, uncertaintyNanoseconds: found.uncertaintyNanoseconds))
    }
}

extension MarkerClock {
    /// An offset as a person gives it, in seconds such as `-1.5`, with point or comma.
    ///
    /// - Returns: nanoseconds; `nil` for what is no number, or more than 292 years.
    public static func offset(_ seconds: String) -> Int64? {
        DecimalText.nanoseconds(seconds, unit: 1_000_000_000)
    }

    /// What a reader of the result must know; `nil` where nothing was done.
    public var caveat: Caveat? {
        switch outcome {
        case .same: nil
        case .moved(let nanoseconds, let evidence):
            Caveat(
                Self.code(evidence),
                "the markers were moved by \(Self.signed(nanoseconds)): \(Self.sentence(evidence))")
        case .notFound(let events):
            Caveat(
                .syncNotFound,
                "\(Self.list(events)) that sync markers tell of can't be found within "
                    + "\(Self.windowMinutes) minutes of them: they are taken to be on the capture's clock; give --clock-offset"
            )
        case .notLooked:
            Caveat(
                .syncNotFound,
                "sync markers can't be looked up in standard input: they are taken to be on the capture's clock; give a "
                    + "file, or --clock-offset")
        }
    }

    /// The first few events; that there are more is said.
    private static func list(_ events: [NetworkEvent]) -> String {
        let named = events.prefix(3).map(\.description).joined(separator: ", ")
        return events.count > 3 ? "\(named) and \(events.count - 3) more" : named
    }

    private static func code(_ evidence: Evidence) -> Caveat.Code {
        if case .ambiguous = evidence { .syncAmbiguous } else { .markersMoved }
    }

    private static func sentence(_ evidence: Evidence) -> String {
        switch evidence {
        case .given: return "so much was given (--clock-offset)"
        case .event(let event, let line, let uncertainty):
            let exactness =
                uncertainty.map { "the other sync markers agree within \(seconds($0))" }
                ?? "one sync marker doesn't tell how exact that is; set another at the end"
            return "\(event) that the sync marker on line \(line) tells of was captured so much later; \(exactness)"
        case .ambiguous(let event, let line, let others):
            return "the sync marker on line \(line) tells of \(event), and the capture has \(others) more within "
                + "\(windowMinutes) minutes; the first was taken: cause something that happens once, or give --clock-offset"
        }
    }

    /// Nanoseconds as seconds with their sign, such as `-1.500000000 s`.
    public static func signed(_ nanoseconds: Int64) -> String {
        (nanoseconds < 0 ? "-" : "+") + seconds(nanoseconds)
    }

    /// Nanoseconds as seconds without sign, such as `1.500000000 s`.
    public static func seconds(_ nanoseconds: Int64) -> String {
        let digits = String(nanoseconds.magnitude % 1_000_000_000)
        return "\(nanoseconds.magnitude / 1_000_000_000).\(String(repeating: "0", count: 9 - digits.count))\(digits) s"
    }
}
