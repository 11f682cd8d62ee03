import Documents
import Foundation
import JourneyRecorder

/// Waits until the device of a running recording has been quiet for some time.
struct IdleWait {
    private let recording: RunningRecording
    /// Seconds between two questions.
    private static let pause = 0.1

    init(_ recording: RunningRecording) {
        self.recording = recording
    }

    /// Waits.
    ///
    /// Quiet counts from the moment of asking on: what the script just did may not have reached the network yet.
    ///
    /// - Parameters:
    ///   - quiet: nanoseconds of quiet.
    ///   - limit: nanoseconds after which to give up, with exit code 3.
    /// - Throws: `UnavailableError` if the recording doesn't answer.
    func wait(_ quiet: Int64, atMost limit: Int64) throws {
        let client = RecordingClient(recording: recording)
        let begin = SystemClock.now()
        while true {
            let status: RemoteStatus
            do {
                status = try client.status()
            } catch {
                throw UnavailableError(
                    say(
                        "the recording into \(recording.bundle) doesn't answer; is it still running?",
                        "l’enregistrement dans \(recording.bundle) ne répond pas ; est-il encore en cours ?"))
            }
            let since = max(begin, status.lastActivity ?? begin)
            if status.time.nanoseconds &- since.nanoseconds >= quiet { return }
            if SystemClock.now().nanoseconds &- begin.nanoseconds >= limit {
                Console.error(
                    say("ecoproxy: the device isn't quiet yet", "ecoproxy : l’appareil n’est pas encore calme"))
                ExitStatus.untrusted.exit()
            }
            Thread.sleep(forTimeInterval: Self.pause)
        }
    }
}

extension RunningRecording {
    /// The recording that is meant: the one into a bundle, or the only one.
    ///
    /// - Returns: `nil` if none such is running.
    /// - Throws: `UnavailableError` if there are several, and no bundle was named.
    static func meant(by bundle: String?) throws -> RunningRecording? {
        let running = all()
        if let bundle {
            let path = URL(filePath: bundle).standardizedFileURL.resolvingSymlinksInPath().path
            return running.first { $0.bundle == path }
        }
        guard running.count > 1 else { return running.first }
        let bundles = running.map(\.bundle).joined(separator: ", ")
        throw UnavailableError(
            say(
                "several recordings are running; name the bundle first: \(bundles)",
                "plusieurs enregistrements sont en cours ; nommez d’abord le dossier : \(bundles)"), status: .usage)
    }

    /// Says that no recording is running.
    static func noneRuns(_ bundle: String?) -> String {
        let place = bundle.map { "\($0): " } ?? ""
        return place
            + say(
                "no recording of yours is running there; start one with: ecoproxy record, or name its bundle: ecoproxy mark BUNDLE STEP",
                "aucun enregistrement à vous n’y est en cours ; lancez-en un : ecoproxy record, ou nommez son dossier : ecoproxy mark DOSSIER ÉTAPE"
            )
    }
}

extension RecordingClient {
    /// What an answer says is wrong.
    static func problem(in body: Data) -> String {
        let object = (try? JSONSerialization.jsonObject(with: body)) as? [String: Any]  // no JSON is shown as it is
        return object?["error"] as? String ?? String(decoding: body, as: UTF8.self)
    }
}
