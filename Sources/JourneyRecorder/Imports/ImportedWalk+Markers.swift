import Documents

extension ImportedWalk {
    /// The walk as markers, in the order of time.
    ///
    /// A step begins at its start and ends where the next begins, unless the tool says that it ended before. What a
    /// step waited for becomes a marker `displayed`.
    ///
    /// - Parameters:
    ///   - naming: finds the journey's steps.
    ///   - source: what the markers say as their source.
    ///   - file: the file's name, for messages.
    /// - Returns: the markers.
    /// - Throws: `MarkerImportError` for names that mean no step and steps that overlap; `MarkerError` for what no marker can be.
    func markers(_ naming: StepNaming, source: String, file: String) throws -> MarkerLog {
        // Of equal starts, the order of the file counts: sorting keeps it.
        let sorted = steps.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element)
        var markers: [Marker] = []
        for (index, step) in sorted.enumerated() {
            let next = index + 1 < sorted.count ? sorted[index + 1] : nil
            do throws(MarkerImportError.Problem) {
                try Self.add(step, before: next, naming, source, to: &markers)
            } catch {
                throw MarkerImportError(error, file: file, place: step.name.place)
            }
        }
        if let end, let last = markers.last {
            // The end isn't in the step: what was displayed at that moment was so before it.
            let moment = max(end, last.kind == .displayed ? last.time.adding(nanoseconds: 1) ?? end : last.time)
            if last.kind != .end { markers.append(Marker(time: moment, kind: .end, source: source)) }
        }
        var log = MarkerLog(name: file)
        for marker in markers { try log.append(marker) }
        return log
    }

    private static func add(
        _ step: ImportedStep, before next: ImportedStep?, _ naming: StepNaming, _ source: String,
        to markers: inout [Marker]
    ) throws(MarkerImportError.Problem) {
        guard step.displayed.map({ $0 >= step.start }) ?? true, step.end.map({ $0 >= step.start }) ?? true else {
            throw .timesOutOfOrder
        }
        if naming.ends(step.name) {
            markers.append(Marker(time: step.start, kind: .end, source: source))
            return
        }
        let id = try naming.id(of: step.name)
        markers.append(Marker(time: step.start, kind: .step, step: id, source: source))
        if let end = step.end, let next, end > next.start { throw .overlap(with: next.name.text) }
        if var displayed = step.displayed {
            // A step is half-open: the moment at which the next one begins is just after it.
            if let border = [next?.start, step.end].compactMap(\.self).min(), displayed == border, border > step.start {
                displayed.nanoseconds -= 1
            }
            if let end = step.end, displayed > end { throw .timesOutOfOrder }
            if let next, displayed > next.start { throw .overlap(with: next.name.text) }
            markers.append(Marker(time: displayed, kind: .displayed, step: id, source: source))
        }
        if let end = step.end, next.map({ end < $0.start }) ?? true {
            markers.append(Marker(time: end, kind: .end, source: source))
        }
    }
}
