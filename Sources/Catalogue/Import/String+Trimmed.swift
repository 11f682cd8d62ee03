extension String {
    /// Itself without white space around it, of any kind that Unicode has.
    var trimmed: String {
        let isInside = { (scalar: Unicode.Scalar) in !scalar.properties.isWhitespace }
        guard let start = unicodeScalars.firstIndex(where: isInside),
            let end = unicodeScalars.lastIndex(where: isInside)
        else { return "" }
        return String(unicodeScalars[start...end])
    }
}
