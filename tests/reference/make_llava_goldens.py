#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the goldens of the model room with transformers and PEFT.

    make_llava_goldens.py [OUT_DIR]        (default: tests/data/model)

Writes tiny/ (a whole random model), adapter/ (a LoRA adapter written by PEFT) and
goldens.safetensors. Per case "cN." with N pictures: ids, greedy (48 tokens), logits, hidden.k,
attention.k. Case 1 has every row, the others the last four. "adapter." holds case 1 with the
adapter, "pixels" the five pictures. Needs transformers and peft; made with 5.23.0 and 0.21.
"""
import argparse
import pathlib
import shutil

import peft
import torch
from safetensors.torch import save_file
from transformers import LlamaTokenizer

import tiny_llava

TEXTS = ["USER: <image>\nWhat is the color of the object? ASSISTANT:",
         "USER: Image1:<image>\nImage2:<image>\nIn Image1, where is the object? ASSISTANT:",
         "USER: <image><image><image>\nWhich picture shows the cat? ASSISTANT:",
         "<image> <image>\n<image>\n\n<image> naïve café? ASSISTANT:",
         "USER: <image>a<image>b<image>c<image>d<image>\nDescribe the picture. ASSISTANT:"]
NEW_TOKENS = 48


def run(model, ids, pixels, rows):
    ids = torch.tensor([ids])
    with torch.no_grad():
        out = model(input_ids=ids, pixel_values=pixels, output_attentions=True, output_hidden_states=True)
        new = model.generate(input_ids=ids, pixel_values=pixels, attention_mask=torch.ones_like(ids),
                             do_sample=False, max_new_tokens=NEW_TOKENS, eos_token_id=None,
                             output_logits=True, return_dict_in_generate=True)
    top = torch.stack(new.logits).topk(2, -1).values
    margin = (top[..., 0] - top[..., 1]).min().item()
    assert margin > 2e-3, f"a greedy choice is too close to call ({margin}); take another seed"
    tensors = {"ids": ids[0], "greedy": new.sequences[0, ids.shape[1]:], "logits": out.logits[0, -rows:]}
    for k, hidden in enumerate(out.hidden_states):
        tensors[f"hidden.{k}"] = hidden[0, -rows:]
    for k, attention in enumerate(out.attentions):
        tensors[f"attention.{k}"] = attention[0, :, -rows:]
    return tensors, margin


def make_adapter(folder, base):
    model = peft.get_peft_model(base, peft.LoraConfig(
        r=4, lora_alpha=6, target_modules=r".*language_model.*\.(q|k|v|o|gate|up|down)_proj"))
    generator = torch.Generator().manual_seed(4)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if ".lora_" in name:
                parameter.copy_(0.2 * torch.randn(parameter.shape, generator=generator))
    model.peft_config["default"].base_model_name_or_path = "tiny"
    model.save_pretrained(folder)
    (folder / "README.md").unlink(missing_ok=True)
    return model.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    default = pathlib.Path(__file__).resolve().parent.parent / "data" / "model"
    parser.add_argument("out", type=pathlib.Path, nargs="?", default=default)
    out = parser.parse_args().out
    shutil.rmtree(out, ignore_errors=True)
    model = tiny_llava.make(out / "tiny")
    tokenizer = LlamaTokenizer.from_pretrained(out / "tiny")
    pixels = tiny_llava.draw_pixels(5)
    goldens = {"pixels": pixels.half()}
    per_image = (tiny_llava.IMAGE_SIZE // tiny_llava.PATCH_SIZE) ** 2
    for count, text in enumerate(TEXTS, start=1):
        ids = tiny_llava.expanded(tokenizer.encode(text), model.config.image_token_id, per_image)
        tensors, margin = run(model, ids, pixels[:count], len(ids) if count == 1 else 4)
        goldens.update({f"c{count}.{name}": value for name, value in tensors.items()})
        print(f"{count} pictures, {len(ids)} tokens, closest greedy choice {margin:.4f}")
    with_adapter = make_adapter(out / "adapter", model)
    tensors, _ = run(with_adapter, goldens["c1.ids"].tolist(), pixels[:1], 4)
    goldens.update({f"adapter.{name}": tensors[name] for name in ("logits", "greedy")})
    save_file({name: value.contiguous() for name, value in goldens.items()}, out / "goldens.safetensors")


if __name__ == "__main__":
    main()
