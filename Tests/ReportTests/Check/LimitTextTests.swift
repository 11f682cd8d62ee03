import Documents
import Testing

@testable import Report

@Suite struct LimitTextTests {
    @Test("a failure says step, metric, value, limit, spread and heaviest hosts, in both languages")
    func failure() {
        let english = LimitText(language: .en)
        #expect(english.scope(CheckSample.broken) == "Open the app")
        #expect(
            english.sentence(CheckSample.broken)
                == "IP bytes (third parties): 1,240,311\u{A0}B, limit 900,000\u{A0}B (mean of 2 runs, 1.20\u{A0}MB–1.28\u{A0}MB, "
                + "95% confidence 728\u{A0}kB–1.75\u{A0}MB; undecided: about 4 runs would decide)")
        #expect(
            english.hosts(CheckSample.broken)
                == "Heaviest hosts: cdn.example (third) 1.00\u{A0}MB, ads.example (third) 2.00\u{A0}kB")
        #expect(english.place(CheckSample.broken) == "budget.yaml:7 (journey.0)")
        let french = LimitText(language: .fr).sentence(CheckSample.broken)
        #expect(
            french.hasPrefix(
                "Octets IP (tiers)\u{A0}: 1\u{202F}240\u{202F}311\u{A0}o, limite 900\u{202F}000\u{A0}o (moyenne de 2 passages"
            ))
    }

    @Test("what can't be checked says why, a warning that it is one, a single run that its spread is unknown")
    func notes() {
        let text = LimitText(language: .en)
        #expect(text.sentence(CheckSample.unchecked).hasPrefix("resourceSizes.image (kinds of content"))
        #expect(text.sentence(CheckSample.unchecked).hasSuffix("warning only)"))
        #expect(text.sentence(CheckSample.kept).hasSuffix("72.5, at least 60 (one run: spread unknown)"))
    }

    @Test("a value and a limit that differ are written so that they do")
    func apart() {
        let text = MetricText(language: .en)
        #expect(text.apart(0.45004, 0.45, Metric(.ghg)) == ("0.45004\u{A0}g\u{A0}CO₂e", "0.45\u{A0}g\u{A0}CO₂e"))
        #expect(text.apart(900_001, 900_000, Metric(.bytes)) == ("900,001\u{A0}B", "900,000\u{A0}B"))
        #expect(text.apart(60, 60, Metric(.score)) == ("60", "60"))
        #expect(text.apart(6, 7, Metric(.grade)) == ("B", "A"))
    }
}
