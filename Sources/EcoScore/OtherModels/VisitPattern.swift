/// How visits divide into first ones and returns, and what returns load again (all 0 to 1): the cache assumptions of
/// the Sustainable Web Design Model (thegreenwebfoundation/co2.js@27cbe832, src/constants/index.js).
struct VisitPattern: Hashable, Sendable {
    /// Share of visits that load everything.
    let first: Double
    /// Share of visits that come back.
    let returning: Double
    /// Part of the data that a visit which comes back loads again.
    let reloaded: Double

    /// What a mean visit weighs beside a first one.
    var weight: Double { first + returning * reloaded }

    /// Version 4's default: every visit is a first one (co2.js@27cbe832, src/sustainable-web-design-v4.js).
    static let firstOnly = VisitPattern(first: 1, returning: 0, reloaded: 0)
}
