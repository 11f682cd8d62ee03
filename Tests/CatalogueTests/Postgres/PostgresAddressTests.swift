import TestSupport
import Testing

@testable import Catalogue

@Suite struct PostgresAddressTests {
    @Test(
        "the place has no password and no options",
        arguments: [
            (
                "postgresql://ana:s%3Acret@db.exemple.fr:5433/eco?sslmode=require",
                "postgresql://ana@db.exemple.fr:5433/eco"
            ),
            ("postgres://db/eco?user=ana&password=secret", "postgresql://ana@db/eco"),
            ("postgresql://ana:secret@%2Frun%2Fpg/eco", "postgresql://ana@%2Frun%2Fpg/eco"),
            ("postgresql://", "postgresql:///"),
        ])
    func place(_ text: String, _ place: String) throws {
        #expect(try PostgresAddress(text).place == place)
    }

    // libpq's own message repeats what it couldn't read.
    @Test(
        "an address that can't be read is told without a word of it",
        arguments: [
            "postgresql://ana:secret%zz@db/eco", "postgresql://ana@db/eco?secret=1", "postgresql://ana:se\0cret@db/eco",
            "postgresql://ana:secret@[db/eco",
        ])
    func unreadable(_ text: String) throws {
        let error = #expect(throws: CatalogueError.self) { try PostgresAddress(text) }
        #expect(error?.problem == .badAddress)
        #expect(error?.description.contains("secret") == false)
    }

    @Test("a message is shown without the password")
    func redacted() throws {
        let address = try PostgresAddress("postgresql://ana:s%3Acret@db/eco")
        #expect(address.redacted("no s:cret here") == "no *** here")
        #expect(try PostgresAddress("postgresql://ana@db/eco").redacted("as it is") == "as it is")
    }
}
