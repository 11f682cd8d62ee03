import Documents

/// A figure as a person writes it, with its unit: `900 kB`, `1.2 g`, `10%`.
enum Amount {
    /// Units beside the metric's own, with what one of them is in it. Decimal prefixes are powers of ten and binary
    /// ones of two (IEC 80000-13).
    private static func units(of metric: Metric) -> [String: Double] {
        switch metric.quantity {
        case .bytes:
            ["B": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9, "KiB": 1024, "MiB": 1_048_576, "o": 1, "ko": 1e3, "Mo": 1e6]
        case .duration, .displayTime: ["ms": 1e-3, "s": 1, "min": 60]
        case .energy: ["J": 1, "kJ": 1e3, "mWh": 3.6, "Wh": 3600]
        case .ghg: ["mg": 1e-3, "g": 1, "kg": 1e3]
        case .water: ["mL": 1e-3, "L": 1]
        // 1 m² = 10⁴ cm²
        case .land: ["cm2.year": 1e-4, "m2.year": 1]
        case .connections, .hosts, .requests, .score, .grade: [:]
        }
    }

    /// What is expected, for messages.
    static func expected(of metric: Metric) -> String {
        if metric.quantity == .grade { return "a letter from A to G" }
        let units = units(of: metric)
        guard !units.isEmpty else { return "a number from 0" }
        let names = units.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
        return "a number from 0 in \(metric.unit), or with a unit (\(names.joined(separator: ", ")))"
    }

    /// The figure in the metric's unit; `nil` if it is none.
    static func value(_ value: BudgetValue, of metric: Metric) -> Double? {
        if metric.quantity == .grade {
            return value.text.flatMap(EcoscoreResult.Grade.init(rawValue:))?.rank
        }
        if let number = value.number { return number >= 0 ? number : nil }
        guard let match = value.text?.wholeMatch(of: /(\d+(?:\.\d+)?)[ \u{A0}\u{202F}]?([A-Za-z][A-Za-z0-9.]*)/),
            let number = Double(match.1), let factor = units(of: metric)[String(match.2)]
        else { return nil }
        let product = number * factor
        return product.isFinite ? product : nil
    }

    /// A fraction from a percentage such as `10%`; `nil` if it is none.
    static func fraction(_ value: BudgetValue) -> Double? {
        guard let match = value.text?.wholeMatch(of: /(\d+(?:\.\d+)?)[ \u{A0}\u{202F}]?%/), let number = Double(match.1)
        else { return nil }
        return number / 100
    }
}
