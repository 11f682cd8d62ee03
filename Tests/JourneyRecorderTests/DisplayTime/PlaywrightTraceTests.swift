import Documents
import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct PlaywrightTraceTests {
    private static let context =
        #"{"version":9,"type":"context-options","wallTime":1772442000000,"monotonicTime":5000.5}"#

    private static func before(_ id: String, _ time: Double, parent: String? = nil, method: String = "test.step")
        -> String
    {
        #"{"type":"before","callId":"\#(id)","#
            + (parent.map { #""parentId":"\#($0)","# } ?? "")
            + #""startTime":\#(time),"class":"Test","method":"\#(method)","title":"t"}"#
    }

    private static func after(_ id: String, _ time: Double) -> String {
        #"{"type":"after","callId":"\#(id)","endTime":\#(time)}"#
    }

    private static func intervals(_ lines: [String]) throws(DisplayFileError) -> [DisplayInterval] {
        try PlaywrightTrace.intervals(Data(lines.joined(separator: "\n").utf8), file: "t")
    }

    @Test("outermost steps count, by the wall's clock; what never ended doesn't")
    func steps() throws {
        let intervals = try Self.intervals([
            Self.context, Self.before("a", 6000.5), Self.before("b", 6500, parent: "a"), Self.after("b", 7000),
            Self.before("hook", 100, method: "hook"), Self.before("c", 8000.5, parent: "hook"), Self.after("a", 7500.5),
            "", Self.after("c", 9000.5), Self.before("d", 9500), Self.after("unknown", 1),
        ])
        #expect(intervals.map(\.start.nanoseconds) == [1_772_442_001_000_000_000, 1_772_442_003_000_000_000])
        #expect(intervals.map(\.displayed.nanoseconds) == [1_772_442_002_500_000_000, 1_772_442_004_000_000_000])
    }

    @Test("a cut last line is left out, a broken one before it is named")
    func cut() throws {
        let whole = [Self.context, Self.before("a", 6000), Self.after("a", 7000)]
        #expect(try Self.intervals(whole + [#"{"type":"bef"#]).count == 1)
        #expect(throws: DisplayFileError(.notJSON, file: "t", place: "line 2")) {
            try Self.intervals([Self.context, "{", Self.after("a", 7000)])
        }
    }

    @Test("lines that can't be meant are named")
    func errors() {
        #expect(throws: DisplayFileError(.clockMissing, file: "t", place: "line 1")) {
            try Self.intervals([Self.before("a", 6000), Self.after("a", 7000)])
        }
        #expect(throws: DisplayFileError(.missingKey("monotonicTime"), file: "t", place: "line 1")) {
            try Self.intervals([#"{"type":"context-options","wallTime":1}"#])
        }
        #expect(throws: DisplayFileError(.badTime("-1e+300"), file: "t", place: "line 2")) {
            try Self.intervals([Self.context, Self.before("a", -1e300), Self.after("a", 7000)])
        }
        #expect(throws: DisplayFileError(.missingKey("startTime"), file: "t", place: "line 1")) {
            try Self.intervals([#"{"type":"before","startTime":"x"}"#])
        }
    }
}
