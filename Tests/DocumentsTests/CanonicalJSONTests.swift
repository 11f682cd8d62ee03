import Documents
import Foundation
import TestSupport
import Testing

@Suite struct CanonicalJSONTests {
    private struct Sample: Codable, Hashable {
        var zebra = 1
        var apple: String?
        var path = "a/b é \"q\"\n"
        var figures = [0.1, 1e-7, 100, 1.0 / 3]
        var map = ["b": true, "a": false]
    }

    // Written by hand from the rules in the type's documentation; 1/3 is shortest as sixteen threes (IEEE 754 binary64).
    @Test("the bytes follow the rules")
    func layout() throws {
        let expected = """
            {
              "figures" : [
                0.1,
                1e-07,
                100,
                0.3333333333333333
              ],
              "map" : {
                "a" : false,
                "b" : true
              },
              "path" : "a/b é \\"q\\"\\n",
              "zebra" : 1
            }

            """
        #expect(String(decoding: try CanonicalJSON.encode(Sample()), as: UTF8.self) == expected)
    }

    @Test("keys are sorted at every depth, as Python sorts them")
    func sorted() throws {
        let script = """
            import json, sys
            def check(pairs):
                keys = [key for key, _ in pairs]
                assert keys == sorted(keys) and len(keys) == len(set(keys)), keys
                return dict(pairs)
            json.load(sys.stdin, object_pairs_hook=check)
            """
        let json = try CanonicalJSON.encode(JourneyMeasurement.full)
        let result = try run("/usr/bin/python3", ["-c", script], input: json)
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test("the same value gives the same bytes, however it came to be")
    func stable() throws {
        let keys = (0..<50).map { "key\($0)" }
        let forwards = Dictionary(uniqueKeysWithValues: keys.map { ($0, 1) })
        let backwards = Dictionary(uniqueKeysWithValues: keys.reversed().map { ($0, 1) })
        #expect(try CanonicalJSON.encode(forwards) == CanonicalJSON.encode(backwards))
        let measurement = try CanonicalJSON.encode(JourneyMeasurement.full)
        #expect(try CanonicalJSON.encode(JourneyMeasurement(json: measurement)) == measurement)
        let score = try CanonicalJSON.encode(JourneyScore.full(of: .repeating("e")))
        #expect(try CanonicalJSON.encode(JourneyScore(json: score)) == score)
    }

    @Test("documents come back as they were")
    func roundTrip() throws {
        for value in [JourneyMeasurement.full, .minimal] {
            #expect(try JourneyMeasurement(json: CanonicalJSON.encode(value)) == value)
        }
        for value in [JourneyScore.full(of: .repeating("e")), .minimal(of: .repeating("e"))] {
            #expect(try JourneyScore(json: CanonicalJSON.encode(value)) == value)
        }
    }

    @Test("numbers that JSON hasn't are refused", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(_ value: Double) {
        #expect(throws: EncodingError.self) { try CanonicalJSON.encode([value]) }
    }

    @Test(
        "an error names the place",
        arguments: [
            (#"{"steps":[{"id":"a"}]}"#, "steps.0.id"),
            (#"{"steps":[{"id":1},{"id":"2"}]}"#, "steps.1.id"),
            (#"{"steps":[{}]}"#, "steps.0.id"),
            (#"{"steps":[{"id":null}]}"#, "steps.0.id"),
            (#"{}"#, "steps"),
            (#"[]"#, ""),
        ])
    func place(_ json: String, _ path: String) {
        struct Inner: Decodable { let id: Int }
        struct Outer: Decodable { let steps: [Inner] }
        let error = #expect(throws: DocumentError.self) {
            try CanonicalJSON.decode(Outer.self, from: Data(json.utf8))
        }
        #expect(error?.path == path)
        #expect(error?.description.hasPrefix(path.isEmpty ? "" : "at key \(path): ") == true)
        #expect(error?.reason.isEmpty == false)
    }

    // Foundation gives neither place nor number here, and calls the JSON invalid, which it isn't.
    @Test("a number that doesn't fit is said to be possible", arguments: ["2.5", "1e400", "9223372036854775808"])
    func numberThatDoesNotFit(_ number: String) {
        let error = #expect(throws: DocumentError.self) {
            try CanonicalJSON.decode([String: Int].self, from: Data("{\"a\":\(number)}".utf8))
        }
        #expect(error?.description.contains("a number in it doesn't fit") == true)
    }

    @Test("bytes that are no JSON are refused with a reason", arguments: ["", " ", "{", "{\"a\":1", "\u{0}", "nul"])
    func noJSON(_ text: String) {
        let error = #expect(throws: DocumentError.self) {
            try CanonicalJSON.decode([String: Int].self, from: Data(text.utf8))
        }
        #expect(error?.path == "")
        #expect(error?.reason.isEmpty == false)
    }

    @Test("a document of another kind or version is refused by its schema key")
    func otherSchema() throws {
        let score = try CanonicalJSON.encode(JourneyScore.minimal(of: .repeating("e")))
        #expect(
            throws: DocumentError(
                path: "schema", reason: #"expected "ecoproxy.measurement/1", found "ecoproxy.score/1""#)
        ) { try JourneyMeasurement(json: score) }
        #expect(throws: DocumentError(path: "schema", reason: "this key is missing")) {
            try JourneyMeasurement(json: Data("{}".utf8))
        }
    }
}
