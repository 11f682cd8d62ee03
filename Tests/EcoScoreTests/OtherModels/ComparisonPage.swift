import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

/// The tables of docs/comparison.md and docs/comparaison.md are what is computed.
@Suite struct ComparisonPage {
    /// A page in one language.
    struct Page: Sendable, CustomTestStringConvertible {
        let file: String
        let language: String
        let networks: [NetworkKind: String]

        var testDescription: String { file }
    }

    static let pages = [
        Page(file: "docs/comparison.md", language: "en", networks: [.fixed: "fixed", .mobile: "mobile"]),
        Page(file: "docs/comparaison.md", language: "fr", networks: [.fixed: "fixe", .mobile: "mobile"]),
    ]

    /// Averages that Greenspector published: 63 sites at GreenTech Forum 2021 (greenspector.com/fr/page/8) and 98 sites at
    /// Nantes Digital Week 2022 (greenspector.com/fr/author/admin/), a minute each on a phone.
    struct Published: Hashable, Sendable, CustomTestStringConvertible {
        let bytes: Int
        let seconds: Double
        let grams: Double
        let litres: Double?

        var testDescription: String { "\(bytes) bytes" }
    }

    static let averages = [
        Published(bytes: 3_130_000, seconds: 60, grams: 0.40, litres: 0.06),
        Published(bytes: 9_010_000, seconds: 60, grams: 0.45, litres: nil),
    ]

    private static func indicators(
        bytes: Int, seconds: Double, network: NetworkKind = .fixed
    ) throws -> Indicators {
        try JourneyScore.of(.walk([.walked("a", bytes: bytes, seconds: seconds)], network: network)).indicators
    }

    /// Whether two figures differ by less than half an order of magnitude either way.
    private func isSameOrder(_ found: Double, _ published: Double) -> Bool {
        abs(log10(found / published)) < 0.5
    }

    @Test("our figures have the order of magnitude of the published averages", arguments: averages)
    func order(_ average: Published) throws {
        for network in [NetworkKind.fixed, .mobile] {
            let found = try Self.indicators(bytes: average.bytes, seconds: average.seconds, network: network)
            #expect(isSameOrder(1000 * found.ghg.central, average.grams), "\(found.ghg.central)")
            #expect(1000 * found.ghg.low < average.grams && average.grams < 1000 * found.ghg.high)
            if let litres = average.litres { #expect(isSameOrder(found.water.central, litres)) }
        }
    }

    @Test("the averages are the reference's, and a call with sound alone has the order of a minute's use", .reference)
    func reference() throws {
        let vectors = try ModelOracle("greenspector_published_averages").root["vectors"] as? [[String: Any]] ?? []
        #expect(vectors.count == 3)
        let published = try vectors.prefix(2).map { vector in
            Published(
                bytes: Int((try vector.number("data_mb") * 1e6).rounded()), seconds: try vector.number("duration_s"),
                grams: try vector.number("gco2e"),
                litres: vector["water_l"] == nil ? nil : try vector.number("water_l"))
        }
        #expect(published == Self.averages)
        // Its data isn't published: what the minute weighs without any is compared with the call that has least.
        let found = try Self.indicators(bytes: 0, seconds: try vectors[2].number("duration_s"))
        #expect(isSameOrder(1000 * found.ghg.central, try vectors[2].number("gco2e_audio")))
        // Land: three orders of magnitude apart at our highest, so no difference of factors explains it.
        let land = try Self.indicators(bytes: Self.averages[0].bytes, seconds: Self.averages[0].seconds).land
        #expect(try vectors[0].number("land_m2_as_printed") > 1000 * land.high)
    }

    @Test("the tables of the pages are what is computed", arguments: pages)
    func tables(_ page: Page) throws {
        let text = try String(contentsOf: Repository.root.appending(path: page.file), encoding: .utf8)
        for (name, due) in [("models", try modelRows(page)), ("averages", try averageRows(page))] {
            let lines = text.components(separatedBy: "\n").drop { $0 != "<!-- \(name) -->" }.dropFirst()
                .prefix { $0 != "<!-- end -->" }
            // The head and the rule below it are words.
            #expect(Array(lines.dropFirst(2)) == due, "write:\n\(due.joined(separator: "\n"))")
        }
    }

    /// Data and time, then gCO2e: ours with its range, the other tools'.
    private func modelRows(_ page: Page) throws -> [String] {
        try [(1_000_000, 10.0), (3_130_000, 60), (20_000_000, 300)].map { bytes, seconds in
            let ours = try Self.indicators(bytes: bytes, seconds: seconds).ghg
            let others = OtherModels.tested.estimates(bytes: Double(bytes), seconds: seconds).map {
                shown($0.grams, page) + ($0.gramsWithGreenHosting.map { " (\(shown($0, page)))" } ?? "")
            }
            return row(
                ["\(size(bytes, page)), \(Int(seconds)) s", range(1000, ours, page)] + others)
        }
    }

    /// Data and time, our network, gCO2e published and ours, litres published and ours.
    private func averageRows(_ page: Page) throws -> [String] {
        try Self.averages.flatMap { average in
            try [NetworkKind.fixed, .mobile].map { network in
                let found = try Self.indicators(bytes: average.bytes, seconds: average.seconds, network: network)
                return row([
                    "\(size(average.bytes, page)), \(Int(average.seconds)) s", try #require(page.networks[network]),
                    printed(average.grams, page), range(1000, found.ghg, page),
                    average.litres.map { printed($0, page) } ?? "–", range(1, found.water, page),
                ])
            }
        }
    }

    private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private func size(_ bytes: Int, _ page: Page) -> String {
        printed(Double(bytes) / 1e6, page) + (page.language == "fr" ? " Mo" : " MB")
    }

    /// All the digits that a figure was given with.
    private func printed(_ value: Double, _ page: Page) -> String {
        let text = "\(value)".replacing(/\.0$/, with: "")
        return page.language == "fr" ? text.replacing(".", with: ",") : text
    }

    private func range(_ scale: Double, _ value: Indicator, _ page: Page) -> String {
        "\(shown(scale * value.central, page)) (\(shown(scale * value.low, page)) – \(shown(scale * value.high, page)))"
    }

    /// Two significant digits.
    private func shown(_ value: Double, _ page: Page) -> String {
        let digits = value > 0 ? max(0, 1 - Int(log10(value).rounded(.down))) : 0
        let text = String(format: "%.\(digits)f", value)
        return page.language == "fr" ? text.replacing(".", with: ",") : text
    }
}
