import Documents

/// Changes to what was measured, to compute what the score would be: `third-party=0,step:home/all=-40%`.
///
/// Items are separated by commas and made in the order written, each to what those before it left:
/// `[step:ID/]WHAT=CHANGE`. WHAT is `all`, `first-party`, `third-party`, a `Purpose` or `dns`, `host:NAME`, `time` (duration, time to
/// display and energy of steps that end with a screen), or `display-time` (the measured time to display, and the duration by as many
/// seconds). CHANGE is `0`, `-40%`, `+10%`, or what it becomes: bytes (`500kB`, powers of ten) or seconds (`2.5s`).
/// What it becomes is the sum of each step's mean over its walks. An item must concern something that was measured, in one step at least.
public struct Scenario: Hashable, Sendable {
    /// What an item changes.
    enum Target: Hashable {
        case traffic(TrafficPart)
        case time
        case displayTime
    }

    /// By how much, or to what.
    enum Amount: Hashable {
        case times(Double)
        /// In bytes or seconds, as the target says.
        case becomes(Double)
    }

    /// One item.
    struct Change: Hashable {
        /// As it was written.
        let item: String
        /// The step that it is limited to.
        let step: String?
        let target: Target
        let amount: Amount

        func concerns(_ step: Step) -> Bool {
            guard step.isScored, self.step == nil || self.step == step.id else { return false }
            return switch target {
            case .traffic: true
            // How long a rest lasts is for the tester to say, not for the app.
            case .time, .displayTime: !step.isRest
            }
        }
    }

    /// In the order made.
    let changes: [Change]

    /// The changes as they were written.
    public var text: String { changes.map(\.item).joined(separator: ",") }
}
