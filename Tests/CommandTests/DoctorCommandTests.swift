import Foundation
import TestSupport
import Testing

/// What `doctor` says of this machine, and of devices that an invented adb shows.
@Suite struct DoctorCommandTests {
    private func checks(_ document: [String: Any]) -> [[String: String]] {
        document["checks"] as? [[String: String]] ?? []
    }

    @Test("each finding that isn't as it should be has a remedy, and what is missing makes the exit code 69")
    func checks() throws {
        let result = try Ecoproxy.run("doctor", "--json")
        #expect(try validate(result.output, against: "doctor") == [])
        let checks = self.checks(try json(result.output))
        #expect(
            checks.prefix(6).map { $0["id"] } == ["rights", "capture", "interfaces", "offloads", "disk", "adb"])
        for check in checks { #expect((check["status"] == "ok") == (check["remedy"] == nil)) }
        #expect(result.status == (checks.contains { $0["status"] == "missing" } ? 69 : 0))
    }

    @Test("without rights it gives the very line that grants them", .enabled(if: Nobody.isPossible))
    func rights() throws {
        let folder = try TemporaryFolder()
        let result = try Nobody(in: folder).run("doctor", "--json")
        let check = try #require(checks(json(result.output)).first { $0["id"] == "rights" })
        #expect(check["status"] == "missing")
        #expect(check["remedy"] == "sudo setcap cap_net_raw=ep '\(folder["ecoproxy"])'")
        #expect(result.status == 69)
    }

    @Test("packets are those that the system counts, and offloads those that ethtool shows", .needs("ethtool"))
    func interfaces() throws {
        let found = try #require(json(Ecoproxy.run("doctor", "--json").output)["interfaces"] as? [[String: Any]])
        let names = [
            "tcp-segmentation-offload": "tso", "generic-segmentation-offload": "gso",
            "generic-receive-offload": "gro", "large-receive-offload": "lro",
        ]
        for interface in found {
            let name = try #require(interface["name"] as? String)
            let isCounted = FileManager.default.fileExists(atPath: "/sys/class/net/\(name)/statistics/rx_packets")
            #expect((interface["packetsPerSecond"] != nil) == isCounted, "\(name)")
            let shown = try run("ethtool", ["-k", name])
            guard shown.status == 0 else { continue }
            let on = shown.text.split(separator: "\n").compactMap { line -> String? in
                let words = line.split(separator: ":")
                guard words.count == 2, words[1].hasPrefix(" on") else { return nil }
                return names[words[0].trimmingCharacters(in: .whitespaces)]
            }
            if let offloads = interface["offloads"] as? [String] { #expect(Set(offloads) == Set(on), "\(name)") }
        }
    }

    /// A folder with an adb that shows a rooted phone whose clock is 90 s ahead, and one that doesn't trust this machine.
    private func adb(_ folder: TemporaryFolder, devices: String) throws -> [String: String] {
        let script = """
            #!/bin/sh
            case "$*" in
            "devices -l") printf 'List of devices attached\\n\(devices)\\n' ;;
            *"date +%s%N") echo "$(($(date +%s) + 90))$(date +%N)" ;;
            *shell*) printf '2000\\n/system/xbin/su\\n' ;;
            *) exit 1 ;;
            esac
            """
        try Data(script.utf8).write(to: folder.url.appending(path: "adb"))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder["adb"])
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": "\(folder.url.path):\(path)"]
    }

    @Test("phones are asked for root, tcpdump and their clock; one that doesn't answer is named with what to do")
    func phones() throws {
        let folder = try TemporaryFolder()
        let devices = "R58M\\tdevice usb:1-1 product:a model:SM_A515F device:a51\\nR99\\tunauthorized usb:1-2"
        let result = try Ecoproxy.run("doctor", "--json", environment: adb(folder, devices: devices))
        #expect(try validate(result.output, against: "doctor") == [])
        let document = try json(result.output)
        let found = try #require(document["androidDevices"] as? [[String: Any]])
        try #require(found.count == 2)
        #expect(found[0]["serial"] as? String == "R58M" && found[0]["model"] as? String == "SM_A515F")
        #expect(found[0]["root"] as? Bool == true && found[0]["tcpdump"] as? Bool == false)
        let offset = try #require(found[0]["clockOffsetSeconds"] as? Double)
        let error = try #require(found[0]["clockErrorSeconds"] as? Double)
        // The fake takes its seconds and its nanoseconds one after the other: they can be a second apart.
        #expect((offset - 90).magnitude <= error + 1)
        #expect(found[1]["state"] as? String == "unauthorized" && found[1]["root"] == nil)
        let checks = self.checks(document)
        #expect(checks.first { $0["id"] == "clock:R58M" }?["status"] == "note")
        #expect(checks.first { $0["id"] == "adb:R99" }?["remedy"]?.contains("USB debugging") == true)
    }

    @Test("no adb, and one that fails, are notes: recording works without")
    func withoutBridge() throws {
        let folder = try TemporaryFolder()
        var environment = try adb(folder, devices: "")
        try Data("#!/bin/sh\nexit 1\n".utf8).write(to: folder.url.appending(path: "adb"))
        let broken = try json(Ecoproxy.run("doctor", "--json", environment: environment).output)
        #expect(checks(broken).first { $0["id"] == "adb" }?["status"] == "note")
        #expect(broken["androidDevices"] == nil)
        environment["PATH"] = "/usr/bin:/bin"
        guard !FileManager.default.fileExists(atPath: "/usr/bin/adb") else { return }
        let absent = try json(Ecoproxy.run("doctor", "--json", environment: environment).output)
        #expect(checks(absent).first { $0["id"] == "adb" }?["remedy"] == "sudo apt-get install adb")
    }

    @Test(
        "the recipe of each kind of device is printed, in both languages",
        arguments: ["android", "android-root", "emulator", "iphone", "hotspot", "browser"])
    func recipes(_ device: String) throws {
        let english = try Ecoproxy.run("doctor", "--device", device).text
        let french = try Ecoproxy.run("doctor", "--device", device, "--lang", "fr").text
        for text in [english, french] { #expect(text.contains("ecoproxy record")) }
        #expect(english != french)
        let recipe = try #require(
            json(Ecoproxy.run("doctor", "--device", device, "--json").output)["recipe"] as? [String: Any])
        #expect(recipe["device"] as? String == device)
        #expect(try english.contains(#require(recipe["title"] as? String)))
    }

    @Test("docs/devices.md and docs/appareils.md hold the recipes that doctor prints", arguments: ["en", "fr"])
    func documents(_ language: String) throws {
        let generated = try Ecoproxy.run("doctor", "--recipes", "--lang", language).text
        let file = Repository.root.appending(path: language == "en" ? "docs/devices.md" : "docs/appareils.md")
        let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "<!-- recipes -->\n")
        #expect(parts.count == 3 && parts[1] == "\n" + generated + "\n", "run: make docs")
    }

    @Test("an unknown device, and recipes with something else, are wrong usage")
    func usage() throws {
        #expect(try Ecoproxy.run("doctor", "--device", "toaster").status == 64)
        #expect(try Ecoproxy.run("doctor", "--recipes", "--json").status == 64)
    }
}
