import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct MarkerFormatTests {
    @Test(
        "what is none of the formats isn't taken for one",
        arguments: [
            "", "hello", "{}", "[]", "[1]", "{\"a\":1}", "a,b\n1,2", "step,x\n", "177244200000000 short", "key: value",
            "{\"commands\"", "<html>", "\u{0}",
        ])
    func none(_ text: String) {
        #expect(MarkerFormat.recognised(Array(text.utf8)) == nil)
    }

    @Test("keys inside of values and texts don't tell the format")
    func nested() {
        #expect(MarkerFormat.recognised(Array(#"{"x":{"log":{}},"y":"\"suites\":"}"#.utf8)) == nil)
        #expect(MarkerFormat.recognised(Array(#"[{"x":[{"command":1}]}]"#.utf8)) == nil)
        #expect(MarkerFormat.recognised(Array(#"{"value":{"ecoproxy:x":[1]}}"#.utf8)) == .appium)
        #expect(MarkerFormat.recognised(Array(#"{"name":"t","start":1,"steps":[]}"#.utf8)) == .allure)
    }

    @Test("the reference samples of other kinds aren't taken for markers", .reference)
    func others() throws {
        let folder = try #require(Repository.shared).appending(path: "user-samples")
        for name in [
            "journey.yaml", "batterystats-checkin.txt", "netstats-detail.txt", "power.csv", "greenframe.yml",
            "lighthouse-budget.json", "lighthouserc.json", "sitespeed-budget.json", "maestro-junit.xml",
            "greenspector.testgb",
            "maestro-flow.yaml", "pcapdroid-trailer.pcap", "pcapdroid-uidmap.pcapng", "perfetto-power.pbtx",
        ] {
            let data = try Data(contentsOf: folder.appending(path: name))
            #expect(throws: (any Error).self, "\(name)") { try MarkerFile.markers(data, name: name) }
        }
    }
}
