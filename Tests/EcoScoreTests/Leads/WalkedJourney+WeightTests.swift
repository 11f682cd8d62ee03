import Documents
import Testing

@testable import EcoScore

struct UploadLeadTests {
    @Test(
        "an upload is too large where more than 500 kB go up, and more than come down",
        arguments: [
            (up: 500_000, down: 1000, Lead.Status.notFound), (500_001, 1000, .found), (600_000, 600_000, .notFound),
            (600_001, 600_000, .found),
        ])
    func threshold(_ up: Int, _ down: Int, _ status: Lead.Status) throws {
        let score = try JourneyScore.of([.walked("a", hosts: [.host("api.example", bytes: down, up: up)])])
        #expect(try score.lead("uncapped-upload").status == status)
    }

    @Test("the device's own uploads aren't the app's, and what lies above 500 kB is attributed")
    func gain() throws {
        let hosts: [HostTraffic] = [
            .host("api.example", bytes: 100_000, up: 900_000),
            .host("backup.example", .background, bytes: 0, up: 9_000_000),
        ]
        let lead = try JourneyScore.of([.walked("a", hosts: hosts)]).lead("uncapped-upload")
        #expect(lead.evidence == [.init(step: "a", value: 900_000, unit: .bytes, above: 500_000)])
        #expect(lead.gains?.bytes == 400_000)
    }
}
