#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a LLaVA-instruct file of the size and shape of llava_v1_5_mix665k.json (665k rows, about
1 GB, one to ten turns, 6 % of the rows without a picture, ids that repeat) and the small pictures it
names. The same seed makes the same bytes."""

import argparse
import json
import pathlib
import random
import struct
import zlib

FOLDERS = ["coco/train2017", "gqa/images", "ocr_vqa/images", "textvqa/train_images", "vg/VG_100K"]
WORDS = ("the of a in on with and is it left right behind small large red green photo sign table "
         "person holding standing bird street window caf\u00e9 which what how many where why colour "
         "looks because image shows several near water bright old wooden two three").split()


def png(rng):
    width, height = rng.randrange(8, 40), rng.randrange(8, 40)
    colour = bytes(rng.randrange(256) for _ in range(3))
    rows = b"".join(b"\0" + colour * width for _ in range(height))

    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data +
                struct.pack(">I", zlib.crc32(kind + data)))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def write_pictures(root, count, rng):
    paths = []
    for number in range(count):
        path = f"{FOLDERS[number % len(FOLDERS)]}/{number:012d}.png"
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(rng))
        paths.append(path)
    return paths


def text(rng, length):
    words = []
    while length > 0:
        word = rng.choice(WORDS)
        words.append(word)
        length -= len(word) + 1
    return " ".join(words)


def record(number, paths, rng, length):
    turns = rng.randrange(1, 11)
    conversations = []
    for turn in range(turns):
        mark = "<image>\n" if turn == 0 else ""
        question = f"{mark}{text(rng, 40)} {number}?"
        conversations.append({"from": "human", "value": question})
        conversations.append({"from": "gpt", "value": text(rng, rng.randrange(20, length)) + "."})
    row = {"id": f"{rng.randrange(10 ** 6):012d}"}
    if rng.random() < 0.06:
        conversations[0]["value"] = conversations[0]["value"].replace("<image>\n", "")
    else:
        row["image"] = rng.choice(paths)
    row["conversations"] = conversations
    return row


def generate(folder, rows, pictures, seed, length=256):
    rng = random.Random(seed)
    paths = write_pictures(folder, pictures, rng)
    # The records repeat with other questions, so that a gigabyte takes seconds to make.
    stock = [json.dumps(record(n, paths, rng, length), indent=2) for n in range(min(rows, 5000))]
    with open(folder / "llava.json", "w", encoding="utf-8") as out:
        for number in range(rows):
            body = stock[number % len(stock)]
            round_ = number // len(stock)
            if round_ > 0:
                body = body.replace('?"', f' {round_}?"', 1)
            out.write(("[" if number == 0 else ",\n") + body)
        out.write("]\n")
    return folder / "llava.json"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=665_000)
    parser.add_argument("--pictures", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    file = generate(options.folder, options.rows, options.pictures, options.seed)
    print(f"{file}: {options.rows} rows, {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
