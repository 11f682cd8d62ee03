import CCapability
import Foundation
import Glibc

/// The rights that only opening an interface needs.
enum Privileges {
    /// Becomes the user who called sudo, if one did; of a program that was given capabilities (setcap(8)), gives all of them up.
    ///
    /// Files then belong to that user, and hostile packets meet a process without rights. Root without sudo stays root: to whom its
    /// files should belong isn't known.
    ///
    /// - Throws: `UnavailableError` if they can't be.
    static func drop() throws {
        guard geteuid() == 0 else { return try dropCapabilities() }
        let environment = ProcessInfo.processInfo.environment
        guard let user = environment["SUDO_UID"].flatMap(UInt32.init), user != 0,
            let group = environment["SUDO_GID"].flatMap(UInt32.init)
        else { return }
        // Groups first: afterwards there is no right left to change them.
        guard unsafe setgroups(1, [group]) == 0, setgid(group) == 0, setuid(user) == 0, setuid(0) != 0 else {
            throw UnavailableError(
                "can't give up root's rights for user \(user); run without sudo after: ecoproxy doctor")
        }
    }

    /// Empties this thread's effective, permitted and inheritable sets, before any other thread is begun.
    private static func dropCapabilities() throws {
        var header = __user_cap_header_struct(version: UInt32(_LINUX_CAPABILITY_VERSION_3), pid: 0)
        // Version 3 reads two of them, 32 capabilities each.
        let none = [__user_cap_data_struct](repeating: __user_cap_data_struct(), count: 2)
        let isDone = unsafe none.withUnsafeBufferPointer { sets in
            unsafe capset(&header, UnsafeMutablePointer(mutating: sets.baseAddress)) == 0
        }
        guard isDone else {
            throw UnavailableError(
                "can't give up the program's capabilities (error \(errno)); run with sudo instead: ecoproxy doctor")
        }
    }
}
