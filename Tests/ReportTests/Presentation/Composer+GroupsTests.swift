import Documents
import TestSupport
import Testing

@testable import Report

/// Tables of traffic by something.
@Suite struct ComposerGroupsTests {
    private static func tables(
        _ measurement: JourneyMeasurement, _ grouping: TrafficGrouping, _ language: Language = .en
    ) -> [Table] {
        Presentation(measurement: measurement, by: grouping, flows: .full, language: language).sections.flatMap(
            \.blocks
        )
        .compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    private static func number(_ cell: Table.Cell) -> Int { Int(cell.text.filter(\.isNumber)) ?? -1 }

    @Test("rows add up to the total beneath, in each figure", arguments: TrafficGrouping.allCases, Language.allCases)
    func sums(_ grouping: TrafficGrouping, _ language: Language) throws {
        let tables = Self.tables(.full, grouping, language)
        #expect(tables.count >= 2)
        for table in tables {
            let total = try #require(table.footer.first)
            for column in 3...5 {
                #expect(table.rows.reduce(0) { $0 + Self.number($1[column]) } == Self.number(total[column]))
            }
        }
    }

    /// A measurement of so many hosts, the heaviest last.
    private static func measurement(hosts count: Int) -> JourneyMeasurement {
        var measurement = JourneyMeasurement.minimal
        measurement.hosts = (0..<count).map {
            HostTraffic(
                name: "h\($0).example", nameSource: .sni, party: .third,
                traffic: Traffic(down: TrafficCounts(packets: 1, ipBytes: 1000 + $0)), flows: 1, connections: 1)
        }
        return measurement
    }

    @Test("the heaviest come first, and beyond forty they share a row", arguments: [1, 40, 41, 200])
    func limit(_ count: Int) throws {
        let table = try #require(Self.tables(Self.measurement(hosts: count), .host).first)
        #expect(table.rows[0][0].text == "h\(count - 1).example")
        #expect(table.rows.count == min(count, 41))
        if count > 40 { #expect(table.rows[40][0].text == "\(count - 40) others") }
        let sum = (0..<count).reduce(0) { $0 + 1000 + $1 }
        #expect(table.footer.first.map { Self.number($0[3]) } == sum)
    }

    @Test("where no app is named, all is of one that isn't known")
    func unlabelled() throws {
        for (language, word) in [(Language.en, "not known"), (.fr, "inconnu")] {
            let table = try #require(Self.tables(Self.measurement(hosts: 3), .app, language).first)
            #expect(table.rows.map { $0[0].text } == [word])
            #expect(Self.number(table.rows[0][3]) == 3003)
        }
    }
}
