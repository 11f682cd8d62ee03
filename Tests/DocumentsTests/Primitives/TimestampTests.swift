import Documents
import Testing

@Suite struct TimestampTests {
    // Expected values: `date -u -d @N` of GNU coreutils; the last three are the type's limits.
    @Test(
        "nanoseconds since the epoch read as RFC 3339 and back",
        arguments: [
            (0, "1970-01-01T00:00:00.000000000Z"),
            (1_435_587_866_603_221_000, "2015-06-29T14:24:26.603221000Z"),
            (951_782_400_000_000_001, "2000-02-29T00:00:00.000000001Z"),
            (-1, "1969-12-31T23:59:59.999999999Z"),
            (4_294_967_295_000_000_000, "2106-02-07T06:28:15.000000000Z"),
            (Int64.max, "2262-04-11T23:47:16.854775807Z"),
            (Int64.min + 854_775_808, "1677-09-21T00:12:44.000000000Z"),
            (Int64.min, "1677-09-21T00:12:43.145224192Z"),
        ])
    func roundTrip(_ nanoseconds: Int64, _ text: String) {
        #expect(Timestamp(nanoseconds: nanoseconds).description == text)
        #expect(Timestamp(text) == Timestamp(nanoseconds: nanoseconds))
    }

    @Test(
        "offsets and short fractions are understood",
        arguments: [
            ("2026-03-02T10:00:00.5+01:00", "2026-03-02T09:00:00.500000000Z"),
            ("2026-03-01T22:30:00-10:30", "2026-03-02T09:00:00.000000000Z"),
            ("2026-03-02 09:00:00z", "2026-03-02T09:00:00.000000000Z"),
        ])
    func offsets(_ text: String, _ utc: String) {
        #expect(Timestamp(text)?.description == utc)
    }

    @Test(
        "what is no RFC 3339 time is refused",
        arguments: [
            "", "2026-03-02", "2026-13-02T09:00:00Z", "2026-02-29T09:00:00Z", "2026-03-02T24:00:00Z",
            "2026-03-02T09:00:00",
            "2026-03-02T09:00:00.Z", "2026-03-02T09:00:00.0000000001Z", "2026-03-02T09:00:00Z ", "3000-01-01T00:00:00Z",
            "1677-09-21T00:12:43.145224191Z", "2262-04-11T23:47:16.854775808Z",
        ])
    func refused(_ text: String) {
        #expect(Timestamp(text) == nil)
    }
}
