/// What a generated capture is made of. The same shape gives the same bytes, on every machine.
struct Shape {
    /// Packets in all.
    var packets: Int
    /// Flows in all; each carries the same number of packets.
    var flows: Int
    /// Flows that send by turns.
    var concurrent: Int
    /// Payload of a server's full segment, in bytes.
    var segment: Int
    /// Of 100 flows, how many are datagrams.
    var datagramShare: Int
    /// Of 1000 segments, how many are sent a second time.
    var resentShare = 0

    static let all: [String: Shape] = [
        // A day of an office: 1.5 M packets, 50 000 flows, 1.1 GB.
        "mixed": Shape(
            packets: 1_500_000, flows: 50_000, concurrent: 400, segment: 1380, datagramShare: 20, resentShare: 5),
        // The first one, short: between the two lie the instructions of 192 000 packets.
        "sample-short": Shape(
            packets: 48_000, flows: 1_600, concurrent: 400, segment: 1380, datagramShare: 20, resentShare: 5),
        "sample-long": Shape(
            packets: 240_000, flows: 8_000, concurrent: 400, segment: 1380, datagramShare: 20, resentShare: 5),
        // Acknowledgements, voice, games: 10 M packets of less than 80 bytes.
        "small": Shape(packets: 10_000_000, flows: 20_000, concurrent: 400, segment: 12, datagramShare: 50),
        // A scan, or a backbone: 1 M flows of four packets.
        "flows": Shape(packets: 4_000_000, flows: 1_000_000, concurrent: 4000, segment: 400, datagramShare: 30),
    ]
}
