/// Builds DNS messages byte by byte, as RFC 1035 § 4 draws them.
public enum DNSBuilder {
    /// A name without compression: `www.example` as labels and the root.
    public static func name(_ text: String) -> [UInt8] {
        text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    /// A question of class internet.
    public static func question(_ name: String, type: Int = 1) -> [UInt8] {
        self.name(name) + PacketBuilder.uint16(type) + [0, 1]
    }

    /// A record.
    public static func record(
        _ owner: [UInt8], type: Int, class number: Int = 1, timeToLive: Int = 60, _ data: [UInt8]
    ) -> [UInt8] {
        owner + PacketBuilder.uint16(type) + PacketBuilder.uint16(number) + PacketBuilder.uint32(timeToLive)
            + PacketBuilder.uint16(data.count) + data
    }

    /// A record of a name, without compression.
    public static func record(
        _ owner: String, type: Int, class number: Int = 1, timeToLive: Int = 60, _ data: [UInt8]
    ) -> [UInt8] {
        record(name(owner), type: type, class: number, timeToLive: timeToLive, data)
    }

    /// A message: a response without error unless the flags say otherwise.
    public static func message(
        flags: Int = 0x8180, questions: [[UInt8]] = [], answers: [[UInt8]] = [], authority: [[UInt8]] = [],
        additional: [[UInt8]] = []
    ) -> [UInt8] {
        let sections = [questions, answers, authority, additional]
        return PacketBuilder.uint16(7) + PacketBuilder.uint16(flags)
            + sections.flatMap { PacketBuilder.uint16($0.count) } + sections.joined().flatMap { $0 }
    }
}
