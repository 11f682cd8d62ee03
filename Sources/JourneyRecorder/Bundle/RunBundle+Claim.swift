import Glibc

extension RunBundle {
    /// Keeps other recordings out of the bundle for as long as this process lives: two would mix their packets and markers.
    ///
    /// The system gives the claim up with the process, however that ends. Where a file system can't lock a folder, nothing is kept out.
    ///
    /// - Throws: `BundleError` if a recording is running in it, or it can't be opened.
    public func claim() throws(BundleError) {
        let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw BundleError(.unreadable(errno), path: path) }
        guard flock(folder, LOCK_EX | LOCK_NB) != 0 else { return }
        let number = errno
        close(folder)
        if number == EWOULDBLOCK { throw BundleError(.recording, path: path) }
    }
}
