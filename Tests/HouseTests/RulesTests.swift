import TestSupport
import Testing

/// What a machine can check of CONTRIBUTING.md.
@Suite struct RulesTests {
    /// Something that the product's code must not have.
    struct Ban: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var pattern: String
        /// Paths where it is allowed.
        var except: [String] = []
        /// A line with it, and one without.
        var positive: String
        var negative: String
    }

    static let bans = [
        Ban(
            testDescription: "force-unwrap", pattern: #"[\w\)\]\}]!(?![=\w])"#, positive: "let a = b[0]!.c",
            negative: "if a != b, !c { }"),
        Ban(testDescription: "try!", pattern: #"\btry!"#, positive: "try! f()", negative: "try? f()"),
        Ban(testDescription: "as!", pattern: #"\bas!"#, positive: "a as! B", negative: "a as? B"),
        Ban(
            testDescription: "an end of the program",
            pattern: #"\b(?:fatalError|preconditionFailure|abort|precondition)\("#,
            // Invariants of what is checked on the way in: a factor set that was loaded whole, figures that are finite, our own
            // style sheet, flows by positions that their table gave. Input can't break them.
            except: [
                "Sources/TrafficMeter/Flows/FlowStorage.swift",
                "Sources/EcoScore/Factors/FactorSet.swift", "Sources/EcoScore/Impact/Estimate+Products.swift",
                "Sources/Report/HTML/Markup.swift",
            ],
            positive: "fatalError()", negative: "let fatal = 1"),
        Ban(
            testDescription: "exit", pattern: #"\b(?:Glibc\.)?_?exit\("#, except: ["Sources/ecoproxy/"],
            positive: "Glibc.exit(1)", negative: "let exits = f(1)"),
        Ban(
            testDescription: "print", pattern: #"\b(?:debugPrint|print|fputs|puts|dump)\("#,
            except: ["Sources/ecoproxy/"], positive: "print(1)", negative: "blueprint(1)"),
        Ban(
            testDescription: "standard output",
            pattern: #"\b(?:FileHandle\.standard(?:Output|Error)|STDOUT_FILENO|STDERR_FILENO)\b"#,
            except: ["Sources/ecoproxy/Console/"], positive: "FileHandle.standardOutput", negative: "standardised"),
        Ban(
            testDescription: "environment or arguments",
            pattern: #"\b(?:ProcessInfo\.processInfo|CommandLine\.|getenv\()"#, except: ["Sources/ecoproxy/"],
            positive: "CommandLine.arguments", negative: "commandLine"),
        Ban(
            testDescription: "the clock in a pure module",
            pattern: #"\bDate\(\)|\bclock_gettime\b|\b(?:Continuous|Suspending)Clock\b"#,
            except: ["Sources/ecoproxy/System/"], positive: "let now = Date()",
            negative: "Date(timeIntervalSince1970: 0)"),
        Ban(
            testDescription: "a way around strict concurrency",
            pattern: #"@unchecked\s+Sendable|nonisolated\(unsafe\)"#,
            // Memory of its own, which is never changed while it is shared.
            except: ["Sources/TrafficMeter/Flows/FlowStorage.swift"],
            positive: "nonisolated(unsafe) var a = 1", negative: "nonisolated func f()"),
        Ban(
            testDescription: "global mutable state",
            pattern:
                #"^(?:public |private |fileprivate |internal )?var \w+\s*(?::[^{]*)?=|\bstatic var \w+\s*(?::[^{]*)?="#,
            positive: "private var count = 0", negative: "static var count: Int { 0 }"),
        Ban(
            testDescription: "a name that says nothing",
            pattern: #"\b(?:struct|class|enum|actor|protocol|extension) \w*(?:Utils?|Helpers?|Manager|Common|Misc)\b"#,
            positive: "struct FlowManager {", negative: "struct Flow {"),
    ]

    @Test("each ban finds what it is for and nothing else", arguments: bans)
    func scanner(_ ban: Ban) throws {
        let pattern = try Regex(ban.pattern, as: Substring.self)
        #expect(!SourceFile(path: "a", text: ban.positive).places(of: pattern).isEmpty)
        #expect(SourceFile(path: "a", text: ban.negative).places(of: pattern).isEmpty)
    }

    @Test("the product is free of it", arguments: bans)
    func product(_ ban: Ban) throws {
        let pattern = try Regex(ban.pattern, as: Substring.self)
        let found = try SourceFile.product().filter { file in !ban.except.contains { file.path.hasPrefix($0) } }
            .flatMap { $0.places(of: pattern) }
        #expect(found == [])
    }

    /// Where unsafe code may be. Each is small, and says why beside it.
    static let unsafeFiles: Set<String> = [
        "Catalogue/Export/ExportError.swift", "Catalogue/Export/GrowingFile.swift",
        "Catalogue/Postgres/PostgresAddress.swift", "Catalogue/Postgres/PostgresHandle.swift",
        "Catalogue/Postgres/PostgresParameters.swift", "Catalogue/SQLite/CatalogueFile.swift",
        "Catalogue/SQLite/FileHeader.swift", "Catalogue/SQLite/SQLiteRows.swift", "Catalogue/Storage/Zstandard.swift",
        "JourneyRecorder/Bundle/RunBundle.swift", "JourneyRecorder/Bundle/RunBundle+Claim.swift",
        "JourneyRecorder/Markers/MarkerAppender.swift",
        "JourneyRecorder/Markers/MarkerAppender+Insertion.swift",
        "JourneyRecorder/Markers/MarkerFileError.swift", "TrafficMeter/Capture/CaptureFileError+Description.swift",
        "TrafficMeter/Capture/Input/ByteInput.swift", "TrafficMeter/Capture/Input/ContentHasher.swift",
        "TrafficMeter/Capture/Input/FileStream.swift", "TrafficMeter/Capture/Input/GzipDecoder.swift",
        "TrafficMeter/Capture/Input/LZ4Decoder.swift", "TrafficMeter/Capture/Input/ZstdDecoder.swift",
        "TrafficMeter/Capture/LiveCapture.swift", "TrafficMeter/Capture/NetworkInterface.swift",
        "TrafficMeter/Capture/Pcapng/PcapngWriter.swift", "TrafficMeter/Capture/Streams/Descriptor.swift",
        "TrafficMeter/Capture/Streams/Socket.swift", "TrafficMeter/Dissection/RawSpan+Integers.swift",
        "TrafficMeter/Flows/FlowStorage.swift",
        "TrafficMeter/Flows/IPAddress.swift",
        "TrafficMeter/Names/QUIC/QUICCrypto.swift", "TrafficMeter/Selection/CaptureFilter.swift",
        "ecoproxy/Console/Console.swift",
        "ecoproxy/Console/Keyboard.swift", "ecoproxy/Doctor/Offloads.swift", "ecoproxy/Remote/RunningRecording.swift",
        "ecoproxy/System/LocalSocket.swift", "ecoproxy/System/Privileges.swift",
        "ecoproxy/System/StopSignal.swift", "ecoproxy/System/SystemClock.swift",
    ]

    @Test("unsafe code is where it is known to be, and nowhere else")
    func unsafe() throws {
        let found = try SourceFile.product().filter { !$0.places(of: /\bunsafe\b/).isEmpty }
        #expect(Set(found.map { String($0.path.dropFirst("Sources/".count)) }) == Self.unsafeFiles)
    }

    @Test("no file is longer than 400 lines")
    func length() throws {
        for file in try SourceFile.all({ $0.hasSuffix(".swift") || $0.hasSuffix(".py") }) {
            #expect(file.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 400, "\(file)")
        }
    }

    @Test("nothing is left to do in comments")
    func unfinished() throws {
        for file in try SourceFile.all({ $0.hasPrefix("Sources/") || $0.hasPrefix("captures/lab/") }) {
            #expect(file.text.firstMatch(of: /\b(?:TODO|FIXME|XXX|HACK)\b/) == nil, "\(file)")
        }
    }
}
