#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the README's animated tour from the real window, driven by keys and mouse.

    cmake --preset bench && cmake --build build/bench --target make_tour
    tests/tour/make_tour.py --bin build/bench --project ~/mia-demo --out resources/readme/tour.webp

The project is a finished one of `mia demo`; a copy of it is used. Encoding needs Pillow or ffmpeg.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

MOST_BYTES = 4 * 1024 * 1024


def copy_project(source, copy):
    """What its runs say of their own folder holds of the copy too."""
    shutil.copytree(source, copy)
    for manifest in copy.glob("runs/*/run.json"):
        manifest.write_text(manifest.read_text().replace(str(source.resolve()), str(copy)))


def read_list(folder):
    """The frames with how long each is shown; what looks the same is shown once, for longer."""
    frames = []
    for line in (folder / "frames.txt").read_text().splitlines():
        name, milliseconds = line.split()
        frames.append([folder / name, int(milliseconds)])
    merged = frames[:1]
    for file, milliseconds in frames[1:]:
        if file.read_bytes() == merged[-1][0].read_bytes():
            merged[-1][1] += milliseconds
        else:
            merged.append([file, milliseconds])
    return merged


def with_pillow(frames, out, width, quality):
    from PIL import Image
    pictures = []
    for file, _ in frames:
        picture = Image.open(file).convert("RGB")
        if width:
            picture = picture.resize((width, round(picture.height * width / picture.width)), Image.LANCZOS)
        pictures.append(picture)
    durations = [milliseconds for _, milliseconds in frames]
    options = {"quality": quality, "method": 4} if out.suffix == ".webp" else {"optimize": True}
    pictures[0].save(out, save_all=True, append_images=pictures[1:], duration=durations, loop=0, **options)


def with_ffmpeg(frames, out, width, quality):
    listed = frames[0][0].parent / "concat.txt"
    lines = [f"file '{file}'\nduration {milliseconds / 1000}\n" for file, milliseconds in frames]
    listed.write_text("".join(lines) + f"file '{frames[-1][0]}'\n")
    palette = ",split[a][b];[a]palettegen[p];[b][p]paletteuse" if out.suffix == ".gif" else ""
    codec = [] if out.suffix == ".gif" else ["-c:v", "libwebp_anim", "-quality", str(quality)]
    subprocess.run(["ffmpeg", "-y", "-loglevel", "error", "-f", "concat", "-safe", "0", "-i", listed, "-vf",
                    f"scale={width or -1}:-1:flags=lanczos{palette}", *codec, "-loop", "0", out], check=True)


def encode(frames, out, width, quality):
    try:
        with_pillow(frames, out, width, quality)
    except ImportError:
        if not shutil.which("ffmpeg"):
            sys.exit("make_tour: neither Pillow nor ffmpeg is here to make one picture of the frames")
        with_ffmpeg(frames, out, width, quality)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, required=True, help="a build folder with tests/make_tour")
    parser.add_argument("--project", type=pathlib.Path, required=True, help="a finished project of `mia demo`")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="FILE.webp or FILE.gif")
    parser.add_argument("--frames", type=pathlib.Path, help="keep the frames here")
    parser.add_argument("--width", type=int, help="px; the frames' own unless told")
    parser.add_argument("--quality", type=int, default=55, help="of a WebP, 0 to 100")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mia-tour-") as scratch:
        project = pathlib.Path(scratch) / "demo"
        copy_project(arguments.project, project)
        frames = arguments.frames or pathlib.Path(scratch) / "frames"
        subprocess.run([arguments.bin / "tests" / "make_tour", project, frames], check=True)
        encode(read_list(frames), arguments.out, arguments.width, arguments.quality)
    size = arguments.out.stat().st_size
    print(f"{arguments.out}: {size / 1024 / 1024:.1f} MB")
    if size > MOST_BYTES:
        sys.exit("make_tour: too large for the README; ask for less --width or --quality")


if __name__ == "__main__":
    main()
