import Documents

/// Which letter a score has: the first whose cut-off it lies strictly above.
struct GradeScale: Hashable {
    /// Cut-offs of A to F, descending; below all of them lies G.
    private let cutoffs: [Double]
    private static let letters: [EcoscoreResult.Grade] = [.A, .B, .C, .D, .E, .F]

    init(_ object: StrictObject) throws(FactorError) {
        try object.allowOnly(["above", "source"])
        _ = try object.text("source")
        let above = try object.object("above")
        try above.allowOnly(Self.letters.map(\.rawValue))
        var cutoffs: [Double] = []
        for letter in Self.letters {
            let cutoff = try above.number(letter.rawValue, 0...(cutoffs.last ?? 100))
            cutoffs.append(cutoff)
        }
        self.cutoffs = cutoffs
    }

    /// The letter of an unrounded score.
    func grade(_ score: Double) -> EcoscoreResult.Grade {
        zip(Self.letters, cutoffs).first { score > $0.1 }?.0 ?? .G
    }
}
