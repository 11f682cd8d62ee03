import Testing

@testable import TrafficMeter

@Suite struct HostsFileTests {
    private static func names(_ text: String) throws -> [String] {
        try HostsFile(text, file: "hosts").names.map { "\($0.key) \($0.value.joined(separator: " "))" }.sorted()
    }

    @Test("the example of hosts(5) is read")
    func example() throws {
        let text = """
            # The following lines are desirable for IPv4 capable hosts
            127.0.0.1       localhost

            # 127.0.1.1 is often used for the FQDN of the machine
            127.0.1.1       thishost.example.org   thishost
            192.168.1.10    foo.example.org        foo
            192.168.1.13    bar.example.org        bar
            146.82.138.7    master.debian.org      master
            209.237.226.90  www.opensource.org

            # The following lines are desirable for IPv6 capable hosts
            ::1             localhost ip6-localhost ip6-loopback
            ff02::1         ip6-allnodes
            ff02::2         ip6-allrouters
            """
        #expect(
            try Self.names(text) == [
                "127.0.0.1 localhost", "127.0.1.1 thishost.example.org thishost",
                "146.82.138.7 master.debian.org master", "192.168.1.10 foo.example.org foo",
                "192.168.1.13 bar.example.org bar", "209.237.226.90 www.opensource.org",
                "::1 localhost ip6-localhost ip6-loopback", "ff02::1 ip6-allnodes", "ff02::2 ip6-allrouters",
            ])
    }

    @Test("lines of one address add up, comments end lines, ends of lines are any system's")
    func lines() throws {
        let text = "\u{FEFF}192.0.2.1\tA.Example. b # c\r\n  192.0.2.1 d b\r\n\r\nfe80::1%lo0 my_host\n"
        #expect(try Self.names(text) == ["192.0.2.1 a.example b d", "fe80::1 my_host"])
        let hosts = try HostsFile(text, file: "hosts")
        #expect(hosts.name(of: IPAddress(ipv4: 0xC000_0201)) == "a.example")
        #expect(hosts.name(of: IPAddress(ipv4: 1)) == nil)
    }

    @Test(
        "a line that is none is an error that says where, and what to do",
        arguments: [
            ("192.0.2.1 a\nlocalhost b\n", HostsFileError.Rule.notAnAddress("localhost"), 2),
            ("192.0.2 a", .notAnAddress("192.0.2"), 1), ("192.0.2.256 a", .notAnAddress("192.0.2.256"), 1),
            ("::1%", .notAnAddress("::1%"), 1), ("192.0.2.1%lo a", .notAnAddress("192.0.2.1%lo"), 1),
            ("\n\n192.0.2.1 # a\n", .noName(IPAddress(ipv4: 0xC000_0201)), 3),
            ("::1 a b/c", .notAName("b/c"), 1), ("::1 sant\u{E9}", .notAName("sant\u{E9}"), 1),
            ("::1 .", .notAName("."), 1),
        ])
    func errors(_ text: String, _ rule: HostsFileError.Rule, _ line: Int) {
        #expect(throws: HostsFileError(rule, line: line, in: "my-hosts")) { try HostsFile(text, file: "my-hosts") }
    }

    @Test("an error is a sentence with file and line")
    func sentence() {
        let error = HostsFileError(.notAnAddress("localhost"), line: 7, in: "my-hosts")
        #expect(
            error.description == "my-hosts: line 7: \"localhost\" is no IPv4 or IPv6 address; "
                + "write an address, then its names, or begin the line with #")
    }
}
