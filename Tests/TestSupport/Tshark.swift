/// Runs tshark on a capture, and gives fields of its packets: a witness that isn't ours.
///
/// - Parameters:
///   - file: the capture.
///   - fields: names of fields.
///   - filter: a display filter; all packets unless given.
///   - occurrence: of a field that a packet has several times: `f` the outermost, `l` the innermost, `a` all with commas between them.
/// - Returns: a row for each packet, with an empty text for a field that it doesn't have.
/// - Throws: a file error if the program can't be run.
public func tshark(_ file: String, fields: [String], filter: String? = nil, occurrence: String = "f") throws
    -> [[String]]
{
    let arguments =
        [
            "-n", "-r", file, "-o", "ip.defragment:FALSE", "-T", "fields", "-E", "separator=/t", "-E",
            "occurrence=\(occurrence)",
        ]
        + (filter.map { ["-Y", $0] } ?? []) + fields.flatMap { ["-e", $0] }
    return try run("tshark", arguments, environment: ["TZ": "UTC"]).text.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}
