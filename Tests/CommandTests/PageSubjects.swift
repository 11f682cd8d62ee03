import Documents
import Foundation
import TestSupport

/// Documents whose pages are looked at: plain ones, and such as someone might make who wants a page to break.
enum PageSubjects {
    static let hostileNames = [
        "<img src=x onerror=alert(1)>.test", String(repeating: "a", count: 300) + ".test", "مثال.إختبار", "דוגמה.test",
        "🏥🏥🏥.test", "\u{202E}gnp.exe.test", "a\u{301}\u{301}\u{301}\u{301}.test", "&lt;b&gt;.test",
        String(repeating: "label.", count: 50) + "test", "-->]]><!--.test", "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字.test",
    ]

    /// The demonstration's Measurement, replayed.
    static func demo(_ folder: TemporaryFolder) throws -> JourneyMeasurement {
        let bundle = try folder.demoBundle("demo-source")
        let replayed = try Ecoproxy.run("replay", bundle, "--json")
        return try JourneyMeasurement(json: replayed.output)
    }

    /// With bytes over time: two seconds of each step, by party, with a lull.
    static func withTimeline(_ measurement: JourneyMeasurement) -> JourneyMeasurement {
        var measurement = measurement
        guard let first = measurement.totals.first, let last = measurement.totals.last else { return measurement }
        let bins = Int(last.seconds(since: first) / 0.25) + 1
        func series(_ party: Party?, _ up: Int, _ down: Int) -> TrafficTimeline.Series {
            let wave = (0..<bins).map { $0 % 12 < 7 ? $0 % 7 + 1 : 0 }
            return TrafficTimeline.Series(party: party, up: wave.map { $0 * up }, down: wave.map { $0 * down })
        }
        measurement.timeline = TrafficTimeline(
            start: first, binSeconds: 0.25,
            series: [
                series(.first, 200, 9000), series(.third, 400, 21_000), series(.background, 20, 700),
                series(.unknown, 5, 90), series(nil, 1, 8),
            ])
        return measurement
    }

    /// Names that hope to be markup, or to be wider than any page, wherever a document has a name.
    static func hostile(_ measurement: JourneyMeasurement) -> JourneyMeasurement {
        var measurement = withTimeline(measurement)
        let hosts = hostileNames.enumerated().map { index, name in
            host(name, Party.allCases[index % Party.allCases.count], bytes: 90_000 / (index + 1))
        }
        measurement.hosts = hosts
        for index in measurement.steps.indices {
            measurement.steps[index].hosts = hosts
            measurement.steps[index].traffic = traffic(hosts)
            measurement.steps[index].title = LocalizedText(hostileNames[index % hostileNames.count])
        }
        measurement.outside.hosts = hosts
        measurement.journey?.title = LocalizedText(hostileNames[1] + hostileNames[0])
        measurement.journey?.application = hostileNames[1]
        measurement.journey?.version = hostileNames[0]
        measurement.device.os = hostileNames[1]
        measurement.device.label = hostileNames[2]
        measurement.sources[0].file = hostileNames[1]
        measurement.sources[0].filter = hostileNames[8]
        measurement.quality.warnings += [Caveat(.captureCut, hostileNames[1], step: measurement.steps[0].id)]
        return measurement
    }

    /// Five hundred hosts and forty steps.
    static func large(_ measurement: JourneyMeasurement) -> JourneyMeasurement {
        var measurement = withTimeline(measurement)
        let hosts = (0..<500).map { index in
            host("host-\(index).example", Party.allCases[index % 4], bytes: 2_000_000 / (index + 1))
        }
        let (model, start) = (measurement.steps[0], measurement.steps[0].start)
        measurement.hosts = hosts
        measurement.steps = (0..<40).map { index in
            var step = model
            step.id = "step-\(index)"
            step.title = LocalizedText("Step number \(index), with a title of some length")
            step.start = start.adding(seconds: Int64(index))
            step.end = start.adding(seconds: Int64(index + 1))
            step.seconds = 1
            step.hosts = Array(hosts.dropFirst(index).prefix(30))
            step.traffic = traffic(step.hosts)
            return step
        }
        return measurement
    }

    /// A score of which every figure is as great as a document can have it.
    static func extreme(_ score: Data) throws -> Data {
        let text = String(decoding: score, as: UTF8.self)
        return Data(text.replacing(/: -?\d+\.\d+(e-?\d+)?/, with: ": 1e308").utf8)
    }

    /// One step alone.
    static func oneStep(_ measurement: JourneyMeasurement) -> JourneyMeasurement {
        var measurement = withTimeline(measurement)
        measurement.steps = Array(measurement.steps.prefix(1))
        return measurement
    }

    private static func traffic(_ hosts: [HostTraffic]) -> Traffic { hosts.reduce(into: .zero) { $0 += $1.traffic } }

    private static func host(_ name: String, _ party: Party, bytes: Int) -> HostTraffic {
        let counts = TrafficCounts(packets: bytes / 1000 + 1, wireBytes: bytes, ipBytes: bytes, payloadBytes: bytes)
        return HostTraffic(
            name: name, nameSource: .sni, party: party, purpose: "fonts", traffic: Traffic(up: counts, down: counts),
            flows: 3)
    }
}
