"""Renders Markdown from standard input as GitHub does (cmark-gfm with its extensions), and prints tags and text as JSON."""

import html.parser
import json
import sys

import cmarkgfm
from cmarkgfm.cmark import Options


class Rendered(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text.append(data)


rendered = Rendered()
rendered.feed(cmarkgfm.github_flavored_markdown_to_html(sys.stdin.read(), options=Options.CMARK_OPT_UNSAFE))
json.dump({"tags": rendered.tags, "text": "".join(rendered.text)}, sys.stdout)
