# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/imaging: picture files of every awkward kind with what Pillow decodes them to,
Pillow's resampling, and the pixel values of transformers' Pillow image processors.

    python make_imaging_goldens.py OUTPUT_FOLDER      (needs Pillow, numpy, transformers, torch)
"""

import io
import json
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps
from safetensors.numpy import save_file
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil
from transformers.models.llava.image_processing_pil_llava import LlavaImageProcessorPil

out = Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)


def scene(width, height, seed):
    """Smooth colours, edges and a little noise: what resampling and codecs react to."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    red = 255 * x / max(width - 1, 1)
    green = 255 * y / max(height - 1, 1)
    blue = 127 + 120 * np.sin(x / 3.0) * np.cos(y / 4.0)
    rgb = np.stack([red, green, blue], -1)
    rgb[height // 4 : height // 2, width // 4 : width // 2] = (250, 10, 30)
    rgb += rng.normal(0, 6, rgb.shape)
    return Image.fromarray(np.clip(rgb, 0, 255).astype(np.uint8), "RGB")


def viewed(image):
    """As a photo viewer shows it: turned, transparency over white, RGB."""
    image = ImageOps.exif_transpose(image)
    if "A" in image.getbands() or image.info.get("transparency") is not None:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, image).convert("RGB")
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).astype(np.uint8)).convert("RGB")
    return image.convert("RGB")


def add(name, data, expected=None):
    (out / name).write_bytes(data)
    picture = expected or viewed(Image.open(io.BytesIO(data)))
    picture.save(out / (name + ".expected.png"))


def encoded(image, **options):
    stream = io.BytesIO()
    image.save(stream, **options)
    return stream.getvalue()


photo = scene(45, 33, 1)
for orientation in (2, 3, 4, 5, 6, 7, 8):
    exif = Image.Exif()
    exif[0x0112] = orientation
    add(f"turned{orientation}.jpg", encoded(photo, format="JPEG", quality=90, exif=exif))
exif = Image.Exif()
exif[0x0112] = 6
add("turned6.png", encoded(photo, format="PNG", exif=exif))
add("turned6.webp", encoded(photo, format="WEBP", lossless=True, exif=exif))
add("plain.jpg", encoded(photo, format="JPEG", quality=90))
add("full_chroma.jpg",
    encoded(photo, format="JPEG", quality=95, subsampling=0, restart_marker_blocks=5))
add("progressive.jpg", encoded(photo, format="JPEG", quality=85, progressive=True))
add("grey.jpg", encoded(photo.convert("L"), format="JPEG", quality=90))
add("cmyk_adobe.jpg", encoded(photo.convert("CMYK"), format="JPEG", quality=95))
add("palette.png", encoded(photo.quantize(16), format="PNG"))
palette = photo.quantize(16)
add("palette_clear.png", encoded(palette, format="PNG", transparency=bytes([0, 90, 255, 10])))
alpha = photo.convert("RGBA")
alpha.putalpha(Image.fromarray(np.tile(np.linspace(0, 255, 45).astype(np.uint8), (33, 1))))
add("alpha.png", encoded(alpha, format="PNG"))
add("alpha.webp", encoded(alpha, format="WEBP", lossless=True, exact=True))
add("grey_alpha.png", encoded(alpha.convert("LA"), format="PNG"))
wide = (np.asarray(photo.convert("L")).astype(np.uint16) << 8) + 200
add("grey16.png", encoded(Image.fromarray(wide), format="PNG"))
add("bitmap.bmp", encoded(photo, format="BMP"))
add("photo.tiff", encoded(photo, format="TIFF"))
frames = [scene(40, 30, 2), scene(40, 30, 3)]
add("animated.gif", encoded(frames[0], format="GIF", save_all=True, append_images=frames[1:]))
add("interlaced.gif", encoded(frames[0], format="GIF", interlace=1))
add("animated.webp", encoded(frames[0], format="WEBP", lossless=True, save_all=True, append_images=frames[1:]))
add("animated.png", encoded(frames[0], format="PNG", save_all=True, append_images=frames[1:]))

# What breaks off: the rows that were there are compared, by the number beside the name.
whole = scene(64, 64, 4)
for name, options in (("broken.jpg", {"format": "JPEG", "quality": 90}), ("broken.png", {"format": "PNG"})):
    data = encoded(whole, **options)
    add(name, data[: len(data) * 6 // 10], viewed(Image.open(io.BytesIO(data))))

# Resampling: one source, many sizes and kernels.
source = scene(37, 29, 5)
source.save(out / "resize_source.png")
kernels = {"bilinear": Image.BILINEAR, "bicubic": Image.BICUBIC, "lanczos": Image.LANCZOS}
for name, kernel in kernels.items():
    for width, height in ((11, 7), (80, 61), (37, 10), (9, 29), (36, 30), (60, 10), (30, 12), (1, 1)):
        source.resize((width, height), kernel).save(out / f"resize_{name}_{width}x{height}.png")

# Image processors: the configuration as saved, and the values.
tensors, cases = {}, []
configs = {
    "clip": CLIPImageProcessorPil(size={"shortest_edge": 28}, crop_size={"height": 28, "width": 28}),
    "odd": CLIPImageProcessorPil(size={"shortest_edge": 27}, crop_size={"height": 33, "width": 20}, resample=2),
    "square": CLIPImageProcessorPil(size={"height": 24, "width": 32}, do_center_crop=False, do_normalize=False),
    "pad": LlavaImageProcessorPil(size={"shortest_edge": 28}, crop_size={"height": 28, "width": 28}, do_pad=True),
}
for config, processor in configs.items():
    (out / f"processor_{config}.json").write_text(json.dumps(processor.to_dict(), indent=1, default=str) + "\n")
    for width, height in ((45, 33), (20, 51), (30, 30)):
        name = f"{config}_{width}x{height}"
        picture = scene(width, height, width)
        picture.save(out / f"input_{width}x{height}.png")
        values = processor(picture, return_tensors="np")["pixel_values"][0]
        tensors[name] = np.ascontiguousarray(values.astype(np.float32))
save_file(tensors, out / "pixel_values.safetensors")
