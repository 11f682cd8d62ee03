import Documents

extension EnglishWords {
    /// What to do about it, where the warning's own sentence doesn't say; `docs/quality.md` has it for every code.
    func advice(on code: Caveat.Code) -> String? {
        switch code {
        case .captureCut: "Let the capturing program end by itself, or copy the file again."
        case .captureDamaged: "Copy the file again, in binary mode (adb exec-out rather than adb shell)."
        case .packetsDropped:
            "Close what loads the machine, set a filter, or record to a faster disk; then measure again."
        case .bytesMissing:
            "See that all traffic crosses the interface, and that the machine keeps up; then measure again."
        case .dropsUnknown: "Record with ecoproxy record, or into pcapng, so that losses are stated."
        case .packetsWithoutTime: "Capture into a format that has times."
        case .timeBackwards: "Stop what sets the clock meanwhile (NTP, a sleeping laptop), and measure again."
        case .linkTypeUnknown: "Capture on another interface."
        case .superPackets: "Turn offloads off before the capture; ecoproxy doctor gives the command."
        case .nestedTooDeep: "Count the outer packets with --view outer."
        case .stepMissing: "Walk it again, or take the step out of the journey."
        case .conditionsAssumed: "Give a journey: ecoproxy replay --journey."
        case .energyNotCovered: "Read more often, from before the walk until after it."
        case .reorderLimit: "Nothing needs doing: IP bytes are exact."
        default: nil
        }
    }
}
