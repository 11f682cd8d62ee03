/// The letters that the Sustainable Web Design Model gives a page view, A+ to F.
///
/// Bounds are inclusive (thegreenwebfoundation/co2.js@27cbe832, src/helpers/index.js); they rank page views against pages of
/// the web, so a journey of several screens has no such letter.
struct WebRating: Hashable, Sendable {
    enum Letter: String, CaseIterable, Sendable {
        case aPlus = "A+"
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"
        case e = "E"
        case f = "F"
    }

    /// Upper bounds of A+ to E in gCO2e, ascending.
    private let bounds: [Double]
    private static let bounded = Letter.allCases.dropLast()

    /// Takes the bounds of a model from its constants.
    init(_ model: String, _ constants: inout ModelConstants, file: String) throws(FactorError) {
        var bounds: [Double] = []
        for letter in Self.bounded {
            let id = "\(model).rating.\(letter.rawValue)"
            let bound = try constants.take(id, "gCO2e")
            if let last = bounds.last, bound <= last {
                throw FactorError(
                    file: file, entry: id, key: "value", .outside(least: last.nextUp, most: 1e9, found: bound))
            }
            bounds.append(bound)
        }
        self.bounds = bounds
    }

    /// The letter of a page view's emissions.
    func letter(grams: Double) -> Letter {
        zip(Self.bounded, bounds).first { grams <= $0.1 }?.0 ?? .f
    }
}
