import Documents
import Foundation
import Report
import TrafficMeter

/// Looks at this machine: what recording needs, what it meets, and what is connected.
struct Examination {
    /// How long packets are counted, in seconds.
    private static let countingSeconds = 1.0
    /// Free space, in bytes, below which there is too little to begin with: an hour's walk stores some 100 MB of headers.
    private static let leastFreeBytes = 100_000_000
    /// A clock further ahead or behind than this, in seconds, moves traffic from one step to another.
    private static let mostClockOffset = 0.2

    /// Everything that is found.
    func report(recipe: Recipe?) -> DoctorReport {
        let interfaces = Self.interfaces()
        let bridge = AndroidDebugBridge()
        let devices = bridge?.devices()
        return DoctorReport(
            checks: [
                Self.rights(), Self.capture(), Self.interfaces(interfaces), Self.offloads(interfaces), Self.space(),
            ]
                + [Self.bridge(isInstalled: bridge != nil, devices)] + (devices ?? []).compactMap(Self.device),
            interfaces: interfaces, androidDevices: devices, recipe: recipe)
    }

    private static func interfaces() -> [DoctorReport.Interface] {
        let all = NetworkInterface.all()
        let packets = InterfaceCounters.packets(of: all.map(\.name), seconds: countingSeconds)
        return all.map { interface in
            DoctorReport.Interface(
                name: interface.name, addresses: interface.addresses.map(\.description), up: interface.isUp,
                loopback: interface.isLoopback,
                packetsPerSecond: packets[interface.name].map { Int(Double($0) / countingSeconds) },
                offloads: Offloads.on(interface.name))
        }
    }

    private static func rights() -> DoctorReport.Check {
        let capabilities = Rights.capabilities
        guard capabilities.contains("cap_net_raw") || Rights.isRoot else {
            return .init(
                id: "rights", status: .missing,
                found: say("this user may not capture packets", "cet utilisateur n’a pas le droit de capturer"),
                remedy: Rights.setcapLine)
        }
        let held = capabilities.isEmpty ? say("none", "aucune") : capabilities.joined(separator: ", ")
        return .init(
            id: "rights", status: .ok,
            found: Rights.isRoot
                ? say(
                    "runs as root; capabilities: \(held)", "exécuté en tant que root ; capacités : \(held)")
                : say("capabilities: \(held)", "capacités : \(held)"))
    }

    /// Whether an interface can be opened: tried on loopback, which every machine has.
    private static func capture() -> DoctorReport.Check {
        do throws(LiveCaptureError) {
            _ = try LiveCapture(interface: "lo", filter: nil)
            return .init(
                id: "capture", status: .ok,
                found: say("packets can be captured by this user", "cet utilisateur peut capturer des paquets"))
        } catch {
            return .init(
                id: "capture", status: .missing, found: say("packets can't be captured", "la capture est impossible"),
                remedy: "\(error)")
        }
    }

    private static func interfaces(_ all: [DoctorReport.Interface]) -> DoctorReport.Check {
        let up = all.filter { $0.up && !$0.loopback && !$0.addresses.isEmpty }
        guard !up.isEmpty else {
            return .init(
                id: "interfaces", status: .missing, found: say("no interface is up", "aucune interface n’est active"),
                remedy: say(
                    "connect the machine, then: ecoproxy interfaces", "connectez la machine, puis : ecoproxy interfaces"
                ))
        }
        return .init(
            id: "interfaces", status: .ok,
            found: say("interfaces up: ", "interfaces actives : ") + up.map(\.name).joined(separator: ", "))
    }

    private static func offloads(_ interfaces: [DoctorReport.Interface]) -> DoctorReport.Check {
        let joining = interfaces.filter { $0.up && !$0.loopback && !($0.offloads ?? []).isEmpty }
        guard let first = joining.first, let offloads = first.offloads else {
            return .init(
                id: "offloads", status: .ok,
                found: say(
                    "no interface is known to join packets", "aucune interface connue ne réunit des paquets"))
        }
        let names = joining.map(\.name).joined(separator: ", ")
        let off = offloads.map { "\($0) off" }.joined(separator: " ")
        return .init(
            id: "offloads", status: .note,
            found: say(
                "packets are joined before they are captured on \(names): their headers are counted once for many",
                "des paquets sont réunis avant la capture sur \(names) : leurs en-têtes sont comptés une fois pour plusieurs"
            ),
            remedy: "sudo ethtool -K \(first.name) \(off)")
    }

    private static func space() -> DoctorReport.Check {
        // Where the system doesn't say, nothing is known to be free.
        let free = (try? FileManager.default.attributesOfFileSystem(forPath: "."))?[.systemFreeSize] as? Int ?? 0
        let megabytes = free / 1_000_000
        let isEnough = free >= leastFreeBytes
        return .init(
            id: "disk", status: isEnough ? .ok : .missing,
            found: say("free disk space here: \(megabytes) MB", "espace disque libre ici : \(megabytes) Mo"),
            remedy: isEnough
                ? nil : say("make room, or record elsewhere", "faites de la place, ou enregistrez ailleurs"))
    }

    private static func bridge(isInstalled: Bool, _ devices: [DoctorReport.AndroidDevice]?) -> DoctorReport.Check {
        guard isInstalled else {
            return .init(
                id: "adb", status: .note,
                found: say(
                    "adb isn't installed; only Android phones and emulators need it",
                    "adb n’est pas installé ; seuls les téléphones et émulateurs Android en ont besoin"),
                remedy: "sudo apt-get install adb")
        }
        guard let devices else {
            return .init(
                id: "adb", status: .note, found: say("adb doesn't answer", "adb ne répond pas"),
                remedy: "adb kill-server; adb devices -l")
        }
        return .init(
            id: "adb", status: .ok,
            found: devices.isEmpty
                ? say(
                    "adb is installed; no Android device is connected",
                    "adb est installé ; aucun appareil Android branché")
                : say("Android devices: \(devices.count)", "appareils Android : \(devices.count)"))
    }

    /// What is to be said of a device beside what it is; `nil` if nothing.
    private static func device(_ device: DoctorReport.AndroidDevice) -> DoctorReport.Check? {
        guard device.state == "device" else {
            return .init(
                id: "adb:\(device.serial)", status: .note,
                found: say(
                    "\(device.serial) can't be used: \(device.state)",
                    "\(device.serial) est inutilisable : \(device.state)"),
                remedy: say(
                    "unlock it, allow USB debugging on its screen, and plug it in again",
                    "déverrouillez-le, autorisez le débogage USB à l’écran, puis rebranchez-le"))
        }
        guard let offset = device.clockOffsetSeconds, let error = device.clockErrorSeconds,
            offset.magnitude - error > mostClockOffset
        else { return nil }
        let seconds = Double(Int64((offset * 1000).rounded())) / 1000
        return .init(
            id: "clock:\(device.serial)", status: .note,
            found: say(
                "the clock of \(device.serial) is \(seconds) s ahead of this machine's",
                "l’horloge de \(device.serial) avance de \(seconds) s sur celle de cette machine"),
            remedy: say(
                "set both by the network; a capture with the phone's times and markers of this machine needs --clock-offset",
                "mettez les deux à l’heure du réseau ; une capture à l’heure du téléphone avec des marqueurs d’ici demande --clock-offset"
            ))
    }
}
