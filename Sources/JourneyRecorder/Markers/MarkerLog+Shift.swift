import Documents

extension MarkerLog {
    /// The markers, each so many nanoseconds later.
    ///
    /// - Throws: `MarkerError` for a time beyond the range of `Timestamp`.
    func shifted(byNanoseconds offset: Int64) throws(MarkerError) -> MarkerLog {
        var log = MarkerLog(name: name)
        for entry in entries {
            var marker = entry.marker
            guard let time = marker.time.adding(nanoseconds: offset) else {
                throw MarkerError(.badTime("\(marker.time)"), file: name, line: entry.line)
            }
            marker.time = time
            try log.append(marker, line: entry.line)
        }
        return log
    }
}
