import Foundation
import TestSupport
import Testing

/// Imports follow the arrows of ARCHITECTURE.md, and only the module that owns a library knows it.
@Suite struct ArrowsTests {
    /// What each module may import, beside the standard library and Foundation.
    static let arrows: [String: Set<String>] = [
        "Documents": [],
        "TrafficMeter": ["CPcap", "COpenSSL", "CCompression", "Documents"],
        "JourneyRecorder": ["TrafficMeter", "Documents", "Yams"],
        "EcoScore": ["Documents"],
        "Verdict": ["Documents"],
        "Report": ["Documents"],
        "Catalogue": ["CCompression", "CPostgreSQL", "Documents", "GRDB", "GRDBSQLite"],
        "ecoproxy": [
            "Documents", "TrafficMeter", "JourneyRecorder", "EcoScore", "Verdict", "Catalogue", "Report",
            "ArgumentParser", "CCapability",
        ],
    ]
    /// Parts of the toolchain.
    static let system: Set<String> = [
        "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization",
    ]

    static func imports(of code: String) -> Set<String> {
        Set(
            code.matches(
                of:
                    /(?m)^\s*(?:@\w+(?:\([^)]*\))? )*(?:\w+ )?import (?:(?:struct|class|enum|protocol|func|var|let|typealias) )?(\w+)/
            )
            .map { String($0.output.1) })
    }

    @Test(
        "an import is seen however it is written",
        arguments: [
            "import GRDB", "public import GRDB", "internal import GRDB", "@preconcurrency import GRDB",
            "@_implementationOnly import GRDB", "@testable import GRDB", "import struct GRDB.Row", "  import GRDB.Row",
            "@_spi(Internal) public import GRDB",
        ])
    func scanner(_ line: String) {
        #expect(Self.imports(of: "import Foundation\n\(line)\n") == ["Foundation", "GRDB"])
    }

    @Test("no module imports what is not below it")
    func imports() throws {
        let files = try SourceFile.product()
        #expect(files.count > 100)
        for file in files {
            let module = file.parts[1]
            let allowed = try #require(Self.arrows[module], "\(module) has no place among the arrows")
            let foreign = Self.imports(of: file.code).subtracting(allowed).subtracting(Self.system)
            #expect(foreign.isEmpty, "\(file) imports \(foreign.sorted())")
        }
    }

    @Test("the package declares these arrows and no others")
    func package() throws {
        // A scratch folder of its own: the build folder is locked while tests run from it.
        let scratch = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: scratch) }
        let dumped = try run(
            "timeout",
            [
                "60", "swift", "package", "--package-path", Repository.root.path, "--scratch-path", scratch.path,
                "dump-package",
            ])
        let object = try JSONSerialization.jsonObject(with: dumped.output) as? [String: Any]
        let targets = try #require(object?["targets"] as? [[String: Any]])
        var declared: [String: Set<String>] = [:]
        for target in targets where ["regular", "executable"].contains(target["type"] as? String) {
            let name = try #require(target["name"] as? String)
            guard name != "TestSupport" else { continue }
            let dependencies = target["dependencies"] as? [[String: [Any]]] ?? []
            declared[name] = Set(dependencies.flatMap(\.values).compactMap { $0.first as? String })
        }
        #expect(declared == Self.arrows)
    }

    @Test("the architecture's table names each module and folder that there is")
    func architecture() throws {
        let text = try String(contentsOf: Repository.root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
        for module in Self.arrows.keys {
            let row = try #require(rows.first { $0.contains("`\(module)`") }, "\(module)")
            let folder = Repository.root.appending(path: "Sources/\(module)")
            // `Sheets/` in the row is a folder; one may be named with its owner's path.
            for match in row.matches(of: /`(\w+)\/`/) {
                let place = folder.appending(path: String(match.output.1))
                #expect(FileManager.default.fileExists(atPath: place.path), "\(module): \(match.output.1)")
            }
        }
    }
}
