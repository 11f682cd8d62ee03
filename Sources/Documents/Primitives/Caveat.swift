/// Something a reader must know before trusting a figure.
public struct Caveat: Hashable, Codable, Sendable {
    /// What kind of thing it is.
    public var code: Code
    /// The sentence for a person, in English, with the figures.
    public var message: String
    /// The step it concerns; the whole measurement when absent.
    public var step: String?
    /// How many packets, bytes or steps it concerns, as the code says; absent where a count makes no sense.
    public var count: Int?

    /// A caveat with its sentence.
    public init(_ code: Code, _ message: String, step: String? = nil, count: Int? = nil) {
        self.code = code
        self.message = message
        self.step = step
        self.count = count
    }

    /// Kinds of caveats; unknown ones of later versions survive.
    public struct Code: RawRepresentable, Hashable, Codable, Sendable {
        /// The stable identifier in JSON.
        public var rawValue: String

        /// A code from its identifier.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The capture ends inside a packet or block; what stands before is counted.
        public static let captureCut = Code(rawValue: "captureCut")
        /// The capture breaks a rule of its format; what stands before is counted.
        public static let captureDamaged = Code(rawValue: "captureDamaged")
        /// No packet at all.
        public static let captureEmpty = Code(rawValue: "captureEmpty")
        /// The kernel, interface or a full disk dropped packets: totals are "at least". Counts packets.
        public static let packetsDropped = Code(rawValue: "packetsDropped")
        /// Nothing says whether packets were dropped.
        public static let dropsUnknown = Code(rawValue: "dropsUnknown")
        /// Packets stored shorter than they were; lengths are exact, names may be missing. Counts packets.
        public static let packetsTruncated = Code(rawValue: "packetsTruncated")
        /// Packets whose capture time is not stated fall outside every step. Counts packets.
        public static let packetsWithoutTime = Code(rawValue: "packetsWithoutTime")
        /// Neighbours in the capture stand in another order than they were captured in, milliseconds apart at most. Counts packets.
        public static let packetsDisordered = Code(rawValue: "packetsDisordered")
        /// Capture time runs backwards between neighbours, by more than milliseconds. Counts packets.
        public static let timeBackwards = Code(rawValue: "timeBackwards")
        /// A link type that is not dissected: its packets count as non-IP. Counts packets.
        public static let linkTypeUnknown = Code(rawValue: "linkTypeUnknown")
        /// Records longer than the network can carry: headers were counted once for many packets. Counts packets.
        public static let superPackets = Code(rawValue: "superPackets")
        /// Payload that its receiver acknowledged isn't in the capture: totals are "at least". Counts bytes.
        public static let bytesMissing = Code(rawValue: "bytesMissing")
        /// Packets with more headers one in another than are followed. Counts packets.
        public static let nestedTooDeep = Code(rawValue: "nestedTooDeep")
        /// Packets seen on two interfaces, or in two directions: counted twice, or removed. Counts packets.
        public static let packetsDuplicated = Code(rawValue: "packetsDuplicated")
        /// The packets came on a way on which their loss can't be seen.
        public static let lossUnseen = Code(rawValue: "lossUnseen")
        /// Datagrams to where packets were received that were another sender's, or none of an exporter's records. Counts datagrams.
        public static let datagramsIgnored = Code(rawValue: "datagramsIgnored")
        /// The recording machine slept: what passed meanwhile wasn't seen.
        public static let machineSlept = Code(rawValue: "machineSlept")
        /// The recording machine's clock was set while recording: times before and after don't agree.
        public static let clockStepped = Code(rawValue: "clockStepped")
        /// The recording was interrupted and gone on with: what passed in between wasn't seen.
        public static let recordingResumed = Code(rawValue: "recordingResumed")
        /// More names than the table's limit; hosts of later ones are listed by address. Counts names.
        public static let nameLimit = Code(rawValue: "nameLimit")
        /// Greetings and answers of name resolution over TCP that were given up half read, as too many were read at a time: flows may
        /// lack a name. Counts them.
        public static let greetingLimit = Code(rawValue: "greetingLimit")
        /// Hosts too light to be listed one by one. Counts hosts.
        public static let hostsTogether = Code(rawValue: "hostsTogether")
        /// More flows than the table's limit; later ones are counted as other IP. Counts packets.
        public static let flowLimit = Code(rawValue: "flowLimit")
        /// TCP segments arrived too disordered for exact unique payload. Counts flows.
        public static let reorderLimit = Code(rawValue: "reorderLimit")
        /// The device was told by a rule of thumb, not by evidence.
        public static let deviceGuessed = Code(rawValue: "deviceGuessed")
        /// A step of the journey was never marked.
        public static let stepMissing = Code(rawValue: "stepMissing")
        /// A step saw no traffic.
        public static let stepWithoutTraffic = Code(rawValue: "stepWithoutTraffic")
        /// A step lies partly or wholly outside the capture's time.
        public static let stepOutsideCapture = Code(rawValue: "stepOutsideCapture")
        /// No journey or no markers were given, so that there are no steps.
        public static let noSteps = Code(rawValue: "noSteps")
        /// No journey says which terminal and network were used: a smartphone on Wi-Fi is assumed.
        public static let conditionsAssumed = Code(rawValue: "conditionsAssumed")
        /// The markers were stamped by another clock than the capture's, and moved onto it.
        public static let markersMoved = Code(rawValue: "markersMoved")
        /// The markers were moved by the first of several packets that a sync marker could tell of.
        public static let syncAmbiguous = Code(rawValue: "syncAmbiguous")
        /// What sync markers tell of isn't in the capture: the clocks are taken to agree.
        public static let syncNotFound = Code(rawValue: "syncNotFound")
        /// The steps' starts are sums of durations, and not stamped.
        public static let stepsApproximate = Code(rawValue: "stepsApproximate")
        /// Energy of the device was not measured.
        public static let energyAbsent = Code(rawValue: "energyAbsent")
        /// Energy that was measured is that of a part of the device.
        public static let energyOfPart = Code(rawValue: "energyOfPart")
        /// The readings of energy don't cover a step, or are too few for it.
        public static let energyNotCovered = Code(rawValue: "energyNotCovered")
        /// The readings of energy are of another time than the walk.
        public static let energyOfAnotherTime = Code(rawValue: "energyOfAnotherTime")
        /// Display time was not measured.
        public static let displayTimeAbsent = Code(rawValue: "displayTimeAbsent")
        /// What the device exchanges at rest would be much of what the steps exchanged. Counts bytes.
        public static let restTrafficHeavy = Code(rawValue: "restTrafficHeavy")
        /// A step is so short that the moment at which it was marked decides what is in it.
        public static let stepTooShort = Code(rawValue: "stepTooShort")
        /// Two markers are closer than the capture's clock can tell apart.
        public static let markersTooClose = Code(rawValue: "markersTooClose")
        /// Third parties that the journey doesn't declare and nobody knows. Counts hosts.
        public static let hostsUnexpected = Code(rawValue: "hostsUnexpected")
        /// The journey plans cold and warm runs, and nothing says which these are.
        public static let cacheUnstated = Code(rawValue: "cacheUnstated")
        /// Fewer runs than the journey plans. Counts the missing runs.
        public static let runsTooFew = Code(rawValue: "runsTooFew")
        /// Runs of a step lie further apart than the journey allows.
        public static let spreadTooWide = Code(rawValue: "spreadTooWide")
        /// A run of a step is too far from the others to be one of them. Gives the run's number.
        public static let runOutlying = Code(rawValue: "runOutlying")
        /// The runs are too few for the precision that was chosen. Counts the runs that it takes more.
        public static let moreRunsNeeded = Code(rawValue: "moreRunsNeeded")
    }
}
