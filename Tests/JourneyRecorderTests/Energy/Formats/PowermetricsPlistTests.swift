import Testing

@testable import JourneyRecorder

@Suite struct PowermetricsPlistTests {
    private static func plist(_ second: Int, _ processor: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <plist version="1.0"><dict>
        <key>timestamp</key><date>2026-03-02T09:00:0\(second)Z</date>
        <key>elapsed_ns</key><integer>1000000000</integer>
        <key>processor</key><dict>\(processor)</dict>
        </dict></plist>
        """
    }

    @Test(
        "the widest figure of a sample is used",
        arguments: [
            "<key>cpu_power</key><real>1500</real><key>gpu_power</key><real>400</real><key>ane_power</key><real>100</real>",
            "<key>cpu_power</key><real>1</real><key>combined_power</key><real>2000</real>",
            "<key>package_joules</key><real>2</real>", "<key>combined_power</key><integer>2000</integer>",
        ])
    func figures(_ processor: String) throws {
        let text = (1...4).map { Self.plist($0, processor) }.joined(separator: "\u{0}") + "\n\u{0}\n"
        let joules = try #require(EnergySamples.joules(try EnergySamples.series(text), 1, 3))
        #expect(abs(joules - 4) < 1e-9)
    }

    @Test("samples that can't be meant are named with their line")
    func errors() {
        let good = Self.plist(1, "<key>combined_power</key><real>1</real>") + "\n\u{0}"
        #expect(throws: EnergyFileError(.missingKey("combined_power"), file: "e", line: 7)) {
            try EnergySamples.series(good + Self.plist(2, "<key>x</key><real>1</real>"))
        }
        #expect(throws: EnergyFileError(.missingKey("processor"), file: "e", line: 1)) {
            try EnergySamples.series(Self.plist(1, "").replacing("processor", with: "gpu"))
        }
        #expect(throws: EnergyFileError(.notOfFormat(.powermetricsPlist), file: "e", line: 1)) {
            try EnergySamples.series("<plist version=\"1.0\"><dict><key>timestamp</key>")
        }
    }

    @Test("empty lists, one beside the other, are no nesting")
    func empty() throws {
        let lists = String(repeating: "<key>a</key><array/><key>b</key><dict/><key>c</key><dict></dict>", count: 100)
        let text = (1...4).map { Self.plist($0, "<key>combined_power</key><real>2000</real>" + lists) }
        let joules = EnergySamples.joules(try EnergySamples.series(text.joined(separator: "\u{0}")), 1, 3)
        #expect(joules == 4)
    }

    @Test("a list nested a hundred thousand times is refused, not followed")
    func nested() {
        for tag in ["array", "dict"] {
            let deep = "<plist version=\"1.0\">" + String(repeating: "<\(tag)>", count: 100_000)
            #expect(throws: EnergyFileError(.notOfFormat(.powermetricsPlist), file: "e", line: 1)) {
                try EnergySamples.series(deep)
            }
        }
    }

    @Test("tags that only seem to close, in comments and such, hide no nesting")
    func hidden() {
        for hiding in ["<!-- </array> -->", "<![CDATA[</array>]]>", "</array>"] {
            let deep =
                "<plist version=\"1.0\">" + String(repeating: hiding, count: 50_000)
                + String(repeating: "<array>", count: 50_000)
            #expect(throws: EnergyFileError(.notOfFormat(.powermetricsPlist), file: "e", line: 1)) {
                try EnergySamples.series(deep)
            }
        }
    }
}
