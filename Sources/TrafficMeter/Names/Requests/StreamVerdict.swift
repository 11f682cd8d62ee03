/// What the first bytes of a stream are to a reader that looks for one protocol.
///
/// Further bytes never take back what was said: only `incomplete` may become something else.
enum StreamVerdict: Hashable, Sendable {
    /// A beginning of what is looked for.
    case incomplete
    /// Something else.
    case other
    /// What is looked for, whole.
    case complete
}
