# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The source tree as the checks see it: which files there are and which room each belongs to."""
import pathlib
import re
import sys

SOURCES = (".h", ".cpp", ".cu", ".cuh")
TOPS = ("app", "core", "ui", "tests")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def root():
    """The tree to check: the first argument, or the one that this script lies in."""
    if len(sys.argv) > 1:
        return pathlib.Path(sys.argv[1]).resolve()
    return pathlib.Path(__file__).resolve().parents[2]


def sources(top, folders=TOPS):
    files = [f for folder in folders for f in (top / folder).rglob("*") if f.suffix in SOURCES]
    return sorted(files)


def room_of(relative):
    """The room of a path below the root: core/layout/x.h -> layout, app/cli/x.cpp -> app_cli."""
    parts = relative.parts
    if parts[0] == "core" and len(parts) > 2:
        return parts[1]
    if parts[0] == "app" and len(parts) > 2:
        return "app_" + parts[1]
    return parts[0]


def includes(text):
    """(quoted or angled, path, line number) of every include."""
    for match in INCLUDE.finditer(text):
        yield match[1], match[2], text.count("\n", 0, match.start(2)) + 1


def finish(findings, summary):
    """Prints the findings and what was looked at, and ends with 1 if there were any."""
    for finding in findings:
        print(finding)
    print(summary)
    sys.exit(1 if findings else 0)
