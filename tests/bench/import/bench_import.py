#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times `mia import` of a generated 1 GB file of 665k rows and prints seconds, rows/s and the peak
of resident memory. Fails above 20 s or 500 MB, or when the counts do not add up."""

import argparse
import json
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import generate_llava


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mia", help="the program, of a release build")
    parser.add_argument("--rows", type=int, default=665_000)
    parser.add_argument("--pictures", type=int, default=2_000)
    parser.add_argument("--folder", type=pathlib.Path, help="keep the generated file here")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--megabytes", type=float, default=500)
    options = parser.parse_args()
    folder = options.folder or pathlib.Path(tempfile.mkdtemp(prefix="mia-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "llava.json"
    if not source.exists():
        generate_llava.generate(folder, options.rows, options.pictures, seed=1)
    project = folder / "project"
    shutil.rmtree(project, ignore_errors=True)

    begun = time.monotonic()
    done = subprocess.run(
        [options.mia, "import", source, "--images", folder, "--project", project, "--json"],
        stdout=subprocess.PIPE, check=True)
    seconds = time.monotonic() - begun
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
    result = json.loads(done.stdout)
    rows = result["rows"]
    accounted = result["questions"] + sum(result["quarantined"].values())
    print(f"file      {source.stat().st_size / 1e6:.0f} MB, {rows} rows, {options.pictures} pictures")
    print(f"time      {seconds:.1f} s  ({rows / seconds:.0f} rows/s)")
    print(f"memory    {megabytes:.0f} MB at the peak")
    print(f"questions {result['questions']}, quarantined {result['quarantined']}")
    if options.folder is None:
        shutil.rmtree(folder)
    if rows != options.rows or rows != accounted:
        sys.exit("the counts do not add up")
    if seconds > options.seconds or megabytes > options.megabytes:
        sys.exit(f"over the budget of {options.seconds:.0f} s and {options.megabytes:.0f} MB")


if __name__ == "__main__":
    main()
