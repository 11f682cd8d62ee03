import Documents

/// How long a machine has been running, by clocks that nobody sets.
public struct MachineTime: Hashable, Sendable {
    /// Nanoseconds since it was started, sleep included.
    public var elapsed: Int64
    /// Nanoseconds since it was started, sleep left out.
    public var awake: Int64

    /// A reading of both clocks.
    public init(elapsed: Int64, awake: Int64) {
        (self.elapsed, self.awake) = (elapsed, awake)
    }
}

/// Notices between two looks that the machine slept, or that its clock was set.
struct ClockWatch {
    /// Nanoseconds by which clocks may disagree between two looks: more than reading them apart takes, and far more than a clock
    /// that is steered gains in a second (adjtimex(2): 500 ppm at most).
    static let tolerance: Int64 = 250_000_000

    private var before: (real: Timestamp, machine: MachineTime)?

    /// Looks at the clocks.
    ///
    /// - Returns: what happened since the look before: nothing, as a rule.
    mutating func look(_ real: Timestamp, _ machine: MachineTime) -> [Caveat] {
        defer { before = (real, machine) }
        guard let before else { return [] }
        let elapsed = machine.elapsed - before.machine.elapsed
        let slept = elapsed - (machine.awake - before.machine.awake)
        let stepped = real.nanoseconds - before.real.nanoseconds - elapsed
        var found: [Caveat] = []
        if slept > Self.tolerance {
            let seconds = Self.seconds(slept)
            found.append(
                Caveat(
                    .machineSlept,
                    "the recording machine slept for \(seconds) s from \(before.real): what passed meanwhile wasn't seen; "
                        + "keep it awake, as with: systemd-inhibit ecoproxy record"))
        }
        if abs(stepped) > Self.tolerance {
            found.append(
                Caveat(
                    .clockStepped,
                    "the recording machine's clock was set \(stepped > 0 ? "forward" : "back") by \(Self.seconds(abs(stepped))) s "
                        + "at \(real): times before and after don't agree"))
        }
        return found
    }

    private static func seconds(_ nanoseconds: Int64) -> String {
        let tenths = (nanoseconds + 50_000_000) / 100_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
