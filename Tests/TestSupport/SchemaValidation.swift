public import Foundation

/// Validates a document against one of the schemas of `docs/formats` with Python's jsonschema, a witness that isn't ours.
///
/// - Parameters:
///   - json: the document, or several separated by line feeds if `lines`.
///   - schemaName: the schema's name without its ending, such as `measurement`.
///   - lines: whether each line is a document of its own.
/// - Returns: a line for each violation: where, what; empty for a valid document.
/// - Throws: `SchemaValidationError` if the document can't be judged, for want of the schema, the package or valid JSON.
public func validate(_ json: Data, against schemaName: String, lines: Bool = false) throws -> [String] {
    let schema = Repository.root.appending(path: "docs/formats/\(schemaName).schema.json")
    // Debian's interpreter, because it has Debian's packages (python3-jsonschema) whatever else is on the path.
    let result = try run(
        "/usr/bin/python3", ["-c", validator, schema.path, lines ? "lines" : "document"], input: json,
        environment: ["PYTHONIOENCODING": "utf-8"])
    guard result.status == 0 else { throw SchemaValidationError(reason: result.errors) }
    return result.text.split(separator: "\n").map(String.init)
}

/// Why a document couldn't be judged.
public struct SchemaValidationError: Error, CustomStringConvertible {
    let reason: String

    /// What Python said.
    public var description: String { "validation with /usr/bin/python3 (package python3-jsonschema) failed: \(reason)" }
}

private let validator = """
    import json, sys
    from jsonschema import Draft202012Validator

    def refuse(constant):
        raise ValueError("not JSON: " + constant)

    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    text = sys.stdin.buffer.read().decode("utf-8")
    documents = text.splitlines() if sys.argv[2] == "lines" else [text]
    for document in documents:
        value = json.loads(document, parse_constant=refuse)
        for error in Draft202012Validator(schema).iter_errors(value):
            print(error.json_path + ": " + error.message.replace("\\n", " "))
    """
