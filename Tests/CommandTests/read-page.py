"""Takes the documents out of a page, undoes the three escapes, and prints the SHA-256 of each beside its name."""

import hashlib
import html.parser
import json
import sys


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.name, self.documents = None, []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "script" and values.get("type") == "application/json":
            self.name = values["title"]

    def handle_endtag(self, tag):
        if tag == "script":
            self.name = None

    def handle_data(self, data):
        if self.name is not None:
            self.documents.append((self.name, data))


page = Page()
page.feed(open(sys.argv[1], encoding="utf-8", newline="").read())
for name, data in page.documents:
    json.loads(data)
    text = data.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&")
    print(hashlib.sha256(text.encode()).hexdigest(), name)
