public import Documents
import FoundationEssentials

/// A run to be handed over: its documents, and its flows where they are known.
public struct ExportedRun: Sendable {
    /// What was measured.
    public var measurement: JourneyMeasurement
    /// What follows from it; absent where no step was walked.
    public var score: JourneyScore?
    /// The flows behind it; absent where there is no capture to replay.
    public var flows: FlowList?

    /// A run from its documents.
    public init(measurement: JourneyMeasurement, score: JourneyScore?, flows: FlowList? = nil) {
        (self.measurement, self.score, self.flows) = (measurement, score, flows)
    }
}

/// Both documents of a run in one: what a program takes that reads one file.
///
/// JSON Schema: `docs/formats/export.schema.json`.
public struct DocumentPair: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.export/1" }

    /// Always `ecoproxy.export/1`.
    public var schema = Self.schemaIdentifier
    /// What was measured.
    public var measurement: JourneyMeasurement
    /// What follows from it; absent where no step was walked.
    public var score: JourneyScore?

    /// Both documents of a run.
    public init(_ run: ExportedRun) {
        (measurement, score) = (run.measurement, run.score)
    }
}

extension JourneyMeasurement {
    /// Everything by section: what was outside the steps (`nil`), then the steps in the order walked.
    var sections: [(step: Step?, section: Section)] {
        [(nil, outside)]
            + steps.map { step in
                (
                    step,
                    Section(traffic: step.traffic, hosts: step.hosts, otherIP: step.otherIP, nonIP: step.nonIP)
                )
            }
    }

    /// A name for the run: its journey, else its first file.
    var exportedName: String { journey?.id ?? sources.first?.file ?? "capture" }
}

/// JSON on one line, keys sorted: what other tools' formats are written in.
enum PlainJSON {
    static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
