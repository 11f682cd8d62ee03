import Documents
import Foundation

@testable import JourneyRecorder

/// Small files of each format, written here after the public documents that the readers name.
enum EnergySamples {
    /// 2026-03-02T09:00:00Z, the beginning of all.
    static let start: Int64 = 1_772_442_000_000_000_000

    static func bytes(_ text: String) -> Data { Data(text.utf8) }

    /// 2 W for four seconds.
    static let csv = "time;power_W\n1772442000;2,0\n1772442001;2,0\n1772442002;2,0\n1772442003;2,0\n1772442004;2,0\n"

    /// As `trace_processor` writes it (google/perfetto, tests of power rails), with `to_realtime(ts) AS ts`: 2 W in
    /// two rails for four seconds, and tracks that are no energy.
    static let perfetto =
        "\"ts\",\"name\",\"value\"\n"
        + (0...4).map { second in
            let time = start + Int64(second) * 1_000_000_000
            return """
                \(time),"power.rails.cpu.big",\(5_000_000 + 1_500_000 * second).000000
                \(time),"power.S2S_VDD_G3D_uws",\(500_000 * second).000000
                \(time),"batt.capacity_pct",75.000000
                \(time),"[NULL]",1.000000

                """
        }.joined()

    /// As in google/perfetto's tests_dumpstate.py: 1 mAh at 4 V every four seconds.
    static let batterystats = """
        9,0,i,vers,36,214,AP1A.240305.019.A1,AP2A.240805.005.S4
        9,hsp,0,10216,"com.android.chrome"
        9,h,0:RESET:TIME:1772441990000
        9,h,0,Bl=100,Bs=d,Bh=g,Bp=n,Bt=251,Bv=4000,Bcc=4263,Mrc=0,+r,+w
        9,h,10000,Bcc=4262
        9,h,2000,+w=1
        9,h,2000,Bcc=4261,-w
        9,h,4000,Bcc=4260
        9,0,l,gn,0,0,880630,8860

        """

    /// As AOSP's `BatteryService` prints it, with a maker's lines after it.
    static let battery = (0...4).map { second in
        """
        \(1_772_442_000 + second).000000000
        Current Battery Service state:
          AC powered: false
          USB powered: false
          Wireless powered: false
          Max charging current: 0
          Charge counter: \(3_000_000 - 500 * second)
          status: 3
          level: 84
          voltage: 4000
          temperature: 281
          technology: Li-ion
        charge counter: 0

        """
    }.joined()

    /// As `powermetrics` prints it: 2 W.
    static let powermetrics =
        "Machine model: Mac14,2\nOS version: 25C56\nBoot time: Mon Mar  2 08:00:00 2026\n\n"
        + (1...4).map { second in
            """
            *** Sampled system activity (Mon Mar  2 10:00:0\(second) 2026 +0100) (1000.00ms elapsed) ***

            **** Processor usage ****

            CPU 0 frequency: 1359 MHz
            CPU Power: 1700 mW
            GPU Power: 200 mW
            ANE Power: 100 mW
            Combined Power (CPU + GPU + ANE): 2000 mW

            **** GPU usage ****

            GPU Power: 200 mW

            """
        }.joined()

    /// As `powermetrics -f plist` writes it: 2 W.
    static let powermetricsPlist = (1...4).map { second in
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
        <key>is_delta</key><true/>
        <key>elapsed_ns</key><integer>1000000000</integer>
        <key>hw_model</key><string>Mac14,2</string>
        <key>timestamp</key><date>2026-03-02T09:00:0\(second)Z</date>
        <key>processor</key><dict>
        <key>clusters</key><array><dict><key>name</key><string>E-Cluster</string></dict></array>
        <key>cpu_power</key><real>1700</real>
        <key>gpu_power</key><real>200</real>
        <key>combined_power</key><real>2000</real>
        </dict>
        </dict>
        </plist>

        """
    }.joined(separator: "\u{0}")

    /// As `scaphandre json` 1.0 writes it, one report after the other: 2 W.
    static let scaphandre = (0...4).map { second in
        "{\"host\":{\"consumption\":2000000.0,\"timestamp\":\(1_772_442_000 + second).0,\"components\":{\"disks\":null}},"
            + "\"consumers\":[{\"exe\":\"/usr/bin/{firefox}\",\"cmdline\":\"\",\"pid\":1,\"resources_usage\":null,"
            + "\"consumption\":1.0,\"timestamp\":1.0,\"container\":null}],\"sockets\":[]}"
    }.joined()

    /// Readings of two packages and a part of one: 2 W.
    static let rapl =
        "time,zone,energy_uj\n"
        + (0...4).map { second in
            "\(1_772_442_000 + second),package-0,\(1_500_000 * second)\n"
                + "\(1_772_442_000 + second),core,\(900_000 * second)\n"
                + "\(1_772_442_000 + second),dram,\(500_000 * second)\n"
        }.joined()

    /// Every format's sample, each of which tells of at least [start + 1 s, start + 3 s).
    static let all: [(EnergyFormat, String)] = [
        (.csv, csv), (.perfetto, perfetto), (.batterystats, batterystats), (.battery, battery),
        (.powermetrics, powermetrics), (.powermetricsPlist, powermetricsPlist), (.scaphandre, scaphandre),
        (.rapl, rapl),
    ]

    /// The energy from one to another number of seconds after the start.
    static func joules(_ series: EnergySeries, _ from: Double, _ to: Double) -> Double? {
        series.joules(
            in: Timestamp(nanoseconds: start + Int64(from * 1e9))..<Timestamp(nanoseconds: start + Int64(to * 1e9)))
    }

    static func series(_ text: String, _ options: EnergyOptions = EnergyOptions()) throws -> EnergySeries {
        try EnergyFile.series(bytes(text), name: "e", options: options)
    }
}
