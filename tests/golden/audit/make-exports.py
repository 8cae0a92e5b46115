#!/usr/bin/env python3
"""Makes the golden exports beside it: python3 make-exports.py

In another language than the program, and with an SM3 written from its standard (GB/T 32905-2016), so that neither
Yuheng's writer nor the library under both its halves vouches for itself. SHA-256 is Python's own. The exports are
made of invented acts; nothing in them is random, so that they come out the same each time.
"""

import hashlib
import json
import pathlib
import struct

HERE = pathlib.Path(__file__).parent
ZEROS = "0" * 64


def rotated(word, by):
    by %= 32
    return ((word << by) | (word >> (32 - by))) & 0xFFFFFFFF


def sm3(message):
    """GB/T 32905-2016, sections 4 and 5."""
    state = [
        0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600,
        0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E,
    ]
    padded = message + b"\x80" + b"\0" * ((55 - len(message)) % 64) + struct.pack(">Q", 8 * len(message))
    p0 = lambda x: x ^ rotated(x, 9) ^ rotated(x, 17)
    p1 = lambda x: x ^ rotated(x, 15) ^ rotated(x, 23)
    for at in range(0, len(padded), 64):
        words = list(struct.unpack(">16I", padded[at : at + 64]))
        for j in range(16, 68):
            mixed = p1(words[j - 16] ^ words[j - 9] ^ rotated(words[j - 3], 15))
            words.append(mixed ^ rotated(words[j - 13], 7) ^ words[j - 6])
        a, b, c, d, e, f, g, h = state
        for j in range(64):
            t = 0x79CC4519 if j < 16 else 0x7A879D8A
            ss1 = rotated((rotated(a, 12) + e + rotated(t, j)) & 0xFFFFFFFF, 7)
            ss2 = ss1 ^ rotated(a, 12)
            ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if j < 16 else (e & f) | (~e & g)
            tt1 = (ff + d + ss2 + (words[j] ^ words[j + 4])) & 0xFFFFFFFF
            tt2 = (gg + h + ss1 + words[j]) & 0xFFFFFFFF
            a, b, c, d = tt1, a, rotated(b, 9), c
            e, f, g, h = p0(tt2), e, rotated(f, 19), g
        state = [x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return "".join(f"{word:08x}" for word in state)


# Example 1 and example 2 of appendix A of the standard.
assert sm3(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
assert sm3(b"abcd" * 16) == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"

DIGESTS = {"sha256": lambda message: hashlib.sha256(message).hexdigest(), "sm3": sm3}


def canonical(value):
    if isinstance(value, dict):
        # UTF-16 code units: big-endian bytes compare as they do.
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def act(number, name, **more):
    return {
        "act": name,
        "actor": {"account": f"00000000-0000-4000-8000-{number:012d}", "username": f"officer-{number}"},
        "roles": ["programOfficer"],
        "object": {"kind": "publication", "id": "2026"},
        "outcome": "done",
        "requestId": f"request-{number}",
        "address": "10.0.0.8",
        **more,
    }


ACTS = [
    act(1, "publication.load", after={"total": 180000000, "posts": 150, "none": {}, "list": []}),
    act(2, "session.open", actor=None, roles=[], object=None, outcome="refused", problem="signed-out"),
    act(3, "scoring.run", before={"grade": "良", "𝄞": "clef", "ﬀ": "ligature", "é": -1, "10": 10, "9": 9}),
    act(4, "account.telephone.show", reason="核对联系方式\u2028二次\u2029确认 \t\"引号\" \\ \u007f \u0001", personalData=True),
    act(5, "import.rows", digest="ab" * 32, after={"rows": 9007199254740991, "lowest": -9007199254740991, "zero": 0}),
    act(6, "allocation.decide", after={"counties": [{"id": "hongta", "parts": 25}, {"id": "yuanjiang", "parts": None}]}),
    act(7, "account.lock", outcome="failed", requestId=None, address=None, after=True, before=False),
]


def chain(algorithms, first=1, previous=ZEROS):
    entries = []
    for number, (algorithm, content) in enumerate(zip(algorithms, ACTS), start=first):
        hashed = {
            "algorithm": algorithm,
            "at": f"2026-11-22T08:00:{number:02d}.123Z",
            "chain": "530400",
            "content": content,
            "previous": previous,
            "seq": number,
        }
        previous = DIGESTS[algorithm](canonical(hashed).encode("utf-8"))
        entries.append((hashed, previous))
    return entries


EXPORTED = {"at": "2026-11-23T00:10:00.000Z", "by": "audit-admin", "watermark": "audit-admin 2026-11-23"}


def as_written(entries):
    lines = [canonical(hashed)[:-1] + f',"hash":"{digest}"}}' for hashed, digest in entries]
    head = f'{{"format":"yuheng-audit-1","chain":"530400","exported":{canonical(EXPORTED)},"entries":['
    return "\n".join([head, *([",\n".join(lines)] if lines else []), "]}", ""])


def as_document(entries):
    return {
        "format": "yuheng-audit-1",
        "chain": "530400",
        "exported": EXPORTED,
        "entries": [{**hashed, "hash": digest} for hashed, digest in entries],
    }


sha256 = chain(["sha256"] * 7)
mixed = chain(["sha256"] * 3 + ["sm3"] * 4)
HERE.joinpath("sha256.export").write_text(as_written(sha256), "utf-8")
HERE.joinpath("sm3.export").write_text(as_written(chain(["sm3"] * 7)), "utf-8")
HERE.joinpath("sha256-then-sm3.export").write_text(as_written(mixed), "utf-8")
HERE.joinpath("from-4.export").write_text(as_written(sha256[3:]), "utf-8")
HERE.joinpath("empty.export").write_text(as_written([]), "utf-8")
HERE.joinpath("indented-ascii.export").write_text(json.dumps(as_document(mixed), indent=2), "utf-8")
heads = {"sha256": sha256, "sm3": chain(["sm3"] * 7), "sha256-then-sm3": mixed}
HERE.joinpath("heads.txt").write_text(
    "".join(f"{name} {entries[-1][0]['seq']}:{entries[-1][1]}\n" for name, entries in heads.items()), "utf-8"
)
