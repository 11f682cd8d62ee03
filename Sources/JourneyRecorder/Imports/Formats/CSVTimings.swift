import Documents
import FoundationEssentials

/// A table of steps and times: ecoproxy's own, and JMeter's results.
///
/// The header names `step` (or `name`, `label`) and `start` (or `time`), and may name `displayed` and `end`. A time is
/// RFC 3339; or a number since 1970, whose column ends with its unit: `start_s`, `start_ms`, `start_us`, `start_ns`. Of
/// JMeter's results `timeStamp` and `elapsed`, milliseconds, and `label` are read (jmeter.apache.org, User's Manual,
/// "Listeners", CSV log format). Other columns are left alone. A step `end` or `fin` ends the walk.
enum CSVTimings {
    /// What a column holds.
    private enum Quantity: Hashable {
        case name, start, displayed, end, elapsed
    }

    /// A column that is read.
    private struct Column {
        let index: Int
        /// Nanoseconds that a unit has; `nil` for times as text.
        let unit: Int64?
    }

    private static let words: [String: Quantity] = [
        "step": .name, "name": .name, "label": .name, "étape": .name, "etape": .name, "start": .start, "time": .start,
        "timestamp": .start, "début": .start, "debut": .start, "displayed": .displayed, "end": .end, "stop": .end,
        "fin": .end,
    ]
    private static let units: [(suffix: String, nanoseconds: Int64)] = [
        ("_s", 1_000_000_000), ("_ms", 1_000_000), ("_us", 1000), ("_ns", 1),
    ]

    /// Whether a line can be the header of such a table.
    static func isHeader(_ header: EnergyTable.Header) -> Bool {
        let found = Set(header.names.compactMap { meaning($0)?.quantity })
        return found.isSuperset(of: [.name, .start])
    }

    private static func meaning(_ name: String) -> (quantity: Quantity, unit: Int64?)? {
        if name == "timeStamp" { return (.start, 1_000_000) }
        if name == "elapsed" { return (.elapsed, 1_000_000) }
        let name = name.lowercased()
        if let quantity = words[name] { return (quantity, nil) }
        for unit in units where name.hasSuffix(unit.suffix) {
            guard let quantity = words[String(name.dropLast(unit.suffix.count))], quantity != .name else { continue }
            return (quantity, unit.nanoseconds)
        }
        return nil
    }

    private static func columns(_ names: [String]) throws(MarkerImportError.Problem) -> [Quantity: Column] {
        var columns: [Quantity: Column] = [:]
        for (index, name) in names.enumerated() {
            guard let (quantity, unit) = meaning(name) else { continue }
            if let other = columns.updateValue(Column(index: index, unit: unit), forKey: quantity) {
                throw .ambiguousColumns(names[other.index], name)
            }
        }
        if columns[.name] == nil { throw .missingColumn("step") }
        if columns[.start] == nil { throw .missingColumn("start") }
        return columns
    }

    /// The walk that a table tells.
    static func walk(_ data: Data, file: String) throws(MarkerImportError) -> ImportedWalk {
        let lines = try TextLines.lines(data, file: file)
        guard let first = lines.first else { throw MarkerImportError(.noSteps(.csv), file: file) }
        var steps: [ImportedStep] = []
        var place = "line \(first.number)"
        do throws(MarkerImportError.Problem) {
            guard let header = EnergyTable.Header(first.text) else { throw .missingColumn("step") }
            let columns = try columns(header.names)
            for line in lines.dropFirst() {
                place = "line \(line.number)"
                let cells = EnergyTable.Header.cells(line.text, header.separator)
                guard cells.count == header.names.count else {
                    throw .wrongCellCount(found: cells.count, expected: header.names.count)
                }
                steps.append(try step(cells, columns, place))
            }
        } catch {
            throw MarkerImportError(error, file: file, place: place)
        }
        return ImportedWalk(steps: steps)
    }

    private static func step(
        _ cells: [String], _ columns: [Quantity: Column], _ place: String
    ) throws(MarkerImportError.Problem) -> ImportedStep {
        guard let name = columns[.name], let column = columns[.start] else { throw .missingColumn("step") }
        guard let start = try moment(cells, column) else { throw .badTime("") }
        var displayed = try columns[.displayed].flatMap { column throws(MarkerImportError.Problem) in
            try moment(cells, column)
        }
        let end = try columns[.end].flatMap { column throws(MarkerImportError.Problem) in try moment(cells, column) }
        if let elapsed = columns[.elapsed], let unit = elapsed.unit, displayed == nil {
            let text = cells[elapsed.index]
            guard let length = DecimalText.nanoseconds(text, unit: unit), length >= 0,
                let moment = start.adding(nanoseconds: length)
            else { throw .badTime(text) }
            displayed = moment
        }
        return ImportedStep(
            name: StepName(text: cells[name.index], place: place), start: start, displayed: displayed, end: end)
    }

    /// The time in a cell; `nil` for an empty one.
    private static func moment(
        _ cells: [String], _ column: Column
    ) throws(MarkerImportError.Problem) -> Timestamp? {
        let text = cells[column.index]
        guard !text.isEmpty else { return nil }
        guard let unit = column.unit else {
            guard let moment = Timestamp(text) else { throw .badTime(text) }
            return moment
        }
        guard let nanoseconds = DecimalText.nanoseconds(text, unit: unit), nanoseconds >= 0 else {
            throw .badTime(text)
        }
        return Timestamp(nanoseconds: nanoseconds)
    }
}
