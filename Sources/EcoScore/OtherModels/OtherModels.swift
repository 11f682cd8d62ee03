import FoundationEssentials

/// The models of other public tools that say something of traffic alone, so that a publisher can compare.
///
/// EcoIndex isn't one of them: it needs the number of elements of a page, which traffic doesn't show, and the licence of its
/// tables (CC BY-NC-ND 3.0) doesn't let them be shipped here. Tests hold it as a second implementation.
public struct OtherModels: Sendable {
    /// The identifier of the file of constants.
    public let id: String
    /// Its version.
    public let version: String

    let oneByte: OneByteModel
    let webDesignV3: SustainableWebDesignV3
    let webDesignV4: SustainableWebDesignV4
    let greenFrame: GreenFrameModel
    let sheets: Sheets

    /// Who the models are.
    struct Sheets: Hashable, Sendable {
        let oneByte, webDesignV3, webDesignV4, greenFrame: ModelSheet
    }

    /// The models with the constants that come with the program.
    ///
    /// - Returns: the models.
    /// - Throws: `FactorError` if the file breaks a rule.
    public static func bundled() throws(FactorError) -> OtherModels {
        try OtherModels(Data(PackageResources.models_2026_1_json), file: "models-2026.1.json")
    }

    init(_ data: Data, file: String) throws(FactorError) {
        let object = try StrictObject(data, file: file)
        try object.expectSchema("ecoproxy.models/1")
        try object.allowOnly(["schema", "id", "version", "date", "models"])
        id = try object.text("id")
        version = try object.text("version")
        _ = try object.text("date")
        let entries = try Self.entries(of: object)

        func read<Model>(
            _ id: String, _ model: (inout ModelConstants) throws(FactorError) -> Model
        ) throws(FactorError) -> (Model, ModelSheet) {
            guard let entry = entries[id] else { throw FactorError(file: file, entry: id, .missingEntry) }
            let sheet = try ModelSheet(entry)
            var constants = try ModelConstants(entry, paths: sheet.sources.compactMap(\.path))
            let read = try model(&constants)
            try constants.expectNoneLeft()
            return (read, sheet)
        }
        let oneByte = try read("onebyte") { (constants) throws(FactorError) in try OneByteModel(&constants) }
        let third = try read("swd3") { (constants) throws(FactorError) in
            try SustainableWebDesignV3(&constants, file: file)
        }
        let fourth = try read("swd4") { (constants) throws(FactorError) in
            try SustainableWebDesignV4(&constants, file: file)
        }
        let greenFrame = try read("greenframe") { (constants) throws(FactorError) in try GreenFrameModel(&constants) }
        (self.oneByte, webDesignV3, webDesignV4) = (oneByte.0, third.0, fourth.0)
        self.greenFrame = greenFrame.0
        sheets = Sheets(oneByte: oneByte.1, webDesignV3: third.1, webDesignV4: fourth.1, greenFrame: greenFrame.1)
    }

    private static let known = ["onebyte", "swd3", "swd4", "greenframe"]

    private static func entries(of object: StrictObject) throws(FactorError) -> [String: StrictObject] {
        var entries: [String: StrictObject] = [:]
        for entry in try object.objects("models") {
            let id = try entry.text("id")
            // A model has a formula of its own; one without would be passed over in silence.
            guard known.contains(id) else { throw entry.error("id", .notOneOf(known, found: id)) }
            guard entries.updateValue(entry, forKey: id) == nil else { throw entry.error("id", .duplicate) }
        }
        return entries
    }
}
