/// A DNS message (RFC 1035 § 4), read for the addresses it gives and the names that they belong to.
///
/// Made to be used again for the next message, so that reading allocates nothing once its arrays have grown. Use it as
/// `if message.read(payload, as: .unicast) { for answer in message.answers { … message.names[answer.name] … } }`.
struct DNSMessage: Sendable {
    /// Most records of a message that are read.
    static let mostRecords = 512
    /// Most addresses of a message that are kept; one HTTPS record can have thousands of hints.
    static let mostAddresses = 256

    /// Where a record stands in the message.
    enum Section: Int, Sendable, CaseIterable {
        case answer, authority, additional
    }

    /// An address that the message gives.
    struct Address: Hashable, Sendable {
        var address: IPAddress
        /// The number of the name that the record itself bears.
        var owner: Int
        /// Seconds that it may be kept.
        var timeToLive: UInt32
        var section: Section
        /// Whether it is only a hint in an HTTPS or SVCB record (RFC 9460 § 7.3), and no A or AAAA record.
        var isHint: Bool
    }

    /// A name that another one stands for.
    struct Alias: Hashable, Sendable {
        /// The number of the name that the record bears.
        var owner: Int
        /// The number of the name that it leads to.
        var target: Int
        var timeToLive: UInt32
        /// Whether it is the host that provides a service (RFC 9460 § 2.4), rather than a canonical name (RFC 1035 § 3.3.1).
        var isService: Bool
    }

    /// An address, and the name under which it was looked up.
    struct Answer: Hashable, Sendable {
        /// The number of the name: the one asked for, in Multicast DNS the record's own.
        var name: Int
        var address: IPAddress
        /// Seconds that the answer may be kept: the least on the way from the name to the address.
        var timeToLive: UInt32
    }

    /// Whether it is a response, whole or not.
    private(set) var isResponse = false
    /// What is done: 0 is a question and its answer (RFC 1035 § 4.1.1).
    private(set) var operation: UInt8 = 0
    /// How it went: 0 is well (RFC 1035 § 4.1.1).
    private(set) var responseCode: UInt8 = 0
    /// The number of the first question's name; `nil` if there is no question.
    private(set) var question: Int?
    /// The first question's type.
    private(set) var questionType = DNSRecordType(rawValue: 0)
    /// Whether records were left out: the message breaks off, is broken, or has too many.
    private(set) var isCut = false
    /// All names in it, by number.
    private(set) var names = DNSNames()
    /// All addresses in it, in its order, whosever they are.
    private(set) var addresses: [Address] = []
    /// Which name stands for which other, in its order.
    private(set) var aliases: [Alias] = []
    /// The addresses of the name asked for, each once: an address whose owner isn't reached from the question through aliases isn't
    /// the asked name's, whatever else the message says of it.
    private(set) var answers: [Answer] = []
    /// By name: the least time to live on the way from the question to it; -1 where no way leads.
    private var reach: [Int64] = []

    /// Reads a message.
    ///
    /// ```
    ///  0..1 id   2..3 flags   4..5 questions   6..7 answers   8..9 authority   10..11 additional   12.. questions, records
    ///  flags:     15 response   11..14 operation   0..3 response code
    ///  question:  name   0..1 type   2..3 class
    /// ```
    ///
    /// - Parameters:
    ///   - message: the message, without the length that precedes it in a TCP stream.
    ///   - variant: which protocol it is of.
    /// - Returns: whether its header and its questions are there.
    mutating func read(_ message: RawSpan, as variant: DNSVariant) -> Bool {
        removeAll()
        guard message.byteCount >= 12 else { return false }
        let flags = message.uint16(at: 2)
        isResponse = flags & 0x8000 != 0
        operation = UInt8(flags >> 11 & 0xF)
        responseCode = UInt8(flags & 0xF)
        var position = 12
        for index in 0..<Int(message.uint16(at: 4)) {
            guard let (name, end) = names.read(message, at: position), end + 4 <= message.byteCount else {
                return false
            }
            if index == 0 { (question, questionType) = (name, DNSRecordType(rawValue: message.uint16(at: end))) }
            position = end + 4
        }
        if !readRecords(message, from: position, classMask: variant.classMask) { isCut = true }
        if isResponse, operation == 0, responseCode == 0 {
            if variant == .multicast { announce() } else if let question { answer(question) }
        }
        return true
    }

    private mutating func removeAll() {
        (isResponse, operation, responseCode, isCut) = (false, 0, 0, false)
        (question, questionType) = (nil, DNSRecordType(rawValue: 0))
        names.removeAll()
        addresses.removeAll(keepingCapacity: true)
        aliases.removeAll(keepingCapacity: true)
        answers.removeAll(keepingCapacity: true)
    }

    /// Reads the records of all sections.
    ///
    /// ```
    ///  record:  name   0..1 type   2..3 class   4..7 time to live   8..9 length   10.. data
    /// ```
    ///
    /// - Returns: whether all are there.
    private mutating func readRecords(_ message: RawSpan, from start: Int, classMask: UInt16) -> Bool {
        var position = start
        var count = 0
        for section in Section.allCases {
            for _ in 0..<Int(message.uint16(at: 6 + 2 * section.rawValue)) {
                guard count < Self.mostRecords, let (owner, end) = names.read(message, at: position),
                    end + 10 <= message.byteCount
                else { return false }
                let data = end + 10..<end + 10 + Int(message.uint16(at: end + 8))
                guard data.upperBound <= message.byteCount else { return false }
                // Class 1 is the internet's.
                if message.uint16(at: end + 2) & classMask == 1 {
                    // A time to live with the first bit set is 0 (RFC 2181 § 8).
                    let time = message.uint32(at: end + 4)
                    let record = DNSRecord(
                        type: DNSRecordType(rawValue: message.uint16(at: end)), owner: owner,
                        timeToLive: time >> 31 == 0 ? time : 0, section: section)
                    read(record, data, of: message)
                }
                count += 1
                position = data.upperBound
            }
        }
        return true
    }

    private mutating func read(_ record: DNSRecord, _ data: Range<Int>, of message: RawSpan) {
        switch record.type {
        case .a where data.count == 4, .aaaa where data.count == 16:
            append(Address(record, message.address(at: data), isHint: false))
        case .cname:
            guard let (target, end) = names.read(message, at: data.lowerBound), end <= data.upperBound else { return }
            aliases.append(Alias(record, target: target, isService: false))
        case .svcb, .https:
            readService(record, data, of: message)
        default: break
        }
    }

    /// An SVCB or HTTPS record (see `DNSServiceBinding`).
    private mutating func readService(_ record: DNSRecord, _ data: Range<Int>, of message: RawSpan) {
        guard data.count >= 3, let (target, end) = names.read(message, at: data.lowerBound + 2), end <= data.upperBound,
            DNSServiceBinding.isWhole(message, end..<data.upperBound)
        else { return }
        let isAlias = message.uint16(at: data.lowerBound) == 0
        // The root as target: the owner itself provides the service, or, of an alias, nobody (RFC 9460 § 2.5).
        if !names[target].isEmpty, target != record.owner {
            aliases.append(Alias(record, target: target, isService: !isAlias))
        }
        // Parameters of an alias are ignored (RFC 9460 § 2.4.2).
        if isAlias { return }
        DNSServiceBinding.forEachHint(message, end..<data.upperBound) {
            append(Address(record, $0, isHint: true))
        }
    }

    private mutating func append(_ address: Address) {
        if addresses.count < Self.mostAddresses { addresses.append(address) } else { isCut = true }
    }

    /// Gives every address to the name that its record bears (RFC 6762 § 6).
    private mutating func announce() {
        for address in addresses where address.owner != DNSNames.unknown && !address.isHint {
            answers.append(Answer(name: address.owner, address: address.address, timeToLive: address.timeToLive))
        }
    }

    /// Gives the asked name its addresses: its own, and those of the names that aliases lead to, in the answer section and in the
    /// additional one (RFC 9460 § 4.2).
    private mutating func answer(_ question: Int) {
        guard question != DNSNames.unknown else { return }
        follow(from: question)
        let name = names.host(of: question)
        for found in addresses where found.section != .authority && found.owner != DNSNames.unknown {
            let least = reach[found.owner]
            guard least >= 0 else { continue }
            let answer = Answer(
                name: name, address: found.address, timeToLive: min(UInt32(clamping: least), found.timeToLive))
            // A hint that an A or AAAA record repeats, or that stands in several records.
            if !answers.contains(where: { $0.address == answer.address }) { answers.append(answer) }
        }
    }

    /// Follows the aliases, in whatever order they stand; each name is reached once, so that no circle is walked twice.
    private mutating func follow(from question: Int) {
        reach.removeAll(keepingCapacity: true)
        for _ in 0..<names.count { reach.append(-1) }
        reach[question] = Int64(UInt32.max)
        var isMoving = true
        while isMoving {
            isMoving = false
            for alias in aliases where alias.owner != DNSNames.unknown && alias.target != DNSNames.unknown {
                guard reach[alias.owner] >= 0, reach[alias.target] < 0 else { continue }
                reach[alias.target] = min(reach[alias.owner], Int64(alias.timeToLive))
                isMoving = true
            }
        }
    }
}
