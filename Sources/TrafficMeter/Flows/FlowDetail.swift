/// What only some flows have: fragments, and TCP segments out of turn.
public struct FlowDetail: Sendable {
    /// Packets that are IP fragments.
    public internal(set) var fragments = 0
    /// TCP connections opened one after the other between the same ends; 0 for other protocols, and where no TCP header is whole.
    public internal(set) var connections = 1
    /// The app that its packets are said to be of.
    var app = AppID.none
    /// From A to B.
    public internal(set) var aToB = SegmentTally()
    /// From B to A.
    public internal(set) var bToA = SegmentTally()

    /// One direction.
    subscript(isFromA isFromA: Bool) -> SegmentTally {
        get { isFromA ? aToB : bToA }
        _modify { if isFromA { yield &aToB } else { yield &bToA } }
    }

    /// Segments sent again, both ways.
    public var resentPackets: Int { aToB.resent + bToA.resent }
    /// Keep-alives and their answers, both ways.
    public var keepAlives: Int { aToB.keepAlives + bToA.keepAlives }
    /// Segments that came after later ones, both ways.
    public var outOfOrder: Int { aToB.outOfOrder + bToA.outOfOrder }
    /// Payload that the receiver acknowledged and the capture doesn't have, both ways, in bytes.
    public var missingBytes: Int { aToB.missingBytes + bToA.missingBytes }
    /// TCP segments were too disordered to tell exactly which bytes were sent again.
    public var exceededReorderLimit: Bool { aToB.gaps.exceededLimit || bToA.gaps.exceededLimit }
}

/// TCP segments of one direction that are not simply the next, in packets.
///
/// By sequence numbers alone, without clocks (tcptrace's way): the same capture gives the same figures at any speed.
public struct SegmentTally: Sendable {
    /// Segments of which some byte, SYN or FIN was seen before.
    public internal(set) var resent = 0
    /// Segments of at most one byte just before the next number (RFC 9293 § 3.8.4), and the answers to the other side's.
    public internal(set) var keepAlives = 0
    /// Segments of new bytes below the highest number seen: reordered on the way, or sent again where the first one was
    /// lost before the capture point.
    public internal(set) var outOfOrder = 0
    /// Payload that the other side acknowledged and the capture doesn't have, in bytes: packets were lost in capturing.
    public internal(set) var missingBytes = 0
    /// What is missing so far.
    var gaps = SequenceGaps()
}
