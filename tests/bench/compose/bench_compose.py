#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Composes 3 x 3 collages of 1424 x 1464 px from JPEG files, decoding included, with this project
and with Pillow, on one core in one run; prints the ratios and how far the pictures are from those of
a full decode. Then the same with the photos enlarged to 5 megapixels, against Pillow's draft mode as
well. Both sides use one core, files that were read before, and Lanczos' filter; ours decodes no
larger than a picture is drawn. What bounds it is reading a JPEG's codes, which no reduction saves.
Run it with a Python that has Pillow:
PYTHON tests/bench/compose/bench_compose.py build/dev/tests/mia-bench-compose FOLDER_OF_JPEGS"""

import argparse
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from PIL import Image, ImageDraw, ImageFont

CELL, MARGIN, SIDE = 448, 40, 3
WIDTH = SIDE * CELL + (SIDE - 1) * MARGIN
HEIGHT = SIDE * (CELL + MARGIN)


def opened(file, draft):
    picture = Image.open(file)
    if draft:
        picture.draft("RGB", (CELL, CELL))
    return picture.convert("RGB")


def collage(files, font, draft):
    canvas = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(canvas)
    for i, file in enumerate(files):
        picture = opened(file, draft)
        scale = min(CELL / picture.width, CELL / picture.height)
        size = max(1, int(picture.width * scale)), max(1, int(picture.height * scale))
        left, top = i % SIDE * (CELL + MARGIN), i // SIDE * (CELL + MARGIN)
        canvas.paste(picture.resize(size, Image.LANCZOS), (left, top + MARGIN))
        pen.text((left + 20, top + 4), f"Image{i + 1}", fill="black", font=font)
    return canvas


def pillow_ms(files, font, draft=False):
    begun = time.process_time()
    count = 0
    for at in range(0, len(files) - 8, 9):
        collage(files[at:at + 9], font, draft)
        count += 1
    return (time.process_time() - begun) * 1e3 / count


def enlarged(files, folder, megapixels):
    larger = []
    for number, file in enumerate(files):
        picture = Image.open(file).convert("RGB")
        factor = math.sqrt(megapixels * 1e6 / (picture.width * picture.height))
        larger.append(folder / f"{number:04}.jpg")
        picture.resize((round(picture.width * factor), round(picture.height * factor)),
                       Image.BICUBIC).save(larger[-1], quality=90)
    return larger



def measure(name, program, files, rounds, demands):
    """`demands`: (what, Pillow's draft or not, how many times faster than it)."""
    font = ImageFont.load_default(24)
    runs, times = [], {draft: [] for _, draft, _ in demands}
    for _ in range(rounds):
        done = subprocess.run([program, *files], stdout=subprocess.PIPE, check=True)
        runs.append(json.loads(done.stdout))
        for draft in times:
            times[draft].append(pillow_ms(files, font, draft))
    ours = min(run["shown_ms"] for run in runs)
    print(f"{name}: {runs[0]['collages']} collages; ours {ours:.1f} ms, "
          f"from full pictures {min(run['full_ms'] for run in runs):.1f} ms")
    met = True
    for what, draft, factor in demands:
        theirs = min(times[draft])
        print(f"  {what:13} {theirs:7.1f} ms  {theirs / ours:5.2f} x  (asked: {factor} x)")
        met = met and theirs / ours >= factor
    difference = runs[0]["difference"]
    print(f"  from a full decode: {difference:.2f} of 255 on average, "
          f"{runs[0]['worst']:.2f} in the worst collage (allowed: 2)")
    return met and difference <= 2


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="mia-bench-compose")
    parser.add_argument("photos", type=pathlib.Path, help="a folder of JPEG files")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
    files = sorted(options.photos.glob("*.jpg"))
    met = measure("as they are", options.program, files, options.rounds, [("Pillow", False, 3)])
    with tempfile.TemporaryDirectory(prefix="mia-bench-") as folder:
        larger = enlarged(files[:45], pathlib.Path(folder), 5)
        met &= measure("at 5 megapixels", options.program, larger, options.rounds,
                       [("Pillow", False, 10), ("Pillow, draft", True, 2)])
    if not met:
        sys.exit("below what is asked")


if __name__ == "__main__":
    main()
