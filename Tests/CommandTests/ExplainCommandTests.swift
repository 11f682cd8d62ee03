import Documents
import Foundation
import TestSupport
import Testing

@Suite struct ExplainCommandTests {
    /// Does the arithmetic of an explanation over again, in another language.
    private static let arithmetic = """
        import json, sys
        document = json.load(sys.stdin)
        total = {end: 0.0 for end in ("low", "central", "high")}
        other = {"low": "high", "central": "central", "high": "low"}
        for part in document["formula"]["parts"]:
            for end in total:
                value = 0.0
                for product in part["products"]:
                    figure = 1.0
                    for term in product:
                        if term["divides"]: figure /= term[other[end]]
                        else: figure *= term[end]
                    value += figure
                assert abs(value - part["value"][end]) <= 1e-9 * value, part
                total[end] += value
        print(json.dumps(total))
        """

    private func scored(_ folder: TemporaryFolder) throws -> String {
        let bundle = try folder.demoBundle()
        #expect(try Ecoproxy.run("score", bundle).status == 0)
        return bundle
    }

    @Test(
        "an indicator's formula with a run's numbers adds up to the score's figure",
        arguments: ["ghg", "water", "land"])
    func adding(_ indicator: String) throws {
        let folder = try TemporaryFolder()
        let bundle = try scored(folder)
        let result = try Ecoproxy.run("explain", indicator, bundle, "--json")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try validate(result.output, against: "explanation") == [])
        let sum = try TestSupport.run("python3", ["-c", Self.arithmetic], input: result.output)
        #expect(sum.status == 0, "\(sum.errors)")
        let total = try json(sum.output)
        let indicators = try json(folder.data("run/score.json"))["indicators"] as? [String: [String: Any]]
        for end in ["low", "central", "high"] {
            let (found, scored) = (
                try #require(total[end] as? Double), try #require(indicators?[indicator]?[end] as? Double)
            )
            #expect(abs(found - scored) <= 1e-9 * scored)
        }
    }

    @Test("measured energy and a media step's use are in the numbers, and walks count by their mean")
    func otherAmounts() throws {
        let folder = try TemporaryFolder()
        var measurement = JourneyMeasurement.full
        measurement.steps[0].type = .media
        measurement.steps[0].energy = Step.Energy(joules: 42, basis: .measured)
        var second = measurement.steps[0]
        (second.iteration, second.seconds, second.energy) = (2, 3, Step.Energy())
        measurement.steps.append(second)
        let path = try folder.write("m.json", String(decoding: CanonicalJSON.encode(measurement), as: UTF8.self))
        let result = try Ecoproxy.run("explain", "ghg", path, "--json")
        #expect(result.status == 0, "\(result.errors)")
        let sum = try TestSupport.run("python3", ["-c", Self.arithmetic], input: result.output)
        let score = try json(Ecoproxy.run("score", path, "--json").output)
        let scored = ((score["indicators"] as? [String: Any])?["ghg"] as? [String: Any])?["central"] as? Double
        let (found, expected) = (try #require(json(sum.output)["central"] as? Double), try #require(scored))
        #expect(abs(found - expected) <= 1e-9 * expected)
        let parts = (try json(result.output)["formula"] as? [String: Any])?["parts"] as? [[String: Any]]
        // Of one walk the energy was measured, of the other a power stands in.
        #expect((parts?[0]["products"] as? [Any])?.count == 2)
    }

    @Test("an axis is the weighted mean of the points listed")
    func axis() throws {
        let folder = try TemporaryFolder()
        let document = try json(Ecoproxy.run("explain", "data", scored(folder), "--json").output)
        let points = (document["formula"] as? [String: Any])?["points"] as? [[String: Any]] ?? []
        #expect(points.count == 5)
        var (sum, weights) = (0.0, 0.0)
        for row in points {
            let (points, weight) = (row["points"] as? Double ?? .nan, row["weight"] as? Double ?? .nan)
            (sum, weights) = (sum + points * weight, weights + weight)
        }
        let axis = (document["range"] as? [String: Any])?["central"] as? Double ?? .nan
        #expect(abs(sum / weights - axis) < 1e-9)
    }

    @Test(
        "things answer to their identifiers and to what reports call them in both languages",
        arguments: [
            ("ghg", "ghg"), ("Gaz à effet de serre", "ghg"), ("eau", "water"), ("SOLS", "land"), ("score", "ecoscore"),
            ("écoscore", "ecoscore"), ("données échangées", "data"), ("temps d'affichage", "time"),
            ("IP bytes", "ipBytes"),
            ("Octets IP", "ipBytes"), ("net.mobile.ghg", "net.mobile.ghg"), ("third-party", "third-party"),
            ("captureCut", "captureCut"), ("B", "grade"),
        ])
    func names(_ name: String, _ id: String) throws {
        let result = try Ecoproxy.run("explain", name, "--json")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try json(result.output)["id"] as? String == id)
        #expect(try validate(result.output, against: "explanation") == [])
    }

    @Test("everything listed can be explained, in both languages", arguments: ["en", "fr"])
    func listing(_ language: String) throws {
        let listed =
            try JSONSerialization.jsonObject(with: Ecoproxy.run("explain", "--json").output) as? [[String: Any]]
        let ids = (listed ?? []).compactMap { $0["id"] as? String }
        #expect(ids.count > 100)
        let text = try Ecoproxy.run("explain", "--lang", language).text.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        for id in ids { #expect(text.contains(id)) }
        for id in ["water", "ecoscore", "time", "dc.ghg", "slow-step", "stepMissing", "hotSpot"] {
            let result = try Ecoproxy.run("explain", id, "--lang", language)
            #expect(result.status == 0)
            #expect(result.text.split(separator: "\n").count > 1)
        }
    }

    @Test("what nobody knows is refused with what is near it")
    func unknown() throws {
        let result = try Ecoproxy.run("explain", "watr")
        #expect(result.status == 64)
        #expect(result.errors.contains("water"))
        #expect(try Ecoproxy.run("explain", "zzzzzz").errors.contains("lists all there is"))
        #expect(try Ecoproxy.run("explain", "").status == 64)
    }

    @Test("a score alone gives its parts, and one of other factors asks for them")
    func scores() throws {
        let folder = try TemporaryFolder()
        let bundle = try scored(folder)
        let alone = try json(Ecoproxy.run("explain", "ghg", folder["run/score.json"], "--json").output)
        let whole = try json(Ecoproxy.run("explain", "ghg", bundle, "--json").output)
        #expect((alone["range"] as? [String: Double])?["central"] != nil)
        let (one, other) = (alone["range"] as? [String: Double], whole["range"] as? [String: Double])
        #expect(abs((one?["high"] ?? 0) - (other?["high"] ?? 1)) < 1e-12)
        _ = try Ecoproxy.run("score", bundle, "--factors", "world-2026.1")
        let world = try json(Ecoproxy.run("explain", "ghg", bundle, "--json").output)
        #expect((world["factors"] as? [[String: Any]])?.contains { $0["id"] as? String == "elec.world.ghg" } == true)
        #expect(try Ecoproxy.run("explain", "ghg", folder["none"]).status == 66)
        #expect(try Ecoproxy.run("explain", "ghg", folder.write("x.json", "{}")).status == 65)
    }
}
