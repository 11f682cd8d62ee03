/// Makes a pcap file of a shape, piece by piece.
struct Generator {
    private let shape: Shape
    private var dice = Dice(seed: 2026)
    private var flows: [(flow: SyntheticFlow, left: Int)] = []
    private var opened = 0
    private var packet = 0
    private var frame = Frame()
    private var buffer: [UInt8] = []

    init(shape: Shape) {
        self.shape = shape
        // Magic, version 2.4, time zone, accuracy, snap length, Ethernet (draft-ietf-opsawg-pcap § 4).
        for field: UInt32 in [0xA1B2_C3D4, 0x0004_0002, 0, 0, 262_144, 1] { append(field) }
        for _ in 0..<shape.concurrent { flows.append(open()) }
    }

    /// About a MiB of the file; `nil` after its end.
    mutating func next() -> [UInt8]? {
        while packet < shape.packets, buffer.count < 1 << 20 { emit() }
        defer { buffer.removeAll(keepingCapacity: true) }
        return buffer.isEmpty ? nil : buffer
    }

    private mutating func emit() {
        let index = dice.below(flows.count)
        flows[index].flow.emit(into: &frame, shape, &dice)
        flows[index].left -= 1
        if flows[index].left == 0 {
            if opened < shape.flows { flows[index] = open() } else { flows.remove(at: index) }
        }
        // 20 000 packets a second from 2026-01-01 on.
        append(UInt32(1_767_225_600 + packet / 20_000))
        append(UInt32(packet % 20_000 * 50))
        append(UInt32(frame.bytes.count))
        append(UInt32(frame.bytes.count))
        buffer += frame.bytes
        packet += 1
    }

    private mutating func open() -> (flow: SyntheticFlow, left: Int) {
        opened += 1
        return (SyntheticFlow(number: opened, shape: shape, dice: &dice), shape.packets / shape.flows)
    }

    private mutating func append(_ value: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) { buffer.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
    }
}
