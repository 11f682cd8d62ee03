import Catalogue
import Foundation
import Testing

@Suite struct CatalogueLocationTests {
    @Test("a PostgreSQL address is told by its scheme, all else is a path")
    func schemes() {
        for text in ["postgresql://h/d", "postgres://u@h:5432/d", "PostgreSQL://h/d"] {
            #expect(CatalogueLocation(text) == .server(text))
        }
        for text in ["catalogue.sqlite", "/a/postgresql", "postgresql:/a", "./postgres://x"] {
            #expect(CatalogueLocation(text) == .file(URL(filePath: text)))
        }
    }
}
