import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct RemoteDeskTests {
    private let walk: Walking
    private let desk: RemoteDesk

    init() throws {
        walk = try Walking()
        let (desk, now) = (walk.desk, walk.now)
        self.desk = RemoteDesk(
            desk, clock: { now },
            status: { RemoteStatus(Recording.Progress(), position: desk.position, begin: now, now: now) })
    }

    private func ask(_ method: String, _ target: String, body: String = "") -> (status: Int, body: String) {
        let answer = desk.answer(
            RemoteReader.Message(method: method, target: target, body: Array(body.utf8)), through: .local)
        let parts = answer.components(separatedBy: "\r\n\r\n")
        #expect(answer.contains("Content-Length: \(parts[1].utf8.count)\r\n"))
        #expect(answer.contains("Connection: close\r\n"))
        return (Int(answer.split(separator: " ")[1]) ?? 0, parts[1])
    }

    @Test("posts mark, and the answer says what was written")
    func marks() throws {
        let answer = ask("POST", "/mark/b")
        #expect(answer.status == 200)
        #expect(answer.body.contains("\"step\":\"b\""))
        #expect(ask("POST", "/note", body: "attention").status == 200)
        #expect(try walk.walked() == ["b1"])
        let line = try String(decoding: walk.folder.data("markers.jsonl"), as: UTF8.self)
        #expect(line.contains("attention"))
        #expect(desk.answer(datagram: Array("mark/c\n".utf8)).contains("\"step\":\"c\""))
        #expect(try walk.walked() == ["b1", "c1"])
    }

    @Test("the status is valid, and says which step is walked")
    func status() throws {
        _ = ask("POST", "/mark/b")
        let answer = ask("GET", "/status")
        #expect(answer.status == 200)
        #expect(try validate(Data(answer.body.utf8), against: "status").isEmpty)
        let status = try RemoteStatus(json: Data(answer.body.utf8))
        #expect(status.step?.id == "b")
        #expect(answer.body.split(separator: "\n").count == 1)
    }

    @Test(
        "what can't be done has its status and a reason",
        arguments: [
            ("GET", "/mark/a", 405), ("POST", "/status", 405), ("POST", "/nothing", 404), ("POST", "/mark/x", 409),
            ("POST", "/end?at=x", 400), ("POST", "/restart", 409), ("POST", "/end?at=2200-01-01T00:00:00Z", 409),
        ])
    func refusals(_ method: String, _ target: String, _ status: Int) throws {
        let answer = ask(method, target)
        #expect(answer.status == status)
        #expect(answer.body.contains("\"error\":"))
        #expect(!walk.folder.exists("markers.jsonl"))
        #expect(desk.answer(datagram: [0xFF]).contains("error"))
    }
}
