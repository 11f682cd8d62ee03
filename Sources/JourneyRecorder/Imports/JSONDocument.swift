import FoundationEssentials

/// A JSON document read into a type that lists only the keys that are wanted.
enum JSONDocument {
    /// Why a document can't be read.
    struct Fault: Error, Hashable {
        /// The key that is missing or of another kind; `nil` where the text is no JSON.
        var key: String?
        /// Where, such as `log.pages[0]`; `nil` for the document as a whole.
        var place: String?
    }

    /// The value of a document's bytes.
    static func decode<Value: Decodable>(_: Value.Type, from data: Data) throws(Fault) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: data)
        } catch DecodingError.keyNotFound(let key, let context) {
            throw Fault(key: key.stringValue, place: place(context.codingPath))
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            let key = context.codingPath.last { $0.intValue == nil }
            throw Fault(key: key?.stringValue ?? "{…}", place: place(context.codingPath))
        } catch DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty {
            throw Fault(key: context.codingPath.last?.stringValue, place: place(context.codingPath))
        } catch {
            throw Fault()
        }
    }

    /// Where in a document keys lead, such as `log.pages[0]`.
    private static func place(_ path: [any CodingKey]) -> String? {
        path.isEmpty
            ? nil
            : path.reduce(into: "") { place, key in
                if let index = key.intValue {
                    place += "[\(index)]"
                } else {
                    place += (place.isEmpty ? "" : ".") + key.stringValue
                }
            }
    }
}
