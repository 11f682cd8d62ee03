import Foundation
import TestSupport

/// A device and its server in network namespaces, joined by a cable (`captures/lab/namespaces.py`); gone with their owner.
final class Lab {
    static let isPossible = geteuid() == 0
    /// The interface on both ends.
    static let interface = "lab0"
    static let device = "192.0.2.1"
    static let server = "192.0.2.2"

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private static let script = Repository.root.appending(path: "captures/lab/namespaces.py").path
    private let name = "test-\(UUID().uuidString.prefix(8).lowercased())"

    init() throws {
        let result = try TestSupport.run(Self.script, ["up", name])
        guard result.status == 0 else { throw Failure(description: result.errors) }
    }

    deinit {
        _ = try? TestSupport.run(Self.script, ["down", name])
    }

    /// The words that run a command on one side.
    func command(_ side: String, _ words: [String]) -> [String] {
        [Self.script, "exec", name, side] + words
    }

    /// Runs a command on one side to its end.
    func run(_ side: String, _ words: [String]) throws -> RunResult {
        try TestSupport.run("env", command(side, words))
    }

    /// Starts a recording on the device's end and waits until packets are being stored.
    func record(
        into bundle: String, _ options: [String] = [], environment: [String: String] = [:]
    ) throws -> RunningProgram {
        let words = [Ecoproxy.path, "record", "--interface", Self.interface, "--output", bundle] + options
        let recording = try RunningProgram(command("device", words), environment: environment)
        try recording.wait(for: "recording on")
        return recording
    }

    /// Traffic of known size, between the two sides and of nothing else.
    func exchange(_ traffic: KnownTraffic) throws {
        let server = try RunningProgram(
            command("server", ["/usr/bin/python3", "-u", "-c", KnownTraffic.server] + traffic.arguments))
        try server.wait(for: "ready")
        let result = try run("device", ["/usr/bin/python3", "-c", KnownTraffic.client] + traffic.arguments)
        guard result.status == 0, try server.end() == 0 else {
            throw Failure(description: result.errors + server.errors)
        }
    }
}

/// Datagrams sent and answered, and a stream received, all from documentation addresses.
struct KnownTraffic {
    var datagrams = 40
    var datagramBytes = 1000
    var answers = 3
    var answerBytes = 500
    var streamBytes = 300_000

    /// What the stream begins with, to be looked for in what is stored.
    static let secret = "dossier-medical-invente"

    fileprivate var arguments: [String] {
        [datagrams, datagramBytes, answers, answerBytes, streamBytes].map(String.init) + [Lab.server, Self.secret]
    }

    /// IP bytes of the datagrams: RFC 791 § 3.1 and RFC 768, 20 and 8 bytes of header.
    var datagramIPBytes: (up: Int, down: Int) {
        (datagrams * (datagramBytes + 28), answers * (answerBytes + 28))
    }

    private static let common = """
        import socket, sys
        count, size, answers, answer, stream = map(int, sys.argv[1:6])
        host, secret = sys.argv[6], sys.argv[7].encode()

        """

    fileprivate static let server =
        common + """
            udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            udp.bind((host, 7000))
            tcp = socket.create_server((host, 7001))
            print("ready")
            for _ in range(count):
                data, peer = udp.recvfrom(65536)
            for _ in range(answers):
                udp.sendto(bytes(answer), peer)
            connection, _ = tcp.accept()
            connection.sendall(secret + bytes(stream - len(secret)))
            connection.shutdown(socket.SHUT_WR)
            connection.recv(1)
            """

    fileprivate static let client =
        common + """
            udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            udp.settimeout(20)
            udp.connect((host, 7000))
            for _ in range(count):
                udp.send(bytes(size))
            for _ in range(answers):
                assert len(udp.recv(65536)) == answer
            tcp = socket.create_connection((host, 7001), 20)
            received = 0
            while data := tcp.recv(65536):
                received += len(data)
            assert received == stream
            tcp.close()
            """
}
