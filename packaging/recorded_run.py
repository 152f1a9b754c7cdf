# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs recorded runs for app/gemba-plant. For the importers beside it.

A .run file, all integers little-endian:
  8 bytes   "GMBRUN1\\n"
  u32       length of the head
  head      UTF-8 JSON: id, fault, name, origin, columns, scales, rows, processPeriod, faultRow,
            events, states, sha256
  body      one zstd frame; column by column, the zigzag varint of the difference to the row before
A value is integer / 10^scale of its column. Both are exact doubles, so the quotient is the double
nearest to the decimal text: the same bits that any correct reading of the text gives.
sha256 is over the values as little-endian doubles, row by row.
"""
import hashlib
import json
import struct
import subprocess
import sys
from decimal import Decimal


def digest(rows):
    h = hashlib.sha256()
    for row in rows:
        h.update(struct.pack(f"<{len(row)}d", *(float(v) + 0.0 for v in row)))  # no -0
    return h.hexdigest()


def varint(n):
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return out


def pack_column(texts):
    decimals = [Decimal(t) for t in texts]
    scale = max(0, max(-d.normalize().as_tuple().exponent for d in decimals))
    numbers = [int(d.scaleb(scale)) for d in decimals]
    out, before = bytearray(), 0
    for text, number in zip(texts, numbers):
        if abs(number) >= 2**53 or scale > 22 or number / 10**scale != float(text):
            sys.exit(f"{text}: does not survive as {number} / 10^{scale}")
        delta = number - before
        out += varint(delta * 2 if delta >= 0 else -delta * 2 - 1)
        before = number
    return scale, out


def pack(head, columns, rows):
    """The bytes of a run; head: id, fault, name, origin, processPeriod, events, states; rows: texts."""
    packed = [pack_column([row[c] for row in rows]) for c in range(len(columns))]
    head = dict(head, columns=columns, scales=[scale for scale, _ in packed], rows=len(rows),
                sha256=digest(rows))
    body = subprocess.run(["zstd", "-19", "--no-check", "-q", "-c"], check=True,
                          input=b"".join(column for _, column in packed),
                          stdout=subprocess.PIPE).stdout
    text = json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return b"GMBRUN1\n" + struct.pack("<I", len(text)) + text + body
