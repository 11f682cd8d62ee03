import Catalogue
import Testing

@Suite struct RunReferenceTests {
    @Test(
        "a reference is an application, a version after @, a run after #",
        arguments: [
            ("a.b", "a.b", nil, nil), ("a@1.4.2", "a", "1.4.2", nil), ("a@1#09CB", "a", "1", "09cb"),
            ("a#09cb90d503a4", "a", nil, "09cb90d503a4"), ("a@1 beta#3", "a", "1 beta#3", nil),
            ("a@b@c", "a", "b@c", nil), ("a@#abc", "a", "#abc", nil), ("", "", nil, nil), ("a@", "a", "", nil),
        ] as [(String, String, String?, String?)])
    func parse(_ text: String, _ application: String, _ version: String?, _ run: String?) {
        let reference = RunReference(text)
        #expect(reference.application == application)
        #expect(reference.version == version)
        #expect(reference.run == run)
    }
}
