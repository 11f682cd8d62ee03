import FoundationEssentials

/// What is known of hosts whoever measures: public suffixes, operators and their purposes, what devices do by themselves.
///
/// Made once and passed on; making it takes some milliseconds.
public struct HostKnowledge: Sendable {
    /// Tells registrable domains.
    public let suffixes: PublicSuffixList
    let operators: HostTable<OperatorEntry>
    let background: HostTable<BackgroundService>

    init(
        suffixes: PublicSuffixList, operators: HostTable<OperatorEntry>, background: HostTable<BackgroundService>
    ) {
        self.suffixes = suffixes
        self.operators = operators
        self.background = background
    }

    /// What comes with the program.
    ///
    /// - Throws: `HostTableError` if one of its files breaks a rule, which tests exclude.
    public static func bundled() throws(HostTableError) -> HostKnowledge {
        HostKnowledge(
            suffixes: try .bundled(),
            operators: try HostTable(Data(PackageResources.operators_json), file: "operators.json"),
            background: try HostTable(Data(PackageResources.background_json), file: "background.json"))
    }
}
