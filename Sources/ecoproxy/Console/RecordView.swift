import Documents
import JourneyRecorder

/// How a recording looks to who records: a screen, or lines.
protocol RecordView: Sendable {
    /// Says that the recording runs.
    func open()
    /// Shows how far it is.
    func show(_ progress: Recording.Progress)
    /// Says what a person wants to know when it happens.
    func tell(_ text: String)
    /// Says that it has ended, and gives the terminal back.
    func close(_ progress: Recording.Progress)
}
