#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares mia-engine with transformers and PEFT, live, on random models of several shapes.

    check_against_transformers.py PATH/TO/mia-engine [--device cuda] [--ours BASE ADAPTER]

Each shape is saved by transformers, looked into by `mia-engine inspect` (its own tokenizer, image
processor and weights), and compared: ids, pixels, logits, hidden states, attention, 48 greedy tokens
for one to five pictures; then an adapter that PEFT wrote. The other way round, the adapters under
--ours (written by this program) are loaded by PEFT. Exits 1 when anything differs.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

import peft
import torch
from safetensors.torch import load_file
from transformers import CLIPImageProcessor, LlamaTokenizer

import make_llava_goldens
import tiny_llava

SHAPES = {
    "grouped-query heads": {},
    "one key head, wide heads, biases": {"text": {"num_key_value_heads": 1, "head_dim": 16, "attention_bias": True,
                                                  "mlp_bias": True, "rope_theta": 500.0}},
    "tied embeddings": {"tie_word_embeddings": True},
    "class token kept, first layer": {"vision_feature_select_strategy": "full", "vision_feature_layer": 1},
    "several feature layers": {"vision_feature_layer": [-1, -3]},
    "exact GELU tower, no projector bias": {"vision": {"hidden_act": "gelu"}, "multimodal_projector_bias": False},
}
TOLERANCE = {"pixel_values": 1e-5, "logits": 1e-4, "hidden": 1e-4, "attention": 1e-5}


class Check:
    def __init__(self):
        self.failures = 0

    def report(self, what, ok, detail=""):
        self.failures += not ok
        print(f"{'ok  ' if ok else 'FAIL'} {what} {detail}")


def inspect(engine, folder, arguments):
    out = pathlib.Path(folder) / "inspect.safetensors"
    subprocess.run([engine, "inspect", "--out", str(out), *arguments], check=True, stdout=subprocess.DEVNULL)
    return load_file(out)


def expected(model, ids, pixels):
    ids = torch.tensor([ids])
    with torch.no_grad():
        out = model(input_ids=ids, pixel_values=pixels, output_attentions=True, output_hidden_states=True)
        new = model.generate(input_ids=ids, pixel_values=pixels, attention_mask=torch.ones_like(ids),
                             do_sample=False, max_new_tokens=48)
    tensors = {"input_ids": ids[0], "greedy_ids": new[0, ids.shape[1]:], "logits": out.logits[0], "pixel_values": pixels}
    tensors.update({f"hidden.{k}": h[0] for k, h in enumerate(out.hidden_states)})
    tensors.update({f"attention.{k}": a[0] for k, a in enumerate(out.attentions)})
    return tensors


def compare(check, name, theirs, ours):
    same = all(torch.equal(theirs[key], ours[key]) for key in ("input_ids", "greedy_ids"))
    worst = {}
    for key, value in theirs.items():
        kind = key.split(".")[0]
        if kind in TOLERANCE:
            worst[kind] = max(worst.get(kind, 0.0), (value.float() - ours[key].float()).abs().max().item())
    within = all(worst[kind] <= TOLERANCE[kind] for kind in worst)
    check.report(name, same and within, ("" if same else "ids differ; ") +
                 ", ".join(f"{kind} {value:.1e}" for kind, value in worst.items()))


def text_ids(tokenizer, model, text, per_image):
    return tiny_llava.expanded(tokenizer.encode(text), model.config.image_token_id, per_image)


def check_shape(check, engine, folder, name, overrides, device):
    model = tiny_llava.make(folder, **overrides)
    tokenizer, processor = LlamaTokenizer.from_pretrained(folder), CLIPImageProcessor.from_pretrained(folder)
    per_image = 16 + (model.config.vision_feature_select_strategy == "full")
    pictures = [tiny_llava.picture(i, 40 + 31 * i, 90 - 13 * i) for i in range(5)]
    files = [str(pathlib.Path(folder) / f"{i}.png") for i in range(5)]
    for picture, file in zip(pictures, files):
        picture.save(file)
    for count, text in enumerate(make_llava_goldens.TEXTS, start=1):
        pixels = processor(pictures[:count], return_tensors="pt")["pixel_values"]
        theirs = expected(model, text_ids(tokenizer, model, text, per_image), pixels)
        images = [part for file in files[:count] for part in ("--image", file)]
        arguments = ["--model", folder, "--prompt", text, *images, "--attentions", "--tokens", "48", "--device", device]
        try:
            compare(check, f"{name}, {count} pictures:", theirs, inspect(engine, folder, arguments))
        except subprocess.CalledProcessError as error:
            check.report(f"{name}, {count} pictures:", False, f"the engine ended with {error.returncode}")


def check_adapters(check, engine, folder, device):
    model = tiny_llava.make(pathlib.Path(folder) / "base")
    base = str(pathlib.Path(folder) / "base")
    tokenizer = LlamaTokenizer.from_pretrained(base)
    text = "USER: what is the object ? ASSISTANT:"
    with_adapter = make_llava_goldens.make_adapter(pathlib.Path(folder) / "adapter", model)
    arguments = ["--model", base, "--prompt", text, "--device", device]
    with torch.no_grad():
        theirs = with_adapter(input_ids=torch.tensor([tokenizer.encode(text)])).logits[0]
    ours = inspect(engine, folder, [*arguments, "--adapter", str(pathlib.Path(folder) / "adapter")])["logits"]
    worst = (theirs - ours).abs().max().item()
    check.report("PEFT's adapter here:", worst <= TOLERANCE["logits"], f"logits {worst:.1e}")


def check_ours(check, engine, base, adapter, folder, device):
    """An adapter that this program wrote, in PEFT: every module found, the same logits."""
    model = peft.PeftModel.from_pretrained(tiny_llava.load(base), adapter)
    loaded = model.load_adapter(adapter, "again")
    keys = len(load_file(pathlib.Path(adapter) / "adapter_model.safetensors"))
    placed = sum(".lora_" in name and ".default." in name for name, _ in model.named_parameters())
    tokenizer = LlamaTokenizer.from_pretrained(base)
    text = "USER: what is the object ? ASSISTANT:"
    with torch.no_grad():
        theirs = model(input_ids=torch.tensor([tokenizer.encode(text)])).logits[0]
    ours = inspect(engine, folder, ["--model", base, "--prompt", text, "--adapter", adapter, "--device", device])["logits"]
    worst = (theirs - ours).abs().max().item()
    fits = not loaded.unexpected_keys and placed == keys
    check.report("our adapter in PEFT:", fits and worst <= TOLERANCE["logits"],
                 f"{keys // 2} of {placed // 2} modules, logits {worst:.1e}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--ours", nargs=2, metavar=("BASE", "ADAPTER"),
                        help="a base model and an adapter that this program wrote for it")
    arguments = parser.parse_args()
    check = Check()
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, overrides) in enumerate(SHAPES.items()):
            check_shape(check, arguments.engine, f"{folder}/{number}", name, overrides, arguments.device)
        check_adapters(check, arguments.engine, folder, arguments.device)
        if arguments.ours:
            check_ours(check, arguments.engine, *arguments.ours, folder, arguments.device)
    sys.exit(1 if check.failures else 0)


if __name__ == "__main__":
    main()
