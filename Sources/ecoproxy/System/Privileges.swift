import Foundation
import Glibc

/// The rights that only opening an interface needs.
enum Privileges {
    /// Becomes the user who called sudo, if one did.
    ///
    /// Files then belong to that user, and hostile packets meet a process without rights.
    ///
    /// - Returns: whether rights were given up.
    /// - Throws: `UnavailableError` if they can't be.
    @discardableResult
    static func drop() throws -> Bool {
        let environment = ProcessInfo.processInfo.environment
        guard geteuid() == 0, let user = environment["SUDO_UID"].flatMap(UInt32.init), user != 0,
            let group = environment["SUDO_GID"].flatMap(UInt32.init)
        else { return false }
        // Groups first: afterwards there is no right left to change them.
        guard unsafe setgroups(1, [group]) == 0, setgid(group) == 0, setuid(user) == 0, setuid(0) != 0 else {
            throw UnavailableError(
                "can't give up root's rights for user \(user); run without sudo after: ecoproxy doctor")
        }
        return true
    }
}
