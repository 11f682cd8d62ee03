import Documents
import Testing

@testable import JourneyRecorder

@Suite struct BatteryStatsHistoryTests {
    private static let head = "9,0,i,vers,36,214,A,B\n9,h,0:RESET:TIME:1772442000000\n"

    private static func problem(_ text: String) -> EnergyFileError? {
        do {
            _ = try EnergySamples.series(text)
            return nil
        } catch {
            return error as? EnergyFileError
        }
    }

    @Test("a clock that is lost is found again at the next time")
    func clock() throws {
        let text =
            Self.head + """
                9,h,0,Bp=n,Bv=4000,Bcc=3000
                9,h,1000,Bcc=2999
                9,h,1000,Bcc=2998
                9,h,2000:SHUTDOWN
                9,h,23:START
                9,h,5,Bcc=2990
                9,h,0:TIME:1772442100000
                9,h,1000,Bcc=2989
                9,h,1000,Bcc=2988

                """
        let series = try EnergySamples.series(text)
        let joules = try [(1.0, 2.0), (101, 102)].map { try #require(EnergySamples.joules(series, $0.0, $0.1)) }
        #expect(joules.allSatisfy { abs($0 - 3.6 * 4) < 1e-9 })
        // What is said between start and time has no moment: the charge is known again 99 s later.
        #expect(series.cutLength(at: Timestamp(nanoseconds: EnergySamples.start + 50_000_000_000)) == 99_000_000_000)
    }

    @Test("while something is plugged in the battery tells nothing")
    func plugged() throws {
        let text =
            Self.head + """
                9,h,0,Bp=n,Bv=4000,Bcc=3000
                9,h,1000,Bcc=2999
                9,h,1000,Bcc=2998
                9,h,500,Bp=u
                9,h,500,Bcc=2997
                9,h,1000,Bp=n
                9,h,1000,Bcc=2996
                9,h,1000,Bcc=2995

                """
        let series = try EnergySamples.series(text)
        #expect(EnergySamples.joules(series, 1, 2) != nil)
        #expect(EnergySamples.joules(series, 1, 3) == nil)
        #expect(EnergySamples.joules(series, 5, 6) != nil)
        let always = Self.head + "9,h,0,Bp=a,Bv=4000,Bcc=3000\n9,h,10,Bcc=2999\n"
        #expect(Self.problem(always)?.problem == .alwaysPlugged)
    }

    @Test("lines that can't be meant are named")
    func errors() {
        #expect(Self.problem(Self.head + "9,h,x,Bcc=1\n") == EnergyFileError(.badNumber("x"), file: "e", line: 3))
        #expect(Self.problem(Self.head + "9,h,-1,Bcc=1\n")?.problem == .badNumber("-1"))
        #expect(Self.problem(Self.head + "9,h,0,Bcc=-1\n")?.problem == .badNumber("-1"))
        #expect(Self.problem(Self.head + "9,h,0:TIME:\n")?.problem == .badTime("0:TIME:"))
        #expect(Self.problem(Self.head + "9,h,9223372036854775807,Bcc=1\n")?.problem == .timeOutOfRange)
        #expect(Self.problem(Self.head + "9,h,0,Bcc=30\n9,h,1,Bcc=29\n")?.problem == .voltageNeeded)
        #expect(Self.problem(Self.head)?.problem == .noHistory)
    }
}
