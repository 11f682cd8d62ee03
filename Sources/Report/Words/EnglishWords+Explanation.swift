import Documents

extension EnglishWords {
    var termIDs: [String] { ExplainedTerm.allCases.map(\.rawValue) }

    func term(_ id: String) -> TermText? {
        switch ExplainedTerm(rawValue: id) {
        case .wireBytes:
            TermText(
                wireBytes,
                "Bytes of each packet on the link, with link header, padding and trailer, however much of it was stored."
            )
        case .ipBytes: TermText(ipBytes, method)
        case .payloadBytes:
            TermText(payloadBytes, "Bytes that TCP or UDP carries, without any header, as often as they were sent.")
        case .uniquePayloadBytes:
            TermText(
                "Unique payload bytes",
                "TCP payload counted once per sequence number: payload less this was sent again.")
        case .flow:
            TermText(
                "Flow",
                "What two ends (address and port) exchanged with one transport protocol, over the whole capture.")
        case .connections: TermText(connections, "Flows whose first packet fell in the step.")
        case .step:
            TermText(
                step,
                "The time from a step’s start up to, but not including, its end; a packet belongs to the step that its capture time falls in."
            )
        case .outside:
            TermText(outsideSteps, "Traffic before, between or after the steps: shown, and in none of their figures.")
        case .party:
            TermText(
                party,
                "Whose a host is: first (the publisher’s, as the journey declares it), third (another’s), background (the device’s own), or unknown."
            )
        case .hotSpot:
            TermText(
                "Hot spot", "A step that weighs more than a multiple of the mean share in data, energy or an indicator."
            )
        case .grade:
            TermText("Grade", "The letter of the unrounded écoscore: the first whose cut-off it lies above, else G.")
        case .quality:
            TermText(quality, "How far a measurement can be trusted: good, fair or untrusted, as its warnings say.")
        case .opening:
            TermText(
                "Opening of connections",
                "IP bytes of TLS and QUIC connections before the client’s first data: hellos and certificates.")
        case nil: nil
        }
    }

    func meaning(_ kind: Explanation.Kind, _ id: String) -> String? {
        switch (kind, id) {
        case (.indicator, "ghg"):
            "Gas that warms the climate, as the mass of CO₂ that warms as much in 100 years, over the life cycle of device, network and data centre."
        case (.indicator, "water"):
            "Fresh water consumed: evaporated to make electricity, to cool data centres, and to make the device. Making networks and data centres isn’t counted: no source was found."
        case (.indicator, "land"):
            "Land occupied, as an area times how long, to make electricity and the device. Making networks and data centres isn’t counted: no source was found."
        case (.score, _):
            "0 to 100, the mean of the axes that apply; where one wasn’t measured it is partial, and has an interval. Steps that the journey marks as critical weigh more."
        case (.axis, "data"):
            "IP bytes of each step on a curve: 90 points at p10, 50 at the median (log-normal). Pause and media steps count per so many seconds."
        case (.axis, "energy"):
            "Mean power of each step over that at rest, on a curve: 90 points at p10, 50 at the median (log-normal). Measured only, never modelled."
        case (.axis, "time"):
            "Seconds until each step’s screen is displayed, on a curve: 90 points at p10, 50 at the median (log-normal). Measured only, unless asked otherwise."
        default: nil
        }
    }

    func otherNames(_ kind: Explanation.Kind, _ id: String) -> [String] {
        switch (kind, id) {
        case (.indicator, "ghg"): ["carbon", "co2", "co2e", "greenhouse gases", "emissions", "gwp"]
        case (.indicator, "land"): ["land use", "soil"]
        case (.score, _): ["score"]
        case (.axis, "data"): ["data", "bytes"]
        case (.axis, "time"): ["display time"]
        case (.term, "grade"): ["letter", "A", "B", "C", "D", "E", "F", "G"]
        case (.term, "party"): ["third party", "third parties", "first party"]
        default: []
        }
    }

    func meaning(ofSymbol symbol: String) -> String? {
        switch symbol {
        case "E": "energy of the device that was measured, in kWh"
        case "t′": "time in which it wasn’t measured, in h: a typical power stands in"
        case "t": "time that the device was in use, in h"
        case "B": "data exchanged: IP bytes both ways without the device’s background, in GB of 10⁹"
        default: nil
        }
    }

    func name(ofFigure id: String) -> String {
        switch id {
        case "above": "found above"
        case "stronglyAbove": "strongly above"
        case "toolsAbove": "tools of audience measurement above"
        case "afterSeconds": "after a rest of"
        case "criticalWeight": "weight of a critical step"
        case "otherWeight": "weight of another step"
        default: id.count == 1 ? "\(id) above" : id
        }
    }

    func heading(of kind: Explanation.Kind) -> String {
        switch kind {
        case .indicator: "Indicators"
        case .score: "Score"
        case .axis: "Axes of the score"
        case .factor: "Factors"
        case .lead: "Leads"
        case .warning: "Warnings"
        case .term: "Words"
        }
    }

    var formula: String { "Formula" }
    var withItsNumbers: String { "With this run’s numbers (low – central – high)" }
    var valuesOfRun: String { "In this score (low – central – high; the amounts stand in its measurement)" }
    var factorsInIt: String { "Factors in it (low – central – high)" }
    var whatToDo: String { "What to do" }
    var criteriaLabel: String { "Criteria" }
    var meanOfAxes: String { "the mean of the axes that apply" }
    var weightedMean: String { "sum of weight × points ÷ sum of weights" }
    var crosswise: String {
        "Low, central and high take every factor at that end; what is divided by, at the other end."
    }
    var weight: String { "Weight" }
    var pointsLabel: String { "Points" }
    var walkNumber: String { "Walk" }
    var listingHint: String {
        "Everything on one of them: ecoproxy explain NAME; with a run’s own numbers: ecoproxy explain ghg RUN"
    }
}
