import Testing

@testable import JourneyRecorder

@Suite struct JSONOutlineTests {
    @Test(
        "the first object's own keys are found, in a list or not",
        arguments: [
            (#"{"a":1,"b":{"c":2},"d":[{"e":3}],"f":"g:h"}"#, ["a", "b", "d", "f"]),
            (#"[{"a":{"b":1}},{"c":2}]"#, ["a"]), (#"{"a\"b":1}"#, [#"a\"b"#]), (#"{"a:b":"\\"}"#, ["a:b"]),
            (#"{"a":1}\#n{"b":2}"#, ["a"]), ("", []), ("]]}}{", []), (#"{"a""#, []), (#"{"a":"#, ["a"]), ("[[[[", []),
        ] as [(String, Set<String>)])
    func keys(_ text: String, _ expected: Set<String>) {
        #expect(JSONOutline.keys(ofFirstObjectIn: Array(text.utf8)) == expected)
    }
}
