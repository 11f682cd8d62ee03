public import Documents

public enum UpsertOutcome: String, Codable, Sendable { case new, changed, unchanged }
extension CatalogueStore {
    @discardableResult public func upsert(_ applications: [Application], at time: Timestamp, dryRun: Bool = false)
        throws(CatalogueError) -> [UpsertOutcome]
    {
        var result: [UpsertOutcome] = []
        for a in applications {
            do {
                let old = try application(a.id).application
                let new = old.updated(by: a)
                if new == old {
                    result.append(.unchanged)
                } else {
                    if !dryRun { try update(new) }; result.append(.changed)
                }
            } catch {
                if !dryRun { try add(a) }
                result.append(.new)
            }
        }
        return result
    }
    public func forEachSheet(_ body: (ApplicationSheet) throws -> Void) throws {
        for e in try applications().applications { try body(try application(e.application.id)) }
    }
}
