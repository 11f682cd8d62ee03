import Report

/// How to record beside one kind of device: what to type, and what to watch for.
///
/// This is the one source of these recipes: `doctor` prints them, and `make docs` writes them into `docs/devices.md`.
struct Recipe: Codable, Sendable {
    /// The kinds of devices.
    enum Device: String, Codable, CaseIterable {
        case android
        case androidRoot = "android-root"
        case emulator, iphone, hotspot, browser
    }

    /// One thing to do.
    struct Step: Codable, Sendable {
        var text: String
        /// What to type for it, a line each; absent where nothing is typed.
        var commands: [String]?

        init(_ text: String, _ commands: String...) {
            self.text = text
            self.commands = commands.isEmpty ? nil : commands
        }
    }

    var device: Device
    var title: String
    /// What is to be done, in order.
    var steps: [Step]
    /// What to watch for.
    var cautions: [String]

    /// For a terminal. What is to be typed stays in one line, however long, so that it can be copied.
    ///
    /// - Parameter width: columns of the terminal, for the sentences.
    /// - Returns: lines without a line feed at the end.
    func text(width: Int) -> String {
        func sentence(_ text: String, _ head: String) -> [String] {
            let indent = String(repeating: " ", count: head.count)
            // French has a space before these, at which no line ends.
            let bound = text.replacing(" :", with: "\u{A0}:").replacing(" ;", with: "\u{A0};")
            return bound.wrapped(toWidth: max(20, width - head.count)).enumerated().map { index, line in
                (index == 0 ? head : indent) + line
            }
        }
        let numbered = steps.enumerated().flatMap { index, step in
            sentence(step.text, "  \(index + 1). ") + (step.commands ?? []).map { "       \($0)" }
        }
        return ([title] + numbered + cautions.flatMap { sentence($0, "  ! ") }).joined(separator: "\n")
    }

    /// As a section of a Markdown document: an empty line between all parts, none at the end.
    var markdown: String {
        let numbered = steps.enumerated().map { index, step in
            let typed = (step.commands ?? []).map { "   \($0)" }.joined(separator: "\n")
            return "\(index + 1). \(step.text)" + (typed.isEmpty ? "" : "\n\n   ```sh\n\(typed)\n   ```")
        }
        let watch = ([say("Watch for:", "À surveiller :"), ""] + cautions.map { "* \($0)" }).joined(separator: "\n")
        return
            (["## \(title)", "`ecoproxy doctor --device \(device.rawValue)`"]
            + numbered + [watch]).joined(separator: "\n\n")
    }

    /// The recipe for a kind of device, in the language of this run.
    init(for device: Device) {
        switch device {
        case .android: self = .android
        case .androidRoot: self = .androidRoot
        case .emulator: self = .emulator
        case .iphone: self = .iPhone
        case .hotspot: self = .hotspot
        case .browser: self = .browser
        }
    }

    init(_ device: Device, _ title: String, _ steps: [Step], cautions: [String]) {
        (self.device, self.title, self.steps, self.cautions) = (device, title, steps, cautions)
    }
}
