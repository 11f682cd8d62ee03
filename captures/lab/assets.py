"""The heavy half of the site, made at lab time: pictures, scripts and a web font that are not worth keeping in git.

The same seeds give the same bytes (with the same zlib and font package), so two captures carry the same content.
"""

import base64
import math
import random
import shutil
import struct
import zlib
from pathlib import Path

SITE = Path(__file__).parent / "site"
# Debian's fonts-dejavu-core; DejaVu is under the Bitstream Vera licence, its changes in the public domain.
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")

# Name: width, height, levels of grain. Grain is what a photograph has and a drawing has not: it can't be compressed.
PICTURES = {
    "accueil": (640, 300, 3),
    "service-rendez-vous": (120, 80, 3),
    "service-documents": (120, 80, 3),
    "service-messages": (120, 80, 3),
    "camille": (96, 96, 3),
    "praticien-1": (270, 200, 12),
    "praticien-2": (270, 200, 16),
    "praticien-3": (270, 200, 10),
    "praticien-4": (270, 200, 14),
    "praticien-5": (270, 200, 12),
    "praticien-6": (270, 200, 20),
    "praticien-7": (270, 200, 8),
    "praticien-8": (270, 200, 12),
    "plan": (640, 360, 2),
    "au-revoir": (120, 80, 3),
    "radiographie": (400, 300, 6),
}


def build_site(folder):
    """Copies the written half of the site into `folder` and makes the other half beside it."""
    shutil.copytree(SITE, folder)
    content = Path(folder, "cdn")
    for kind in ("images", "polices", "scripts"):
        (content / kind).mkdir(parents=True)
    for name, (width, height, grain) in PICTURES.items():
        (content / "images" / f"{name}.png").write_bytes(picture(name, width, height, grain))
    (content / "scripts" / "bibliotheque.js").write_text(script("bibliotheque", functions=600, table=40_000))
    (content / "scripts" / "carte.js").write_text(script("carte", functions=300, table=30_000))
    (content / "polices" / "texte.woff").write_bytes(woff(FONT.read_bytes()))


def picture(seed, width, height, grain):
    """A PNG (W3C PNG, third edition) of soft colours under `grain` levels of noise."""
    chance = random.Random(seed)
    tints = [(chance.uniform(1, 3), chance.uniform(0, math.tau)) for _ in range(3)]
    rows = bytearray()
    for y in range(height):
        rows.append(1)  # Filter "Sub": each byte less the one of the pixel to its left.
        left = (0, 0, 0)
        for x in range(width):
            slope = x / width + 2 * y / height
            pixel = tuple(
                int(150 + 60 * math.sin(waves * slope + phase)) + chance.randrange(grain) for waves, phase in tints)
            rows += bytes((value - before) & 0xFF for value, before in zip(pixel, left))
            left = pixel
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks)


def script(seed, functions, table):
    """JavaScript as libraries are shipped: many small functions and a table of data. It does nothing when loaded."""
    chance = random.Random(seed)
    lines = ['"use strict";', f"const {seed} = {{}};"]
    for n in range(functions):
        a, b, c = (chance.randrange(2, 10_000) for _ in range(3))
        lines.append(f"{seed}.f{n} = (x, y) => (x * {a} + y * {b}) % {c};")
    lines.append(f'{seed}.table = "{base64.b64encode(chance.randbytes(table)).decode()}";')
    return "\n".join(lines) + "\n"


def woff(font):
    """The font as WOFF 1.0 (W3C Recommendation, 13 December 2012): each table compressed on its own."""
    flavour, count = struct.unpack(">IH", font[:6])
    offset = 44 + 20 * count
    directory, tables, plain = b"", b"", 12 + 16 * count
    for n in range(count):
        tag, checksum, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * n)
        data = font[start:start + length]
        packed = min(zlib.compress(data, 9), data, key=len)
        directory += struct.pack(">4sIIII", tag, offset + len(tables), len(packed), length, checksum)
        tables += packed + bytes(-len(packed) % 4)
        plain += length + -length % 4
    size = offset + len(tables)
    header = struct.pack(">4sIIHHIHHIIIII", b"wOFF", flavour, size, count, 0, plain, 1, 0, 0, 0, 0, 0, 0)
    return header + directory + tables
