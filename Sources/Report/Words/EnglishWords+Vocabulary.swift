import Documents

extension EnglishWords {
    func heading(of section: ReportSection.ID) -> String {
        switch section {
        case .summary: "Summary"
        case .indicators: "The three indicators"
        case .steps: "The journey, step by step"
        case .spread: "Spread between runs"
        case .timeline: "Timeline"
        case .hosts: "By host"
        case .hotSpots: "Hot spots"
        case .leads: "Leads"
        case .coldWarm: "Cold and warm"
        case .trend: "Budget and trend"
        case .leftOut: "Traffic left out"
        case .warnings: "Warnings"
        case .method: "Method and limits"
        case .annex: "Annex"
        case .groups: "Traffic"
        case .whatIf: "What if"
        }
    }

    func name(of deviceClass: DeviceClass) -> String { deviceClass.rawValue }

    func name(of network: NetworkKind) -> String {
        switch network {
        case .fixed: "fixed line"
        case .wifi: "Wi-Fi"
        case .mobile: "mobile"
        }
    }

    func name(of grade: Quality.Grade) -> String {
        switch grade {
        case .good: "good: nothing speaks against it"
        case .fair: "fair: holds within what the warnings say"
        case .untrusted: "untrusted: the warnings say why"
        }
    }

    func name(of trust: Source.Trust) -> String {
        switch trust {
        case .interface: "an interface that the traffic crosses"
        case .device: "the device itself"
        case .emulator: "the emulator"
        case .pcapdroidRoot: "PCAPdroid on a rooted device"
        case .pcapdroidVPN: "PCAPdroid as a VPN: headers rebuilt on the device, only payload volumes are the network’s"
        case .unstated: "a place that isn't stated"
        }
    }

    func name(of kind: Source.Kind) -> String {
        switch kind {
        case .file: "capture file"
        case .stream: "capture stream"
        }
    }

    func name(of rule: Device.Rule) -> String {
        switch rule {
        case .given: "the tester"
        case .directionFlags: "direction flags of the capture"
        case .interfaceAddresses: "addresses of the capturing interface"
        case .synSender: "the sender of the first SYNs"
        case .sharedEnd: "the end that most flows share"
        case .none: "nothing: there was no flow"
        }
    }

    func name(of party: Party) -> String {
        switch party {
        case .first: "first"
        case .third: "third"
        case .background: "background"
        case .unknown: "unknown"
        }
    }

    func name(of purpose: Purpose) -> String {
        switch purpose {
        case .audienceMeasurement: "audience measurement"
        case .advertising: "advertising"
        case .tagManagement: "tag management"
        case .consent: "consent"
        case .experimentation: "experimentation"
        case .crashReporting: "crash reporting"
        case .performanceMonitoring: "performance monitoring"
        case .push: "notifications"
        case .customerSupport: "customer support"
        case .social: "social network"
        case .video: "video"
        case .maps: "maps"
        case .fonts: "fonts"
        case .cdn: "content delivery"
        case .authentication: "authentication"
        case .payment: "payment"
        case .captcha: "captcha"
        }
    }

    func name(of background: BackgroundCategory) -> String {
        switch background {
        case .systemUpdate: "system update"
        case .appStore: "app store"
        case .push: "notifications"
        case .connectivityCheck: "connectivity check"
        case .time: "time of day"
        case .browser: "the browser itself"
        case .telemetry: "system diagnostics"
        }
    }

    func name(of measure: HotSpot.Measure) -> String {
        switch measure {
        case .data: "data"
        case .energy: "energy"
        case .ghg: "greenhouse gas"
        case .water: "water"
        case .land: "land"
        }
    }

    /// The documents' messages are English already.
    func caveat(_ caveat: Caveat, _ figures: Figures) -> String? { nil }
}
