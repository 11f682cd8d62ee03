import ArgumentParser
import Catalogue
import Documents
import EcoScore
import Glibc
import JourneyRecorder
import TrafficMeter
import Verdict

/// The exit codes of DESIGN, and the only place where errors are mapped to them. From 64 on they are those of sysexits.h.
struct ExitStatus: Equatable {
    let code: Int32

    static let done = ExitStatus(code: 0)
    /// A budget is broken.
    static let overBudget = ExitStatus(code: 1)
    /// Worse than the baseline beyond the noise.
    static let worse = ExitStatus(code: 2)
    /// The measurement can't be trusted: empty, drops, a missing step, a limit without a metric.
    static let untrusted = ExitStatus(code: 3)
    static let usage = ExitStatus(code: 64)
    static let badInput = ExitStatus(code: 65)
    static let noInput = ExitStatus(code: 66)
    static let unavailable = ExitStatus(code: 69)
    static let internalError = ExitStatus(code: 70)
    static let cannotCreate = ExitStatus(code: 73)
    static let noPermission = ExitStatus(code: 77)
    /// Interrupted (128 + SIGINT), the result saved.
    static let interrupted = ExitStatus(code: 130)

    func exit() -> Never {
        Glibc.exit(code)
    }
}

extension ExitStatus {
    /// The code for what a check came to.
    init(_ outcome: CheckResult.Outcome) {
        self =
            switch outcome {
            case .passed: .done
            case .broken: .overBudget
            case .worse: .worse
            case .untrusted: .untrusted
            }
    }
}

extension ExitStatus {
    /// The code for an error of ours; `nil` for those that the argument parser shows itself.
    init?(_ error: any Error) {
        switch error {
        case let error as CaptureFileError: self.init(error)
        case let error as LiveCaptureError: self.init(error)
        case let error as PacketStreamError: self.init(error)
        case let error as CaptureWriteError: self = Self.writing(error.number)
        case let error as BundleError:
            self =
                switch error.rule {
                case .occupied, .recording: .cannotCreate
                case .unreadable(let number): Self.reading(number)
                case .unwritable(let number): Self.writing(number)
                }
        case is JourneyFileError, is MarkerError, is ScoringError, is InputError, is HostsFileError,
            is SelectionError, is EnergyFileError, is DisplayFileError, is MarkerImportError, is BudgetError,
            is ImportFileError, is FlowNamesError, is RedactionError:
            self = .badInput
        case let error as MarkerFileError: self = error.reason == .notPermitted ? .noPermission : .cannotCreate
        case let error as CatalogueError: self.init(error.problem)
        case let error as ExportError:
            self = if case .unwritable(let number) = error.rule { Self.writing(number) } else { .cannotCreate }
        // Factors and profile are built in: a fault of theirs is ours, as one of conservation is.
        case is ConservationError, is FactorError, is HostTableError: self = .internalError
        case let error as UnavailableError: self = error.status
        default: return nil
        }
    }

    private init(_ error: CaptureFileError) {
        self = if case .unreadable(let number) = error.rule { Self.reading(number) } else { .badInput }
    }

    private init(_ error: LiveCaptureError) {
        self =
            switch error.rule {
            case .noPermission: .noPermission
            case .filter: .usage
            case .unknownInterface, .down, .failed: .unavailable
            }
    }

    private init(_ error: PacketStreamError) {
        self =
            switch error.rule {
            case .address: .usage
            case .cannotListen(let number) where number == EACCES || number == EPERM: .noPermission
            case .cannotListen, .cannotConnect, .broken, .notHTTP, .status, .redirectElsewhere, .chunk: .unavailable
            }
    }

    private init(_ problem: CatalogueError.Problem) {
        self =
            switch problem {
            case .missing, .noCatalogue, .noDatabase, .unknownApplication, .unknownRun, .noRun: .noInput
            case .notAFile, .empty, .notADatabase, .foreign, .foreignDatabase, .newer, .damaged, .conflict,
                .otherApplication, .otherVersion, .otherJourney, .unreadable, .scoreOfOther, .attachedElsewhere:
                .badInput
            case .invalid, .noVersion, .ambiguousRun, .badAddress: .usage
            case .cannotCreate, .isThere, .diskFull, .inputOutput: .cannotCreate
            case .noPermission, .refused: .noPermission
            case .busy, .connectionLost: .unavailable
            case .unexpected: .internalError
            }
    }

    private static func reading(_ number: Int32) -> ExitStatus {
        switch number {
        case ENOENT, EISDIR, ENOTDIR: .noInput
        case EACCES, EPERM: .noPermission
        default: .badInput
        }
    }

    private static func writing(_ number: Int32) -> ExitStatus {
        switch number {
        case EACCES, EPERM: .noPermission
        default: .cannotCreate
        }
    }
}

/// A document that was given can't be used.
struct InputError: Error, CustomStringConvertible {
    let description: String

    init(_ file: String, _ error: DocumentError) {
        description = "\(file): \(error); give a document written by this version of ecoproxy"
    }

    init(_ sentence: String) {
        description = sentence
    }
}

/// Something needed isn't there.
struct UnavailableError: Error, CustomStringConvertible {
    let description: String
    var status = ExitStatus.unavailable

    init(_ sentence: String, status: ExitStatus = .unavailable) {
        description = sentence
        self.status = status
    }
}
