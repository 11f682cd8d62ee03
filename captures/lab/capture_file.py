"""A second opinion on what was recorded, which shares no code with the recorder.

Reads pcapng as draft-ietf-opsawg-pcapng describes it (§ 4.1 to 4.3: section header, interface description, enhanced
packet) and counts frames by step, so that a bad capture is never kept.
"""

import json
import re
import struct
from datetime import datetime

from .namespaces import LabError

SECTION, INTERFACE, PACKET = 0x0A0D0D0A, 1, 6
TIME_RESOLUTION = 9  # The option if_tsresol, § 4.2.
MAXIMUM_BYTES = 5_000_000


def packets(data):
    """Yields each packet's time in nanoseconds since 1970 and its length on the wire in bytes."""
    offset, order, resolutions = 0, "<", []
    while offset + 12 <= len(data):
        if struct.unpack_from("<I", data, offset)[0] == SECTION:
            order = "<" if data[offset + 8:offset + 12] == b"\x4d\x3c\x2b\x1a" else ">"
            resolutions = []
        kind, length = struct.unpack_from(f"{order}II", data, offset)
        if length < 12 or offset + length > len(data):
            raise LabError(f"the capture is damaged at byte {offset}")
        body = data[offset + 8:offset + length - 4]
        if kind == INTERFACE:
            resolutions.append(ticks_per_second(body[8:], order))
        elif kind == PACKET:
            interface, high, low, _, wire = struct.unpack_from(f"{order}IIIII", body)
            yield (high << 32 | low) * 1_000_000_000 // resolutions[interface], wire
        offset += length


def ticks_per_second(options, order):
    """An interface's clock; microseconds unless an option says otherwise."""
    while len(options) >= 4:
        code, length = struct.unpack_from(f"{order}HH", options)
        if code == TIME_RESOLUTION:
            exponent = options[4] & 0x7F
            return 2**exponent if options[4] & 0x80 else 10**exponent
        options = options[4 + length + -length % 4:]
    return 1_000_000


def nanoseconds(text):
    """RFC 3339 in UTC, with up to nine decimals, as nanoseconds since 1970."""
    whole, _, fraction = text.removesuffix("Z").partition(".")
    return int(datetime.fromisoformat(whole + "+00:00").timestamp()) * 1_000_000_000 + int(fraction.ljust(9, "0") or 0)


def count_by_step(bundle):
    """Checks a run bundle and returns, for each step of its journey and for `outside`, packets and wire bytes."""
    data = (bundle / "capture.pcapng").read_bytes()
    if len(data) > MAXIMUM_BYTES:
        raise LabError(f"the capture has {len(data)} bytes; the repository keeps captures under {MAXIMUM_BYTES}")
    lines = (bundle / "markers.jsonl").read_text(encoding="utf-8").splitlines()
    markers = [marker for marker in map(json.loads, lines) if marker["kind"] in ("step", "end")]
    planned = re.findall(r"^  - id: (\S+)", (bundle / "journey.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    marked = [marker.get("step", "end") for marker in markers]
    if marked != [*planned, "end"]:
        raise LabError(f"the journey has the steps {' '.join(planned)}, the markers are {' '.join(marked)}")
    begins = [nanoseconds(marker["time"]) for marker in markers]
    counts = {name: {"packets": 0, "wireBytes": 0} for name in [*planned, "outside"]}
    for time, wire in packets(data):
        passed = sum(begin <= time for begin in begins)
        count = counts[planned[passed - 1] if 0 < passed <= len(planned) else "outside"]
        count["packets"] += 1
        count["wireBytes"] += wire
    if empty := [step for step in planned if not counts[step]["packets"]]:
        raise LabError(f"no packet was recorded in: {' '.join(empty)}")
    return counts
