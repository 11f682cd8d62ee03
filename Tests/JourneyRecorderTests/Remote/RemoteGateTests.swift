import Testing

@testable import JourneyRecorder

@Suite struct RemoteGateTests {
    private static let token = "0123456789abcdef"

    @Test(
        "over loopback a request needs the token and a host of loopback, and may not come from a page",
        arguments: [
            (["host": "127.0.0.1:80", "authorization": "Bearer 0123456789abcdef"], nil),
            (["host": "LOCALHOST:80", "authorization": "Bearer 0123456789abcdef"], nil),
            (["host": "127.0.0.1:80"], 401), (["host": "127.0.0.1:80", "authorization": "Bearer 0"], 401),
            (["host": "127.0.0.1:80", "authorization": "0123456789abcdef"], 401),
            (["host": "evil.example:80", "authorization": "Bearer 0123456789abcdef"], 403),
            (["host": "127.0.0.1:81", "authorization": "Bearer 0123456789abcdef"], 403),
            (["authorization": "Bearer 0123456789abcdef"], 403),
            (
                [
                    "host": "127.0.0.1:80", "authorization": "Bearer 0123456789abcdef",
                    "origin": "http://evil.example",
                ], 403
            ),
        ] as [([String: String], Int?)])
    func loopback(_ fields: [String: String], _ status: Int?) {
        let message = RemoteReader.Message(method: "POST", target: "/end", fields: fields)
        #expect(RemoteGate.loopback(port: 80, token: Self.token).refusal(of: message) == status)
        #expect(RemoteGate.local.refusal(of: message) == (fields["origin"] == nil ? nil : 403))
    }
}
