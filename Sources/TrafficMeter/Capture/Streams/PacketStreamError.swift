import Glibc

/// Why a stream of packets can't be had, or not to its end.
public struct PacketStreamError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Rule: Hashable, Sendable {
        /// The text names no address and port that can be used.
        case address
        /// Nothing can be received there; the system's error number (errno).
        case cannotListen(Int32)
        /// Nobody answers there; the system's error number (errno).
        case cannotConnect(Int32)
        /// The connection broke; the system's error number (errno).
        case broken(Int32)
        /// The answer isn't one of HTTP/1.x (RFC 9112).
        case notHTTP
        /// The server answered with another status than 200, or a redirect that isn't followed.
        case status(Int)
        /// The redirect leads to another host.
        case redirectElsewhere(String)
        /// A chunk's length can't be read.
        case chunk
    }

    /// What went wrong.
    public var rule: Rule
    /// The address, as it was given or understood.
    public var place: String

    init(_ rule: Rule, place: String) {
        (self.rule, self.place) = (rule, place)
    }

    /// The sentence for a person.
    public var description: String {
        switch rule {
        case .address:
            "\(place): not an address that can be used; write it as PORT or ADDRESS:PORT, such as 127.0.0.1:1234"
        case .cannotListen(EADDRINUSE):
            "\(place): another program listens there already; end it, or choose another port on both sides"
        case .cannotListen(EADDRNOTAVAIL): "\(place): this machine has no such address; see: ecoproxy interfaces"
        case .cannotListen(EACCES): "\(place): no permission to listen there; choose a port above 1023"
        case .cannotListen(let number): "\(place): can't listen there: \(words(number))"
        case .cannotConnect(ECONNREFUSED):
            "\(place): nobody answers there; start the capture on the phone first, and for USB: adb forward"
        case .cannotConnect(let number): "\(place): can't be reached: \(words(number))"
        case .broken(let number): "\(place): the connection broke: \(words(number)); what came before is kept"
        case .notHTTP: "\(place): the answer isn't one of HTTP/1.1; is it PCAPdroid's HTTP server?"
        case .status(let code):
            "\(place): the server answered with status \(code), expected 200; is the capture running?"
        case .redirectElsewhere(let target): "\(place): the server leads to \(target); only this host is followed"
        case .chunk: "\(place): the server's answer is damaged (a chunk without its length); what came before is kept"
        }
    }

    private func words(_ number: Int32) -> String { systemMessage(number) }
}
