import Testing

/// No factor is in the code: what the score counts with is data, with its source.
@Suite struct FiguresTests {
    /// Neutral numbers: nothing, one, half of two, per cent, and the definitions of GB, hour and kWh.
    static let neutral: Set<String> = ["0", "0.0", "1", "1.0", "2", "100", "1000", "3600", "3.6e6", "1e9"]

    /// Other numbers, by file, that aren't factors either.
    static let others: [String: (why: String, numbers: Set<String>)] = [
        "Factors/Factor+Reading.swift": ("years", ["1900", "2200"]),
        "Everyday/EverydayThing.swift": ("a limit of what is read", ["1e-9"]),
        "Profile/ScoreProfile.swift": ("limits of what is read", ["0.01", "1e-3", "1e-6", "1e12"]),
        "Leads/LeadRules.swift": ("a limit of what is read", ["1e12"]),
        "ScoringInput.swift": ("limits of what a walk can reach", ["1e12", "1e15", "1_000_000_000_000_000"]),
        "Grading/LogNormalCurve.swift": (
            "the curve's definition: 90 and 50 points, an inverse error function", ["0.9", "0.5", "0.9061938024368232"]
        ),
        "OtherModels/OneByteModel.swift": ("the mean of three networks", ["3"]),
        "Scenario/Scenario+Parsing.swift": (
            "units that a person writes, limits of what is read", ["1e3", "1e6", "1e-3", "60", "9", "20"]
        ),
        "Scenario/Scenario+Applying.swift": ("how many hosts a message names", ["8"]),
        "Grading/HotSpots.swift": ("how many hosts are listed", ["0.8", "5"]),
    ]

    /// Numbers that stand by themselves, rather than in a name, after `$`, or in a regular expression.
    static func numbers(in code: String) -> [String] {
        let plain = code.replacing(/\(of: \/.*\/\)/, with: "").replacing("...", with: " ").replacing("..<", with: " ")
        return plain.matches(of: /(?:^|[^\w.$])(\d[\d_]*(?:\.\d[\d_]*)?(?:[eE]-?\d+)?)/).map { String($0.output.1) }
    }

    @Test("numbers are seen, and nothing that only looks like one")
    func scanner() {
        let code = SourceFile.code(
            of: "let a1 = $0 * 0.0442 + x.1 - 1e-3 // 7\nlet b = \"8\"; c(-12_000, [3]...9, 5..<6); d(of: /x{4}/)")
        #expect(Self.numbers(in: code) == ["0.0442", "1e-3", "12_000", "3", "9", "5", "6"])
    }

    @Test("the score's sources hold no number but neutral ones and those that are accounted for")
    func figures() throws {
        let files = try SourceFile.product().filter { $0.path.hasPrefix("Sources/EcoScore/") }
        #expect(files.count > 30)
        for file in files {
            let name = String(file.path.dropFirst("Sources/EcoScore/".count))
            let found = Set(Self.numbers(in: file.code)).subtracting(Self.neutral)
            #expect(
                found == Self.others[name]?.numbers ?? [], "\(file): \(Self.others[name]?.why ?? "no number is due")")
        }
        let names = Set(files.map { String($0.path.dropFirst("Sources/EcoScore/".count)) })
        #expect(names.isSuperset(of: Self.others.keys))
    }
}
