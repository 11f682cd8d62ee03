import Documents
import Foundation
import JourneyRecorder
import Report

/// What a report is made of: bundles and Measurements of one journey, or one Score alone.
enum ReportInputs {
    /// Reads the inputs, and scores what they are together.
    ///
    /// - Parameters:
    ///   - paths: bundles, Measurement documents, or a Score document; `-` for standard input.
    ///   - given: a Score document of a single run; else the bundle's, else computed.
    /// - Returns: the runs with their score.
    /// - Throws: what reading and scoring do, and `InputError` where the inputs don't go together.
    static func subject(_ paths: [String], score given: String?) throws -> ReportSubject {
        let inputs = try paths.map(RunDocument.read)
        if case .score(let score)? = inputs.first, inputs.count == 1, given == nil {
            return ReportSubject(runs: [], score: score.value, documents: [carried("score.json", score.bytes)])
        }
        var runs: [(run: ReportedRun, documents: [CarriedDocument])] = []
        let names = names(of: paths)
        for (index, input) in inputs.enumerated() {
            guard case .measurement(let measurement) = input else {
                throw InputError(
                    "\(paths[index]): a Score document is reported alone, or with --score beside its run; give bundles or Measurements"
                )
            }
            guard given == nil || inputs.count == 1 else {
                throw InputError(
                    "\(given ?? ""): --score goes with one run; leave it out, and the runs are scored together")
            }
            let score = try Pipeline.score(of: measurement, from: paths[index], given: given)
            let suffix = inputs.count > 1 ? " (\(names[index]))" : ""
            let documents =
                [carried("measurement.json" + suffix, measurement.bytes)]
                + (score.map { [carried("score.json" + suffix, $0.bytes)] } ?? [])
            runs.append(
                (ReportedRun(name: names[index], measurement: measurement.value, score: score?.value), documents))
        }
        let reported = runs.map(\.run)
        guard inputs.count > 1 else {
            return ReportSubject(runs: reported, score: reported.first?.score, documents: runs.flatMap(\.documents))
        }
        let counted = ReportSubject.counted(reported.map(\.measurement))
        let measurements = counted.compactMap { index -> (value: JourneyMeasurement, bytes: Data)? in
            if case .measurement(let measurement) = inputs[index] { measurement } else { nil }
        }
        // Checked over all of them, cold and warm alike: one page is of one journey.
        try check(reported, paths)
        let score = reported.contains { $0.score != nil } ? try Pipeline.score(measurements) : nil
        let together = try score.map { [carried("score.json", try CanonicalJSON.encode($0))] } ?? []
        return ReportSubject(runs: reported, score: score, documents: together + runs.flatMap(\.documents))
    }

    /// Runs of other journeys have other steps, which no table could set side by side.
    private static func check(_ runs: [ReportedRun], _ paths: [String]) throws {
        let first = runs[0].measurement.journey
        for (run, path) in zip(runs, paths) {
            let journey = run.measurement.journey
            guard let first, let journey, journey.id == first.id, journey.application == first.application else {
                func name(_ journey: JourneyIdentity?) -> String {
                    journey.map { "journey '\($0.id)' of \($0.application)" } ?? "no journey"
                }
                throw InputError(
                    "\(path): is of \(name(journey)), and \(paths[0]) of \(name(first)); give runs of one journey")
            }
        }
    }

    /// The last part of each path; all of it where two would be called the same.
    private static func names(of paths: [String]) -> [String] {
        let short = paths.map { path in
            let name = URL(filePath: path).standardizedFileURL.lastPathComponent
            return path == "-" ? "-" : name
        }
        return zip(short, paths).map { name, path in short.count { $0 == name } > 1 ? path : name }
    }

    private static func carried(_ name: String, _ bytes: Data) -> CarriedDocument {
        CarriedDocument(
            name: name, sha256: Pipeline.hash(of: bytes), json: String(decoding: bytes, as: UTF8.self))
    }
}
