// catalogue FILE|ADDRESS [APPLICATIONS [RUNS]]: fills a new catalogue with 10 000 applications of 20 runs, or so many, and times what is
// asked of it. What is timed is the store, from call to return; the goals are list and show in 50 ms, attach in 20 ms.
import Catalogue
import Documents
import Foundation
import TrafficMeter

guard CommandLine.arguments.count > 1 else {
    FileHandle.standardError.write(Data("give a new catalogue's file, or its postgresql:// address\n".utf8))
    exit(64)
}

/// Prints a line at once, so that what was timed is told even if the rest is cut short.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

let location = CatalogueLocation(CommandLine.arguments[1])
let applications = CommandLine.arguments.dropFirst(2).first.flatMap(Int.init) ?? 10_000
let runs = CommandLine.arguments.dropFirst(3).first.flatMap(Int.init) ?? 20
let wall = ContinuousClock()
let now = Timestamp(nanoseconds: 1_772_442_000_000_000_000)

func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }

/// What this process has had of processors, in milliseconds: on a busy machine it says more than the clock on the wall.
func processorMilliseconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1000 }

/// Median and 99th percentile of some durations, and the processor's time of each on average.
func told(_ what: String, _ durations: [Duration], processor: Double, goal: Double? = nil) {
    let sorted = durations.sorted()
    let (median, late) = (sorted[sorted.count / 2], sorted[min(sorted.count - 1, sorted.count * 99 / 100)])
    let verdict = goal.map { milliseconds(median) < $0 ? "  (goal \(Int($0)) ms)" : "  (MISSES \(Int($0)) ms)" } ?? ""
    say(
        what.padding(toLength: 24, withPad: " ", startingAt: 0) + " "
            + String(
                format: "median %8.2f ms   99 %% %8.2f ms   processor %8.2f ms   n %d", milliseconds(median),
                milliseconds(late), processor / Double(sorted.count), sorted.count) + verdict)
}

func timed(_ what: String, times: Int, goal: Double? = nil, _ work: (Int) throws -> Void) throws {
    let before = processorMilliseconds()
    let durations = try (0..<times).map { number in try wall.measure { try work(number) } }
    told(what, durations, processor: processorMilliseconds() - before, goal: goal)
}

/// What this process has in memory at most, in MiB (proc_pid_status(5)).
func peakMebibytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
}

func open() throws -> CatalogueStore {
    try CatalogueStore.open(location, creating: true, user: "bench", hash: ContentHasher.hash(of:))
}

let store = try open()
let generated = try GeneratedRuns()
let filling = try wall.measure {
    try store.upsert((0..<applications).map(GeneratedRuns.application), at: now)
}
say("\(applications) applications, \(runs) runs each; import \(String(format: "%.1f", filling / .seconds(1))) s")
var (walls, processors): ([Duration], [Double]) = ([], [])
// Application by application last, so that the catalogue has its size when most are attached.
for run in 0..<runs {
    for application in 0..<applications {
        let documents = try generated.documents(application: application, run: run)
        let before = processorMilliseconds()
        walls.append(try wall.measure { try store.attach(documents, to: "fr.exemple.app\(application)", at: now) })
        processors.append(processorMilliseconds() - before)
    }
}
// With 0 runs, a catalogue that was filled before is timed as it is.
if runs > 0 {
    told("attach, while filling", walls, processor: processors.reduce(0, +))
    told(
        "attach, the last 1000", Array(walls.suffix(1000)), processor: processors.suffix(1000).reduce(0, +), goal: 20)
}
try timed("open", times: 20) { _ in _ = try open() }
try timed("list, all", times: 20, goal: 50) { _ in _ = try store.applications() }
try timed("list, all, by score", times: 20, goal: 50) { _ in _ = try store.applications(by: .score) }
try timed("list, one publisher", times: 20, goal: 50) { _ in
    _ = try store.applications(ApplicationFilter(publisher: "Éditeur 7"))
}
try timed("list, a text", times: 20, goal: 50) { _ in
    _ = try store.applications(ApplicationFilter(text: "application 77"))
}
try timed("show", times: 200, goal: 50) { number in
    _ = try store.application("fr.exemple.app\((number * 7919) % applications)")
}
try timed("run with its documents", times: 200) { number in
    _ = try store.lastRun(of: "fr.exemple.app\((number * 7919) % applications)")
}
try timed("rank, in a category", times: 20) { _ in
    _ = try store.ranking(category: "catégorie 1", journey: "parcours-1")
}
try timed("history, the last 50", times: 20) { _ in _ = try store.history(limit: 50) }
let before = peakMebibytes()
var sheets = 0
try timed("every sheet, streamed", times: 1) { _ in try store.forEachSheet { _ in sheets += 1 } }
say("\(sheets) sheets; peak memory \(before) MiB before streaming, \(peakMebibytes()) MiB after")
