import Documents
import Testing

@testable import JourneyRecorder

@Suite struct RemoteRequestTests {
    private static let moment = "2026-03-02T10:00:00.500000000Z"

    @Test(
        "targets say what is to be marked",
        arguments: [
            ("/mark/search", .step("search")), ("/mark/mes%20documents%2Fa", .step("mes documents/a")),
            ("/mark/caf%C3%A9", .step("café")), ("/end", .end), ("/pause", .pause), ("/resume", .resume),
            ("/undo", .undo), ("/restart", .restart), ("/displayed", .displayed), ("/next", .next),
            ("/note?text=a%20b+c", .note("a b+c")),
        ] as [(String, MarkerRequest)])
    func targets(_ target: String, _ request: MarkerRequest) throws {
        #expect(try RemoteRequest(target) == .mark(request, at: nil))
        #expect(try RemoteRequest(RemoteRequest.target(request)) == .mark(request, at: nil))
        let time = try #require(Timestamp(Self.moment))
        #expect(try RemoteRequest(RemoteRequest.target(request, at: time)) == .mark(request, at: time))
    }

    @Test("a moment with an offset keeps its plus sign; a note may be the body")
    func details() throws {
        let time = try #require(Timestamp("2026-03-02T09:00:00Z"))
        #expect(try RemoteRequest("/end?at=2026-03-02T10:00:00+01:00") == .mark(.end, at: time))
        #expect(try RemoteRequest("/note", body: "é") == .mark(.note("é"), at: nil))
        #expect(try RemoteRequest("/status") == .status)
    }

    @Test(
        "what is no request is refused, and says what would be one",
        arguments: [
            ("/", .unknown), ("", .unknown), ("/mark", .unknown), ("/mark/a/b", .unknown), ("/stop", .unknown),
            ("/end?at=now", .badTime("now")), ("/mark/%zz", .badText), ("/mark/%C3", .badText), ("/mark/%+1", .badText),
            ("/note", .badText), ("/end?x=1", .unknownKey("x")),
        ] as [(String, RemoteRequest.Fault)])
    func faults(_ target: String, _ fault: RemoteRequest.Fault) {
        #expect(throws: fault) { try RemoteRequest(target) }
        #expect("\(fault)".count > 20)
    }
}
