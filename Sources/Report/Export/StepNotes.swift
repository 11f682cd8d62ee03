public import Documents

/// A run as notes of the Green Metrics Tool: a line at the beginning of each step, 16 digits of microseconds since 1970 and its
/// identifier (green-coding-solutions/green-metrics-tool, lib/notes.py); `end` where no step follows at once.
public enum StepNotes {
    /// All lines. Nanoseconds are cut.
    public static func text(_ measurement: JourneyMeasurement) -> String {
        var text = ""
        for (index, step) in measurement.steps.enumerated() {
            text += line(step.start, step.id)
            let next = index + 1 < measurement.steps.count ? measurement.steps[index + 1].start : nil
            if next.map({ step.end < $0 }) ?? true { text += line(step.end, "end") }
        }
        return text
    }

    private static func line(_ time: Timestamp, _ note: String) -> String {
        let digits = String(max(0, time.nanoseconds / 1000))
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits + " "
            + note.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
    }
}
