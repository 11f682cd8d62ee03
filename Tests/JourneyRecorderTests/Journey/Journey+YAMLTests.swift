import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct JourneyYAMLTests {
    @Test("a journey that is written is read as the same", arguments: RecordedWalk.all)
    func recorded(_ walk: RecordedWalk) throws {
        let journey = try JourneyFile.parse(
            Data(contentsOf: URL(filePath: walk.path("journey.yaml"))), name: "journey.yaml")
        #expect(try JourneyFile.parse(journey.yaml, name: "written") == journey)
    }

    @Test("everything that a journey can say is written")
    func everything() throws {
        let text = """
            schema: ecoproxy.journey/1
            id: "a: b"
            title: { fr: "L’« accueil »", en: "\\"Home\\" # 1" }
            application: fr.exemple
            version: 2.40
            device: laptop
            network: mobile
            hosts: { first_party: ["*.sante.example", "192.0.2.7"], background: [ntp.example] }
            steps:
              - { id: one, title: One, type: loading, critical: true, budget: { bytes: 5, third_party_bytes: 0 } }
              - { id: two, title: "Two\\u00A0!", type: media, use_seconds: 900.5 }
            budget: { score_min: 60.5, ghg_g_max: 0.07, regression_max: 7% }
            runs: { cold: 3, warm: 2, max_spread: 14.3% }
            """
        let journey = try JourneyFile.parse(text, name: "text")
        #expect(try JourneyFile.parse(journey.yaml, name: "written") == journey)
    }
}
