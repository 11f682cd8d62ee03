import Documents

/// Everything a report says in its own words; a language that leaves one out does not compile.
///
/// Labels begin with a capital; what stands inside a phrase does not. Sentences end with a full stop.
protocol Words: PageWords, ComparisonWords, CheckWords, ExplanationWords {
    // MARK: Summary
    /// What the page is, in its window title.
    var report: String { get }
    var contents: String { get }
    var captureWithoutName: String { get }
    var ecoscore: String { get }
    func partialEcoscore(axes: Int) -> String
    /// Said instead of a score where no axis was measured.
    var noEcoscore: String { get }
    func interval(_ low: String, _ high: String) -> String
    func grade(_ letters: String) -> String
    var noGrade: String { get }
    var axisData: String { get }
    var axisEnergy: String { get }
    var axisTime: String { get }
    func outOf100(_ score: String) -> String
    func onPartOfSteps(_ percent: String) -> String
    var notMeasured: String { get }
    var notApplicable: String { get }
    var untrusted: String { get }
    var application: String { get }
    var dataExchanged: String { get }
    func ipBytesExactly(_ figure: String) -> String
    var traffic: String { get }
    /// What a selection left out of the measurement.
    var leftOut: String { get }
    var withoutBackground: String { get }
    /// What the device exchanges at rest.
    var atRest: String { get }
    func atRest(perMinute: String, measured: String, inSteps: String?) -> String
    func upAndDown(_ up: String, _ down: String) -> String
    func packets(_ count: Int, _ figures: Figures) -> String
    func hosts(_ count: Int, _ figures: Figures) -> String
    var walk: String { get }
    func steps(_ count: Int) -> String
    var measuredOn: String { get }
    var device: String { get }
    var network: String { get }
    var quality: String { get }
    var captureTrust: String { get }

    // MARK: Indicators
    var greenhouseGas: String { get }
    var water: String { get }
    var land: String { get }
    /// As in m²·year.
    var year: String { get }
    var part: String { get }
    var partsCaption: String { get }
    var terminalUse: String { get }
    var terminalManufacture: String { get }
    var networkPart: String { get }
    var dataCentre: String { get }
    var total: String { get }
    var rangesExplained: String { get }
    func amountsTo(_ things: String) -> String
    /// The sources of what the totals are compared with.
    var comparedWith: String { get }
    /// How a display time that was told from traffic alone is marked.
    var modelledTimeExplained: String { get }
    func projectedUse(_ step: String, _ measured: String, _ declared: String) -> String
    func inAYear(_ users: String, _ times: String) -> String
    var otherModels: String { get }
    var greenHosting: String { get }
    var notCounted: String { get }
    var sidesTogether: String { get }
    var sidesExplained: String { get }
    var modelledTimeAccepted: String { get }

    // MARK: Steps and hosts
    var step: String { get }
    var stepsCaption: String { get }
    var duration: String { get }
    var up: String { get }
    var down: String { get }
    var ipBytes: String { get }
    var connections: String { get }
    var connectionsShort: String { get }
    var heaviestHost: String { get }
    var energy: String { get }
    var displayTime: String { get }
    var shareOfData: String { get }
    var shareOfDataShort: String { get }
    var score: String { get }
    var stepsTogether: String { get }
    var outsideSteps: String { get }
    var everything: String { get }
    /// The same where a selection left some of the capture out.
    var everythingMeasured: String { get }
    func backgroundLeftOut(_ bytes: String) -> String
    var host: String { get }
    var hostsCaption: String { get }
    /// The same where a selection left some of the capture out.
    var hostsMeasuredCaption: String { get }
    var party: String { get }
    var flows: String { get }
    func otherHosts(_ count: Int, _ figures: Figures) -> String
    /// Rows that share one.
    func others(_ count: Int, _ figures: Figures) -> String
    /// What name resolution and the opening of connections took, each with its share.
    func overhead(resolution: String, opening: String) -> String
    /// Hellos that name no server.
    func namelessHellos(_ count: Int, _ figures: Figures) -> String
    /// Hellos whose name is the outer one of an encrypted hello.
    func encryptedHellos(_ count: Int, _ figures: Figures) -> String
    var notKnown: String { get }
    var otherIP: String { get }
    var nothingOutside: String { get }
    /// Without a full stop: the share follows.
    func outsideExplained(_ bytes: String) -> String
    var outsideCaption: String { get }

    // MARK: Spread between runs
    var runs: String { get }
    var median: String { get }
    var deviation: String { get }
    var deviationShort: String { get }
    var variation: String { get }
    var variationShort: String { get }
    var leastToGreatest: String { get }
    var precision: String { get }
    var runsNeeded: String { get }
    var runsNeededShort: String { get }
    var outliers: String { get }
    func name(of cache: CacheState) -> String
    /// What the figures mean, with the precision and the confidence that were chosen.
    func spreadExplained(_ precision: String, _ confidence: String) -> String

    // MARK: Hot spots, leads, warnings
    var hotSpotsCaption: String { get }
    var weighsIn: String { get }
    var shareOfJourney: String { get }
    var whatMakesItSo: String { get }
    /// A life-cycle part with its share of an impact.
    func mostly(_ part: String, _ share: String) -> String
    /// A duration with its share of the journey's time.
    func lasting(_ duration: String, _ share: String) -> String
    var partiesOfBytes: String { get }
    var purposes: String { get }
    /// What is said of a lead; absent for an identifier that this version doesn't know.
    func lead(_ id: String) -> LeadText?
    func above(_ figure: String, _ threshold: String) -> String
    func serverNames(_ count: String) -> String
    func connectionsBegun(_ count: String) -> String
    func audienceTools(_ count: String) -> String
    /// What the journey's score would gain.
    func points(_ figure: String) -> String
    func criteria(_ list: String) -> String
    func attributed(_ range: String) -> String
    func leadsNotObservable(_ obstacle: Lead.Obstacle?) -> String
    var leadsNotFound: String { get }
    var gainExplained: String { get }
    /// A caveat's sentence; absent where the document's own English message is to be printed.
    func caveat(_ caveat: Caveat, _ figures: Figures) -> String?
    /// What to do about a caveat; absent where its sentence says it, or nothing needs doing.
    func advice(on code: Caveat.Code) -> String?
    var noWarnings: String { get }

    // MARK: What if
    var scenario: String { get }
    var whatIfCaption: String { get }
    var whatIfStepsCaption: String { get }
    var figure: String { get }
    var before: String { get }
    var after: String { get }
    var difference: String { get }
    var bytesBefore: String { get }
    var bytesAfter: String { get }
    var scoreBefore: String { get }
    var scoreAfter: String { get }

    // MARK: Conditions
    var source: String { get }
    var interface: String { get }
    var linkTypes: String { get }
    var filter: String { get }
    var snapLength: String { get }
    var captureTime: String { get }
    func moment(year: String, month: Int, day: Int, clock: String) -> String
    var journey: String { get }
    var deviceToldBy: String { get }
    var volumes: String { get }
    var packetsLabel: String { get }
    var wireBytes: String { get }
    var payloadBytes: String { get }
    var capturedBytes: String { get }
    var truncatedPackets: String { get }
    var framesWithoutIP: String { get }
    var drops: String { get }
    var dropsKernel: String { get }
    var dropsInterface: String { get }
    var dropsFull: String { get }
    var notStated: String { get }
    var measuredWith: String { get }
    var measurementDocument: String { get }
    var factorSet: String { get }
    var replaced: String { get }
    var factorsUsed: String { get }
    var profile: String { get }
    var scoredWith: String { get }
    var method: String { get }
    var methodOfScore: String { get }

    // MARK: Vocabulary of the documents, and punctuation
    func heading(of section: ReportSection.ID) -> String
    func name(of deviceClass: DeviceClass) -> String
    func name(of network: NetworkKind) -> String
    func name(of grade: Quality.Grade) -> String
    func name(of trust: Source.Trust) -> String
    func name(of kind: Source.Kind) -> String
    func name(of rule: Device.Rule) -> String
    func name(of party: Party) -> String
    /// What a host serves for, as it stands in a table: in small letters.
    func name(of purpose: Purpose) -> String
    /// What the bytes serve, as a list of purposes with their shares.
    func purposesOfBytes(_ list: String) -> String
    /// What a device does by itself, as it stands in a table.
    func name(of background: BackgroundCategory) -> String
    func name(of measure: HotSpot.Measure) -> String
    func name(of transport: Transport) -> String
    func heading(by grouping: TrafficGrouping) -> String
    /// A label, the language's colon, a value.
    func labelled(_ label: String, _ value: String) -> String
}

extension Words {
    /// A purpose as documents have it: those known, name resolution, and not known.
    func purpose(_ key: String) -> String {
        if key == Breakdown.unknown { return notKnown }
        return Purpose(rawValue: key).map(name(of:)) ?? (key == Transport.dns.rawValue ? name(of: Transport.dns) : key)
    }

    /// A part of the life cycle.
    func name(of part: Indicator.Part) -> String {
        switch part {
        case .terminalUse: terminalUse
        case .terminalManufacture: terminalManufacture
        case .network: networkPart
        case .dataCentre: dataCentre
        }
    }
}
