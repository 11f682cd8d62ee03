/// Why a limit can't be checked.
public enum Obstacle: String, Hashable, Codable, Sendable, CaseIterable {
    /// HTTP requests aren't to be seen in encrypted traffic.
    case requests
    /// Which kind of content bytes are (images, scripts) isn't to be seen in encrypted traffic.
    case resourceType
    /// A moment of a browser's own clock, which no capture shows.
    case browserTiming
    /// Another tool's score, which isn't the écoscore.
    case otherScore
    /// A metric of another tool that nothing here corresponds to.
    case otherMetric
    /// Limits of pages by their address: traffic has steps, and no addresses.
    case page
    /// A set of limits that another tool brings along, or another file.
    case elsewhere
    /// For a scenario that isn't this journey.
    case otherScenario
    /// The file names a metric and no limit of it.
    case noLimit
    /// The runs have no such step.
    case stepMissing
    /// No run walks the journey as a whole.
    case noCompleteRun
    /// Runs are bare Scores, which hold no measured figures.
    case notInScore
    /// There is no score: no step to score.
    case scoreMissing
    /// Not all axes of the score were measured, and the missing ones could change the outcome.
    case scorePartial
    /// Energy wasn't measured in all of it.
    case energyAbsent
    /// Display time wasn't measured in all of it: what is told from traffic alone doesn't count.
    case displayTimeAbsent
    /// Hosts whose party can't be told could change the outcome.
    case partyUnknown
    /// Light hosts are listed together, so that their number could change the outcome.
    case hostsTogether
    /// The documents don't say it, as those of earlier versions.
    case notStated
    /// Relative to a baseline, and none is given.
    case baselineMissing
    /// Relative to a baseline whose figure isn't known.
    case baselineUnknown
}
