import Testing

@testable import Documents

@Suite struct StudentQuantileTests {
    /// NIST/SEMATECH e-Handbook of Statistical Methods § 1.3.6.7.2, critical values of Student's t: columns 0.95, 0.975 and 0.995.
    static let table: [(degrees: Int, confidence: Double, t: Double)] = [
        (1, 0.90, 6.314), (1, 0.95, 12.706), (1, 0.99, 63.657), (2, 0.95, 4.303), (3, 0.95, 3.182), (4, 0.95, 2.776),
        (4, 0.99, 4.604), (5, 0.95, 2.571), (9, 0.95, 2.262), (10, 0.90, 1.812), (10, 0.95, 2.228), (29, 0.95, 2.045),
        (30, 0.99, 2.750), (60, 0.95, 2.000), (100, 0.95, 1.984),
    ]

    @Test("quantiles are those of the published table", arguments: table)
    func published(_ row: (degrees: Int, confidence: Double, t: Double)) {
        let t = StudentQuantile.twoSided(confidence: row.confidence, degrees: row.degrees)
        #expect((t - row.t).magnitude <= 0.0005)
    }

    @Test("with many degrees it comes near the normal distribution's 1.960, from above")
    func limit() {
        for degrees in [1000, 5000, 1_000_000] {
            #expect((1.960..<1.963).contains(StudentQuantile.twoSided(confidence: 0.95, degrees: degrees)))
        }
    }
}
