import Documents

/// The report in English.
struct EnglishWords: Words {
    let report = "Report"
    let contents = "Contents"
    let captureWithoutName = "Capture without a name"
    let ecoscore = "Écoscore"
    let noEcoscore = "No écoscore: none of its three axes was measured."
    let noGrade = "no grade"
    let axisData = "Data exchanged"
    let axisEnergy = "Energy of the device"
    let axisTime = "Time to display"
    let notMeasured = "not measured"
    let notApplicable = "does not apply"
    let untrusted =
        "This measurement can't be trusted; the warnings below say why. Measure again before you use its figures."
    let application = "Application"
    let dataExchanged = "Data exchanged"
    let traffic = "Traffic"
    let walk = "Walk"
    let measuredOn = "Measured on"
    let device = "Device"
    let network = "Network"
    let quality = "Quality"
    let captureTrust = "Captured at"

    let greenhouseGas = "Greenhouse gas"
    let water = "Water"
    let land = "Land"
    let year = "year"
    let part = "Where"
    let partsCaption = "Where each impact arises: central value [low–high]"
    let terminalUse = "Device, use"
    let terminalManufacture = "Device, manufacture"
    let networkPart = "Network"
    let dataCentre = "Data centre"
    let total = "Total"
    let rangesExplained = """
        Each figure is a central value between a low and a high one, where every factor takes its favourable or its \
        unfavourable end; it is not a confidence interval. No more than two significant digits are shown.
        """

    let step = "Step"
    let stepsCaption = "The steps in the order walked; the last three rows add them up"
    let duration = "Duration"
    let up = "Up"
    let down = "Down"
    let ipBytes = "IP bytes"
    let connections = "Connections"
    let connectionsShort = "Conn."
    let heaviestHost = "Heaviest host"
    let energy = "Energy"
    let displayTime = "Time to display"
    let shareOfData = "Share of data"
    let shareOfDataShort = "Data"
    let score = "Score"
    let stepsTogether = "All steps"
    let outsideSteps = "Outside steps"
    let everything = "Whole capture"
    let everythingMeasured = "All measured"
    let host = "Host"
    let hostsCaption = "All hosts of the capture, heaviest first"
    let hostsMeasuredCaption = "All hosts measured, heaviest first"
    let party = "Party"
    let flows = "Flows"
    let otherIP = "Other IP"
    let nothingOutside = "No packet fell outside the steps."
    let outsideCaption = "Hosts outside the steps, heaviest first"

    let hotSpotsCaption = "Steps that weigh more than their part, heaviest first"
    let weighsIn = "Weighs in"
    let shareOfJourney = "Share of journey"
    let whatMakesItSo = "What makes it so"
    let partiesOfBytes = "Parties"
    let purposes = "Purposes"
    let leadsNotFound = "Looked for and not found"
    let gainExplained = """
        What is attributed to a part of the traffic is not what would be saved without it. Leads overlap: what is attributed \
        to them does not add up.
        """
    let noWarnings = "None."

    let source = "Source"
    let interface = "Interface"
    let linkTypes = "Link types"
    let filter = "Filter"
    let snapLength = "Snap length"
    let captureTime = "Capture time"
    let journey = "Journey"
    let deviceToldBy = "Device told by"
    let volumes = "Volumes"
    let packetsLabel = "Packets"
    let wireBytes = "Wire bytes"
    let payloadBytes = "Payload bytes"
    let capturedBytes = "Captured bytes"
    let truncatedPackets = "Truncated packets"
    let framesWithoutIP = "Frames without IP"
    let drops = "Packets dropped"
    let dropsKernel = "By the kernel"
    let dropsInterface = "By the interface"
    let dropsFull = "For want of space"
    let notStated = "not stated"
    let measuredWith = "Measured with"
    let measurementDocument = "Measurement"
    let factorSet = "Factor set"
    let replaced = "Replaced factors"
    let factorsUsed = "Factors used"
    let profile = "Score profile"
    let scoredWith = "Scored with"
    let method = """
        Data exchanged is counted in IP bytes (IPv4 Total Length, or 40 + IPv6 Payload Length), both ways, so that it \
        does not depend on where the capture was made. A step is the time from its start up to, but not including, its \
        end; a packet belongs to the step that its capture time falls in.
        """
    let methodOfScore = """
        A capture can't see the work of the servers: the data centre's part is attributed by bytes. Figures not \
        measured are modelled, and no axis of the score is guessed from another.
        """

    func partialEcoscore(axes: Int) -> String { "Partial écoscore (\(axes)/3 axes)" }
    func interval(_ low: String, _ high: String) -> String { "interval \(low)–\(high)" }
    func grade(_ letters: String) -> String { "grade \(letters)" }
    func outOf100(_ score: String) -> String { "\(score) out of 100" }
    func onPartOfSteps(_ percent: String) -> String { "measured on \(percent) of the steps" }
    func ipBytesExactly(_ figure: String) -> String { "\(figure) IP bytes" }
    func upAndDown(_ up: String, _ down: String) -> String { "\(up) up, \(down) down" }
    func packets(_ count: Int, _ figures: Figures) -> String {
        "\(figures.exact(count)) \(count == 1 ? "packet" : "packets")"
    }
    func purposesOfBytes(_ list: String) -> String { "Of all bytes, as far as their hosts' purpose is known: \(list)." }

    func hosts(_ count: Int, _ figures: Figures) -> String {
        "\(figures.exact(count)) \(count == 1 ? "host" : "hosts")"
    }
    func steps(_ count: Int) -> String { "\(count) \(count == 1 ? "step" : "steps")" }
    func backgroundLeftOut(_ bytes: String) -> String {
        "Of this, \(bytes) belong to background hosts of the device and are left out of the score."
    }
    func otherHosts(_ count: Int, _ figures: Figures) -> String {
        "\(figures.exact(count)) other \(count == 1 ? "host" : "hosts")"
    }
    func outsideExplained(_ bytes: String) -> String {
        "\(bytes) were captured before, between or after the steps and are in none of their figures"
    }
    func above(_ figure: String, _ threshold: String) -> String { "\(figure), above \(threshold)" }
    func serverNames(_ count: String) -> String { "\(count) server names" }
    func connectionsBegun(_ count: String) -> String { "\(count) connections" }
    func audienceTools(_ count: String) -> String { "\(count) tools of audience measurement" }
    func points(_ figure: String) -> String { "\(figure) points of the score" }
    func mostly(_ part: String, _ share: String) -> String { "\(part) \(share)" }
    func lasting(_ duration: String, _ share: String) -> String { "\(duration), \(share) of the time" }
    func criteria(_ list: String) -> String { "Criteria: \(list)" }
    func leadsNotObservable(_ obstacle: Lead.Obstacle?) -> String {
        switch obstacle {
        case .encrypted: "Can't be seen in encrypted traffic"
        case .namesAbsent: "Can't be judged: the capture shows no server's name"
        case .partiesUndeclared:
            "Can't be judged until the journey names the publisher's own hosts (hosts: first_party)"
        case .timingAbsent: "Can't be judged: a measurement has a total per step, not when in it something was sent"
        case .protocolAbsent: "Can't be judged: the measurement doesn't say which version of HTTP was agreed on"
        case .displayTimeAbsent: "Can't be judged: the time to display wasn't measured on every step"
        case .connectionsAbsent:
            "Can't be judged: this older measurement counts no connections by host; replay the capture"
        case .stepAbsent: "Can't be judged: the journey has no step that could show it"
        case .undeclared: "Can't be measured: the publisher has to say it"
        case nil: "Can't be seen in this capture"
        }
    }
    func attributed(_ range: String) -> String { "Attributed to it: \(range)" }
    func moment(year: String, month: Int, day: Int, clock: String) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return "\(day) \(months[month - 1]) \(year), \(clock) UTC"
    }
    func labelled(_ label: String, _ value: String) -> String { "\(label): \(value)" }
}
