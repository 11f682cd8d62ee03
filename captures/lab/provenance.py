"""Where a capture comes from, written beside it: date, command, versions, and its figures by a second count."""

import hashlib
import json
import platform
import re
import subprocess
from datetime import datetime, timezone

# How each program says its version; the first thing like one in its answer is kept.
PROGRAMS = {
    "caddy": ["caddy", "version"],
    "chromium": ["chromium", "--version"],
    "chromedriver": ["chromedriver", "--version"],
    "curl": ["curl", "--version"],
    "dnsmasq": ["dnsmasq", "--version"],
    "openssl": ["openssl", "version"],
    "iproute2": ["ip", "-Version"],
    "ethtool": ["ethtool", "--version"],
    "python": ["/usr/bin/python3", "--version"],
}
PACKAGES = ["python3-selenium", "fonts-dejavu-core"]
USED_BY = {
    "demo": {"chromium", "chromedriver", "python3-selenium", "fonts-dejavu-core"},
    "curl-ipv6": {"curl"},
}


def write_provenance(name, out, counts, ecoproxy):
    """Writes OUT/provenance.json and returns its place."""
    elsewhere = set().union(*USED_BY.values()) - USED_BY[name]
    asked = PROGRAMS | {package: ["dpkg-query", "-W", "-f", "${Version}", package] for package in PACKAGES}
    asked |= {"ecoproxy": [str(ecoproxy), "--version"]}
    capture = (out / "capture.pcapng").read_bytes()
    document = {
        "recorded": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "command": f"captures/make-demo {name} OUT",
        "system": {
            "distribution": platform.freedesktop_os_release()["PRETTY_NAME"],
            "kernel": platform.release().split("-")[0],
        },
        "versions": {program: version(words) for program, words in sorted(asked.items()) if program not in elsewhere},
        "capture": {"bytes": len(capture), "sha256": hashlib.sha256(capture).hexdigest()},
        "steps": counts,
        "countedBy": "captures/lab/capture_file.py",
        "licence": "Apache-2.0",
    }
    place = out / "provenance.json"
    place.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return place


def version(words):
    """The version that a program prints, or nothing if it has no answer: that is no reason to fail."""
    try:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"\d+(\.\d+)+[^\s,]*", done.stdout)
    return found.group() if found else None
