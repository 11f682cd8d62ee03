/// Runs tshark on a capture, and gives fields of its packets: a witness that isn't ours.
///
/// - Parameters:
///   - file: the capture.
///   - fields: names of fields, of which the outermost occurrence counts.
///   - filter: a display filter; all packets unless given.
/// - Returns: a row for each packet, with an empty text for a field that it doesn't have.
/// - Throws: a file error if the program can't be run.
public func tshark(_ file: String, fields: [String], filter: String? = nil) throws -> [[String]] {
    let arguments =
        ["-n", "-r", file, "-o", "ip.defragment:FALSE", "-T", "fields", "-E", "separator=/t", "-E", "occurrence=f"]
        + (filter.map { ["-Y", $0] } ?? []) + fields.flatMap { ["-e", $0] }
    return try run("tshark", arguments, environment: ["TZ": "UTC"]).text.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}
