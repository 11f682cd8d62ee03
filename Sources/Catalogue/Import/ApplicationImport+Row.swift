import Documents

extension ApplicationImport.Row {
    /// Judges a row.
    ///
    /// - Throws: the refusal, with the first thing that is wrong.
    init(
        _ row: ImportedRow, fields: [String: ImportField?], at time: Timestamp
    ) throws(ImportRefusal) {
        func refusal(_ reason: ImportRefusal.Reason, _ column: String? = nil) -> ImportRefusal {
            ImportRefusal(place: row.place, column: column, reason: reason)
        }
        if let flaw = row.flaw { throw refusal(flaw.reason, flaw.column) }
        var application = Application(id: "", title: "", created: time)
        var headings: [ImportField: String] = [:]
        for cell in row.cells {
            guard let field = fields[cell.heading] ?? nil else { continue }
            headings[field] = cell.heading
            guard case .text(let content) = cell.content else {
                guard case .other(let kind) = cell.content else { continue }
                throw refusal(.notText(kind), cell.heading)
            }
            do throws(ImportRefusal.Reason) {
                try application.set(field, to: CSVRecord.unguarded(content.trimmed))
            } catch {
                throw refusal(error, cell.heading)
            }
        }
        guard !application.title.isEmpty else { throw refusal(.noName, headings[.title]) }
        let isDerived = application.id.isEmpty
        if isDerived {
            guard let slug = Application.slug(title: application.title, platform: application.platform) else {
                throw refusal(.noIdentifier, headings[.title])
            }
            application.id = slug
        }
        if case .invalid(let field, let value, let rule)? = application.problem {
            throw refusal(.invalid(value, rule: rule), Self.heading(of: field, in: headings))
        }
        self.init(place: row.place, application: application, isIdentifierDerived: isDerived, repeats: nil)
    }

    /// The column of a field as the catalogue's rules name it.
    private static func heading(of field: String, in headings: [ImportField: String]) -> String? {
        let scheme = field.hasSuffix(" identifier") ? String(field.dropLast(" identifier".count)) : nil
        return (scheme.map { .identifier(scheme: $0) } ?? ImportField(heading: field)).flatMap {
            headings[$0] ?? headings[.identifiers]
        }
    }
}

extension Application {
    /// Takes what a cell says.
    fileprivate mutating func set(_ field: ImportField, to text: String) throws(ImportRefusal.Reason) {
        switch field {
        case .id: id = text
        case .title: title = text.oneLine
        case .publisher: publisher = text.oneLine
        case .category: category = text.oneLine
        case .url: url = text
        case .platform: platform = try Platform(cell: text)
        case .identifier(let scheme): identifiers[scheme] = text
        case .identifiers:
            for part in text.split(whereSeparator: { ";|\n".contains($0) || $0.isNewline }) {
                let pair = part.split(separator: /[=:]/, maxSplits: 1)
                guard pair.count == 2 else { throw .noScheme(String(part).trimmed) }
                let scheme = String(pair[0]).asciiWords.joined(separator: "-")
                identifiers[scheme] = String(pair[1]).trimmed
            }
        }
    }
}

extension Application.Platform {
    /// The one platform that a person's words tell.
    fileprivate init(cell: String) throws(ImportRefusal.Reason) {
        let words = cell.asciiWords
        let found = Set((words + [words.joined()]).compactMap { Self.words[$0] })
        guard let platform = found.first else { throw .unknownPlatform(cell) }
        guard found.count == 1 else { throw .severalPlatforms(cell) }
        self = platform
    }

    private static let words: [String: Application.Platform] = [
        "web": .web, "site": .web, "internet": .web, "navigateur": .web, "browser": .web, "webapp": .web, "pwa": .web,
        "android": .android, "googleplay": .android, "playstore": .android,
        "ios": .ios, "ipados": .ios, "iphone": .ios, "ipad": .ios, "appstore": .ios,
    ]
}

extension String {
    /// Itself in one line: a cell may hold line ends, a title none.
    fileprivate var oneLine: String {
        split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
