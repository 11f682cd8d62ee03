import Documents
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct AddressNamesTests {
    private static let server = IPAddress(ipv4: 0xC633_6401)
    private static let phone = IPAddress(ipv4: 0xC000_0201)
    private static let laptop = IPAddress(ipv4: 0xC000_0202)
    private static let first = NameID(index: 1)
    private static let second = NameID(index: 2)

    private static func at(_ seconds: Int) -> Timestamp { Timestamp(nanoseconds: Int64(seconds) * 1_000_000_000) }

    /// What is told of the server to a flow of the phone at a second.
    private static func told(_ names: AddressNames, at second: Int?) -> Resolution {
        names.lookup(server, client: phone, at: second.map(Self.at))
    }

    private static func learn(
        _ names: inout AddressNames, _ name: NameID, by client: IPAddress? = phone, at second: Int?,
        timeToLive: UInt32 = 60
    ) {
        names.learn(name, for: server, askedBy: client, at: second.map(Self.at), timeToLive: timeToLive)
    }

    @Test("the latest answer of the client itself comes before anybody's later one")
    func own() {
        var names = AddressNames(limit: 10)
        #expect(Self.told(names, at: 0) == .unknown)
        Self.learn(&names, Self.first, at: 100)
        Self.learn(&names, Self.second, by: Self.laptop, at: 110)
        #expect(Self.told(names, at: 120) == .asked(Self.first))
        #expect(names.lookup(Self.server, client: Self.laptop, at: Self.at(120)) == .asked(Self.second))
        #expect(names.lookup(Self.server, client: Self.server, at: Self.at(120)) == .heard(Self.second))
        #expect(names.lookup(Self.phone, client: Self.server, at: Self.at(120)) == .unknown)
    }

    @Test("an answer for anyone is heard, not asked")
    func announced() {
        var names = AddressNames(limit: 10)
        Self.learn(&names, Self.first, by: nil, at: 100)
        #expect(Self.told(names, at: 100) == .heard(Self.first))
    }

    @Test("an answer counts for its time to live and an hour, and is a stale candidate after it")
    func age() {
        var names = AddressNames(limit: 10)
        Self.learn(&names, Self.first, at: 100, timeToLive: 60)
        #expect(Self.told(names, at: 100 + 60 + 3600) == .asked(Self.first))
        #expect(Self.told(names, at: 100 + 60 + 3601) == .stale(Self.first))
        #expect(Self.told(names, at: 100 + 60 + 3601).name == .none)
        #expect(Self.told(names, at: 100 + 60 + 3601).candidate == Self.first)
        // Somebody else's fresh answer is better than the client's stale one.
        Self.learn(&names, Self.second, by: Self.laptop, at: 5000)
        #expect(Self.told(names, at: 5001) == .heard(Self.second))
        // An older answer may outlive a later one.
        Self.learn(&names, Self.first, at: 5000, timeToLive: 100_000)
        Self.learn(&names, Self.second, at: 5001, timeToLive: 0)
        #expect(Self.told(names, at: 5002) == .asked(Self.second))
        #expect(Self.told(names, at: 50_000) == .asked(Self.first))
    }

    @Test("the longest time to live and times far apart are no overflow")
    func extremes() {
        var names = AddressNames(limit: 10)
        names.learn(
            Self.first, for: Self.server, askedBy: Self.phone, at: Timestamp(nanoseconds: .min + 1), timeToLive: .max)
        #expect(names.lookup(Self.server, client: Self.phone, at: Timestamp(nanoseconds: .max)) == .stale(Self.first))
    }

    @Test("an answer captured after the flow by its time is a candidate only")
    func later() {
        var names = AddressNames(limit: 10)
        Self.learn(&names, Self.first, at: 100)
        #expect(Self.told(names, at: 99) == .later(Self.first))
        Self.learn(&names, Self.second, at: 50)
        #expect(Self.told(names, at: 99) == .asked(Self.second))
        #expect(Self.told(names, at: 10) == .later(Self.second))
    }

    @Test("without a time, an answer or a flow is of the right one")
    func timeless() {
        var names = AddressNames(limit: 10)
        Self.learn(&names, Self.first, at: nil)
        #expect(Self.told(names, at: 7) == .asked(Self.first))
        Self.learn(&names, Self.second, at: 100)
        #expect(Self.told(names, at: nil) == .asked(Self.second))
        #expect(Self.told(names, at: 7) == .asked(Self.first))
    }

    @Test("of more names than an address may have, those not seen for longest are forgotten")
    func many() {
        var names = AddressNames(limit: 100)
        for index in 0..<20 { Self.learn(&names, NameID(index: Int32(index)), at: index) }
        Self.learn(&names, NameID(index: 5), at: 20)
        #expect(names.candidates(for: Self.server).map(\.index) == [5] + (6..<20).reversed() + [4])
        #expect(names.turnedAway == 0)
    }

    @Test("beyond the limit answers are turned away and counted, and what is known stays known")
    func limit() {
        var names = AddressNames(limit: 5)
        for index in 0..<8 {
            names.learn(
                Self.first, for: IPAddress(ipv4: UInt32(index)), askedBy: Self.phone, at: Self.at(1), timeToLive: 1)
        }
        #expect(names.turnedAway == 3)
        for index in 0..<8 {
            let told = names.lookup(IPAddress(ipv4: UInt32(index)), client: Self.phone, at: Self.at(1))
            #expect(told == (index < 5 ? .asked(Self.first) : .unknown))
        }
        // A known address still learns, if need be at the cost of its own oldest name.
        for index in 0..<40 {
            let name = NameID(index: Int32(index))
            names.learn(name, for: IPAddress(ipv4: 3), askedBy: Self.phone, at: Self.at(2), timeToLive: 1)
        }
        let told = names.lookup(IPAddress(ipv4: 3), client: Self.phone, at: Self.at(2))
        #expect(told == .asked(NameID(index: 39)))
    }

    @Test("IPv4 and IPv6 addresses of the same bits are two")
    func families() {
        var names = AddressNames(limit: 5)
        names.learn(Self.first, for: IPAddress(ipv4: 1), askedBy: nil, at: nil, timeToLive: 1)
        #expect(names.lookup(IPAddress(high: 0, low: 1), client: Self.phone, at: nil) == .unknown)
    }

    @Test("random answers and questions give what a naive list of all answers gives", arguments: 1...8)
    func model(_ seed: UInt64) {
        var dice = SeededGenerator(seed: seed)
        var names = AddressNames(limit: 5000)
        var model = NaiveNames()
        var clock = 0
        // Few of everything, so that all meet; the first seeds have many addresses, so that the tables grow.
        let servers = seed < 4 ? 900 : 6
        for _ in 0..<3000 {
            clock += Int.random(in: -40...120, using: &dice)
            let time = Int.random(in: 0..<20, using: &dice) == 0 ? nil : Self.at(clock)
            let server = IPAddress(ipv4: 100 + UInt32.random(in: 0..<UInt32(servers), using: &dice))
            let client = IPAddress(ipv4: UInt32.random(in: 0..<4, using: &dice))
            if Bool.random(using: &dice) {
                let name = NameID(index: Int32.random(in: 0..<24, using: &dice))
                let asker = client == IPAddress(ipv4: 0) ? nil : client
                let timeToLive = UInt32.random(in: 0..<2000, using: &dice)
                names.learn(name, for: server, askedBy: asker, at: time, timeToLive: timeToLive)
                model.learn(name, for: server, askedBy: asker, at: time, timeToLive: timeToLive)
            } else {
                #expect(
                    names.lookup(server, client: client, at: time) == model.lookup(server, client: client, at: time))
                #expect(
                    names.candidates(for: server, client: client) == model.candidates(for: server, client: client))
            }
        }
        #expect(names.turnedAway == 0)
    }
}

/// All answers in a list, looked through from the latest to the first.
private struct NaiveNames {
    private struct Answer {
        var name: NameID
        var server: IPAddress
        var client: IPAddress?
        var time: Timestamp?
        var timeToLive: UInt32
    }

    private var answers: [Answer] = []

    mutating func learn(
        _ name: NameID, for server: IPAddress, askedBy client: IPAddress?, at time: Timestamp?, timeToLive: UInt32
    ) {
        answers.append(Answer(name: name, server: server, client: client, time: time, timeToLive: timeToLive))
    }

    /// The latest answer of each name, the latest first, sixteen of them; a client's own, or anybody's.
    private func latest(_ server: IPAddress, _ client: IPAddress?) -> [Answer] {
        var found: [Answer] = []
        for answer in answers.reversed() where answer.server == server && (client == nil || answer.client == client) {
            if !found.contains(where: { $0.name == answer.name }) { found.append(answer) }
        }
        return Array(found.prefix(16))
    }

    func lookup(_ server: IPAddress, client: IPAddress, at time: Timestamp?) -> Resolution {
        let (own, any) = (latest(server, client), latest(server, nil))
        func isLater(_ answer: Answer) -> Bool {
            guard let time, let learned = answer.time else { return false }
            return learned > time
        }
        func isFresh(_ answer: Answer) -> Bool {
            guard let time, let learned = answer.time else { return true }
            return !isLater(answer) && time.seconds(since: learned) <= Double(answer.timeToLive) + 3600
        }
        if let found = own.first(where: isFresh) { return .asked(found.name) }
        if let found = any.first(where: isFresh) { return .heard(found.name) }
        if let found = own.first(where: isLater) ?? any.first(where: isLater) { return .later(found.name) }
        return (own.first ?? any.first).map { .stale($0.name) } ?? .unknown
    }

    func candidates(for server: IPAddress, client: IPAddress) -> [NameID] {
        (latest(server, client) + latest(server, nil)).map(\.name).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }
}
