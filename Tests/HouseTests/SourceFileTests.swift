import Testing

/// The scanner behind the other rules: it sees code, and neither comments nor texts.
@Suite struct SourceFileTests {
    @Test(
        "code is left, comments and texts are not",
        arguments: [
            ("a! // b!", "a! "), (#""a!" + b!"#, #""" + b!"#), (#"x = "y! \(z!)" + u"#, #"x = "(z!)" + u"#),
            (#""a \" b!" c"#, #""" c"#), ("#\"a\"b!\"# c", #""" c"#), ("\"\"\"\n a! \"b!\"\n\"\"\" c!", "\"\n\n\" c!"),
            (#""\(f("x!)", (y)))" d!"#, #""(f("", (y)))" d!"#), ("#if os(Linux)", "#if os(Linux)"),
            ("a / b", "a / b"), (#""\\" c!"#, #""" c!"#),
        ])
    func code(_ text: String, _ code: String) {
        #expect(SourceFile.code(of: text) == code)
    }
}
