/// What warnings mean and what to do about them, as `docs/quality.md` lists them (a test compares the two).
extension EnglishWords {
    func warning(_ code: String) -> WarningText? { Self.warnings[code] }

    var warningCodes: [String] { Self.warnings.keys.sorted() }

    private static let warnings: [String: WarningText] = [
        "captureEmpty": WarningText(
            "the capture holds no packet",
            "look at the interface and the filter, and whether the app was used"),
        "captureCut": WarningText(
            "the capture ends inside a packet; what stands before is counted",
            "let the capturing program end by itself; copy the file again"),
        "captureDamaged": WarningText(
            "the capture breaks a rule of its format; what stands before is counted",
            "copy the file again, in binary mode; adb exec-out rather than shell"),
        "packetsDropped": WarningText(
            "the kernel, the interface or a full disk dropped packets: all totals are \"at least\"",
            "close what loads the machine, set a filter, record to a faster disk"),
        "bytesMissing": WarningText(
            "bytes that their receiver acknowledged aren't in the capture: totals are \"at least\"",
            "as for dropped packets; see that all traffic crosses the interface"),
        "dropsUnknown": WarningText(
            "the capture doesn't say whether packets were dropped",
            "record with ecoproxy record, or into pcapng"),
        "lossUnseen": WarningText(
            "packets came by datagrams: what was lost on the way isn't seen",
            "take PCAPdroid's TCP exporter if it matters"),
        "machineSlept": WarningText(
            "the computer slept while it recorded: what passed meanwhile isn't there",
            "keep it awake, and walk the step again"),
        "clockStepped": WarningText(
            "the computer's clock was set while it recorded: steps and packets may not fit around that moment",
            "walk the step again"),
        "recordingResumed": WarningText(
            "the recording was interrupted and gone on with: what passed in between isn't there",
            "nothing, if the step was walked again"),
        "packetsTruncated": WarningText(
            "packets are stored without their end; lengths are exact, names may be missing",
            "nothing; a larger snap length if names are missing"),
        "packetsWithoutTime": WarningText(
            "packets without a time are in no step",
            "capture into another format"),
        "packetsDisordered": WarningText(
            "neighbours are stored in another order than captured, milliseconds apart at most",
            "nothing"),
        "timeBackwards": WarningText(
            "the capture's clock goes back",
            "stop what sets the clock while recording (NTP, a sleeping laptop), and measure again"),
        "linkTypeUnknown": WarningText(
            "packets of a link type that isn't dissected count as non-IP",
            "capture on another interface"),
        "superPackets": WarningText(
            "records longer than the network carries: headers were counted once for many packets",
            "turn offloads off as ecoproxy doctor says"),
        "nestedTooDeep": WarningText(
            "packets with more headers one in another than are followed",
            "count the outer packets: --view outer"),
        "packetsDuplicated": WarningText(
            "packets were captured at two points",
            "capture on one interface; --duplicates remove counts them once"),
        "deviceGuessed": WarningText(
            "the device was told by a rule of thumb",
            "name it: --device-address"),
        "greetingLimit": WarningText(
            "greetings, or DNS answers over TCP, were given up half read, as more than 2048 were read at a time: their flows may have no name from it",
            "look for what opens so many connections at a time"),
        "datagramsIgnored": WarningText(
            "datagrams came to the address that are another sender's, or none of PCAPdroid's records: not counted",
            "end what else sends there, or choose another port"),
        "nameLimit": WarningText(
            "more host names than are kept: later ones are listed by address",
            "--max-names"),
        "flowLimit": WarningText(
            "more flows than are kept: later ones count as other IP",
            "--max-flows"),
        "hostsTogether": WarningText(
            "hosts too light to be listed one by one",
            "nothing; --flows has them all"),
        "reorderLimit": WarningText(
            "flows too disordered for exact unique payload",
            "nothing; IP bytes are exact"),
        "noSteps": WarningText(
            "neither journey nor markers: all traffic is outside steps",
            "give both"),
        "conditionsAssumed": WarningText(
            "no journey says which terminal and network were used",
            "give a journey"),
        "stepMissing": WarningText(
            "a step of the journey was never marked",
            "walk it again, or take it out of the journey"),
        "stepWithoutTraffic": WarningText(
            "a step saw no packet",
            "look whether the capture was running, and whether the clocks agree"),
        "stepOutsideCapture": WarningText(
            "a step lies outside the capture's time",
            "set the clocks right: the markers' and the capture's"),
        "stepsApproximate": WarningText(
            "the steps' starts are sums of durations, and not stamped",
            "give a file that stamps each step ([markers](markers.md))"),
        "markersMoved": WarningText(
            "the markers were stamped by another clock than the capture's, and moved onto it",
            "nothing"),
        "syncAmbiguous": WarningText(
            "the markers were moved by the first of several packets that a sync marker could tell of",
            "say it: --clock-offset"),
        "syncNotFound": WarningText(
            "what sync markers tell of isn't in the capture: the clocks are taken to agree",
            "say it: --clock-offset"),
        "stepTooShort": WarningText(
            "a step lasts less than a second: the moment of the marker decides what is in it",
            "join it with its neighbour, or wait until the app is quiet"),
        "markersTooClose": WarningText(
            "the markers around a step are closer than the capture's clock tells apart",
            "mark each step as it begins; capture with finer times"),
        "restTrafficHeavy": WarningText(
            "at rest the device would exchange more than a tenth of what the steps exchanged (--baseline, or a step of type baseline)",
            "close other apps, stop synchronisation and updates, measure again"),
        "hostsUnexpected": WarningText(
            "third parties that the journey doesn't declare, and of which no operator is known; only where it declares first_party",
            "declare those that are yours or the device's; close other apps if they are neither"),
        "energyAbsent": WarningText(
            "energy was not measured (said by the Score)",
            "--energy"),
        "displayTimeAbsent": WarningText(
            "display time was not measured (said by the Score)",
            "displayed markers, --display"),
        "energyOfPart": WarningText(
            "the energy is that of a part of the device",
            "measure the whole device"),
        "energyNotCovered": WarningText(
            "the readings of energy don't cover a step, or are too few for it",
            "read more often, from before the walk until after it"),
        "energyOfAnotherTime": WarningText(
            "the readings of energy are of another time than the walk",
            "--energy-offset"),
        "cacheUnstated": WarningText(
            "the journey plans cold and warm runs (runs), and nothing says which these are",
            "say it when recording"),
        "runsTooFew": WarningText(
            "fewer runs than the journey plans",
            "walk it again; or score the runs' measurements together"),
        "spreadTooWide": WarningText(
            "the bytes of a step's runs lie further apart than max_spread",
            "find what differs: content, caches, network"),
        "runOutlying": WarningText(
            "a run's bytes are an outlier",
            "find out why, or walk it again; it is never left out by itself"),
        "moreRunsNeeded": WarningText(
            "the runs are too few for the precision that was chosen",
            "as many runs more, or a wider --precision"),
    ]
}
