import Foundation
import Glibc

/// The browser that prints pages, where it is installed.
struct Chromium {
    /// Names that it is installed under: Debian's, Ubuntu's and Fedora's, Google's.
    private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    /// A page prints in a second or two; a machine under load may take longer.
    private static let seconds = 90.0

    private let path: String

    /// Looks for it on the path.
    ///
    /// - Throws: `UnavailableError` which says what to install.
    static func find() throws -> Chromium {
        guard let path = names.lazy.compactMap(ToolRun.path(of:)).first else {
            throw UnavailableError(
                say(
                    "--pdf needs Chromium, which isn't on the path; install it (Debian: apt-get install chromium), or print the page of --html from any browser",
                    "--pdf demande Chromium, absent du chemin ; installez-le (Debian : apt-get install chromium), ou imprimez la page de --html depuis n’importe quel navigateur"
                ))
        }
        return Chromium(path: path)
    }

    /// A page as PDF: without a network, with a profile that is there for this alone; the page’s own policy lets no script run.
    ///
    /// - Throws: `UnavailableError` if the browser fails or takes too long.
    func print(_ page: String) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ecoproxy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        // What the browser leaves open there is the system's to take away.
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appending(path: "page.html"), folder.appending(path: "page.pdf"))
        try Data(page.utf8).write(to: input)
        let arguments =
            [
                "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
                "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--proxy-server=http://127.0.0.1:9", "--user-data-dir=\(folder.appending(path: "profile").path)",
                "--no-pdf-header-footer", "--print-to-pdf=\(output.path)",
            ]
            // Its sandbox refuses to run as root; the page is our own, and runs nothing.
            + (geteuid() == 0 ? ["--no-sandbox"] : []) + [input.absoluteString]
        guard ToolRun.output(path, arguments, seconds: Self.seconds) != nil, let pdf = try? Data(contentsOf: output),
            pdf.starts(with: Data("%PDF-".utf8))
        else {
            throw UnavailableError(
                say(
                    "\(path) made no PDF of the page; print the page of --html from a browser instead",
                    "\(path) n’a pas fait de PDF de la page ; imprimez plutôt la page de --html depuis un navigateur"))
        }
        return pdf
    }
}
