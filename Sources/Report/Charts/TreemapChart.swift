/// Hosts as areas, those of a party together.
struct TreemapChart: Hashable, Sendable {
    struct Item: Hashable, Sendable {
        let name: String
        let figure: String
        /// What its area is in proportion to; none negative.
        let value: Double
    }

    struct Group: Hashable, Sendable {
        let name: String
        let fill: ChartFill
        /// From greatest to least.
        let items: [Item]

        var value: Double { items.reduce(0) { $0 + $1.value } }
    }

    let title: String
    let description: String
    /// From greatest to least.
    let groups: [Group]
}
