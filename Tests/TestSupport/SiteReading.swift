public import Foundation

/// A page of a site, as Python's html.parser and xml.etree see it.
public struct ReadPage: Decodable, Sendable {
    /// Its place below the site's folder.
    public var path: String
    /// The language that it says.
    public var lang: String
    /// The text of its main heading.
    public var h1: [String]
    /// Where its links lead, those out of the site as they stand, the others as places below the folder.
    public var links: [String]
    /// What the page loads: addresses in `src`, in `link` and in style.
    public var loads: [String]
    /// Names of elements.
    public var elements: [String]
    /// Attributes that run something.
    public var handlers: [String]
    /// Headings of rows, which are the applications of a list.
    public var rows: [String]
    /// All its text.
    public var text: String
    /// What is wrong with its form: no XML, an id twice, a table without caption, a drawing without a name.
    public var faults: [String]
}

/// Reads all pages of a site with a reader that isn't ours.
///
/// - Parameter folder: the site.
/// - Returns: the pages, by their place.
/// - Throws: `SiteReadingError` if Python can't read them.
public func readSite(_ folder: URL) throws -> [String: ReadPage] {
    let result = try run(
        "/usr/bin/python3", ["-c", reader, folder.path], environment: ["PYTHONIOENCODING": "utf-8"])
    guard result.status == 0 else { throw SiteReadingError(reason: result.errors) }
    let pages = try JSONDecoder().decode([ReadPage].self, from: result.output)
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0) })
}

/// Why a site couldn't be read.
public struct SiteReadingError: Error {
    let reason: String
}

private let reader = """
    import collections, html.parser, json, os, posixpath, sys, xml.etree.ElementTree
    root = sys.argv[1]

    class Reader(html.parser.HTMLParser):
        def __init__(self, path):
            super().__init__()
            self.page = dict(path=path, lang="", h1=[], links=[], loads=[], elements=[], handlers=[], rows=[], text="",
                             faults=[])
            self.open, self.ids, self.named = [], collections.Counter(), []

        def handle_starttag(self, name, attributes):
            page, given = self.page, dict(attributes)
            page["elements"].append(name)
            page["handlers"] += [key for key in given if key.startswith("on")]
            if name == "html": page["lang"] = given.get("lang", "")
            if name == "h1": page["h1"].append("")
            if name == "th" and given.get("scope") == "row": page["rows"].append("")
            if "id" in given: self.ids[given["id"]] += 1
            if "src" in given: page["loads"].append(given["src"])
            if name == "link" and not given["href"].startswith("data:"): page["loads"].append(given["href"])
            if name == "svg" and given.get("aria-hidden") != "true":
                if "aria-labelledby" in given: self.named += given["aria-labelledby"].split()
                elif not given.get("aria-label"): page["faults"].append("a drawing without a name")
            if name == "a":
                href = given.get("href", "")
                if ":" not in href and not href.startswith(("#", "//")):
                    href = posixpath.normpath(posixpath.join(posixpath.dirname(page["path"]), href.split("#")[0]))
                page["links"].append(href)
            if name not in ("meta", "link", "input", "br", "hr", "img"): self.open.append(name)

        def handle_startendtag(self, name, attributes):
            self.handle_starttag(name, attributes)
            if name not in ("meta", "link", "input", "br", "hr", "img"): self.handle_endtag(name)

        def handle_endtag(self, name):
            if self.open.pop() != name: self.page["faults"].append("</" + name + "> out of place")

        def handle_data(self, text):
            if "h1" in self.open: self.page["h1"][-1] += text
            if "th" in self.open and "tbody" in self.open: self.page["rows"][-1] += text
            if "style" not in self.open: self.page["text"] += text

    pages = []
    for folder, _, files in os.walk(root):
        for name in files:
            if not name.endswith(".html"): continue
            path = os.path.relpath(os.path.join(folder, name), root)
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as file: text = file.read()
            reader = Reader(path)
            reader.feed(text)
            reader.close()
            page = reader.page
            if reader.open: page["faults"].append("left open: " + " ".join(reader.open))
            page["faults"] += ["id twice: " + name for name, count in reader.ids.items() if count > 1]
            page["faults"] += ["a name that is nowhere: " + name for name in reader.named if name not in reader.ids]
            if page["elements"].count("table") != page["elements"].count("caption"):
                page["faults"].append("a table without caption")
            try:
                xml.etree.ElementTree.fromstring(text.removeprefix("<!DOCTYPE html>"))
            except xml.etree.ElementTree.ParseError as error:
                page["faults"].append(str(error))
            pages.append(page)
    json.dump(pages, sys.stdout)
    """
