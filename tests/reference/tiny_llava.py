# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tiny random LLaVA made by transformers, shared by the scripts of this folder.

Grouped-query heads, 16 visual tokens per picture, a real SentencePiece vocabulary. The weights are
larger than a fresh model's, so that attention is not uniform and greedy choices are clear.
"""
import json
import pathlib
import shutil

import sentencepiece
import torch
from PIL import Image
from transformers import LlavaConfig, LlavaForConditionalGeneration

import make_tokenizer_goldens

IMAGE_SIZE, PATCH_SIZE = 56, 14


def config(pieces, **overrides):
    text = dict(model_type="llama", vocab_size=(pieces + 2 + 7) // 8 * 8, hidden_size=32, intermediate_size=48,
                num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2, rms_norm_eps=1e-5,
                max_position_embeddings=512)
    vision = dict(model_type="clip_vision_model", hidden_size=32, intermediate_size=64, num_hidden_layers=3,
                  num_attention_heads=4, image_size=IMAGE_SIZE, patch_size=PATCH_SIZE, projection_dim=32)
    whole = dict(image_token_index=pieces, pad_token_id=pieces + 1,
                 image_seq_length=(IMAGE_SIZE // PATCH_SIZE) ** 2)
    text.update(overrides.pop("text", {}))
    vision.update(overrides.pop("vision", {}))
    whole.update(overrides)
    return LlavaConfig(text_config=text, vision_config=vision, **whole)


def randomise(model, seed):
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            draw = torch.randn(parameter.shape, generator=generator)
            if "norm" in name and name.endswith("weight"):
                parameter.copy_(1 + 0.1 * draw)
            elif "embed" in name or name.endswith("lm_head.weight"):
                parameter.copy_(0.6 * draw)
            elif name.endswith("bias"):
                parameter.copy_(0.1 * draw)
            else:
                parameter.copy_(1.2 * draw / parameter[0].numel() ** 0.5)
            parameter.copy_(parameter.half().float())  # what a file in half precision holds


def write_side_files(folder, pieces):
    folder = pathlib.Path(folder)
    (folder / "tokenizer_config.json").write_text(json.dumps(
        make_tokenizer_goldens.tokenizer_config({"add_bos_token": True, "legacy": False}, pieces), indent=2) + "\n")
    processor = {"processor_class": "LlavaProcessor", "patch_size": PATCH_SIZE,
                 "vision_feature_select_strategy": "default", "num_additional_image_tokens": 1,
                 "image_token": "<image>",
                 "image_processor": {"image_processor_type": "CLIPImageProcessor", "do_resize": True,
                                     "size": {"shortest_edge": IMAGE_SIZE}, "do_center_crop": True,
                                     "crop_size": {"height": IMAGE_SIZE, "width": IMAGE_SIZE}, "resample": 3,
                                     "do_rescale": True, "rescale_factor": 1 / 255, "do_normalize": True,
                                     "image_mean": [0.48145466, 0.4578275, 0.40821073],
                                     "image_std": [0.26862954, 0.26130258, 0.27577711], "do_convert_rgb": True}}
    (folder / "processor_config.json").write_text(json.dumps(processor, indent=2) + "\n")


def make(folder, seed=5, **overrides):
    """Writes a whole model folder (weights in half precision) and returns the model in float32."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(pathlib.Path(__file__).parent.parent / "data" / "tokenizer" / "tokenizer.model", folder)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "tokenizer.model")).get_piece_size()
    model = LlavaForConditionalGeneration(config(pieces, **overrides)).eval()
    randomise(model, seed)
    model.half().save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    write_side_files(folder, pieces)
    return load(folder)


def load(folder, dtype=torch.float32, attention="eager"):
    return LlavaForConditionalGeneration.from_pretrained(
        folder, dtype=dtype, attn_implementation=attention).eval()


def picture(index, width, height):
    """A smooth, colourful picture that no two indices share."""
    image = Image.new("RGB", (width, height))
    image.putdata([((x * 7 * (index + 1)) % 256, (y * 5 + 40 * index) % 256, ((x + y) * 3) % 256)
                   for y in range(height) for x in range(width)])
    return image


def draw_pixels(count, seed=11):
    generator = torch.Generator().manual_seed(seed)
    coarse = torch.randn(count, 3, 7, 7, generator=generator)
    return torch.nn.functional.interpolate(coarse, size=IMAGE_SIZE, mode="bilinear").half().float()


def expanded(ids, image_token, per_image):
    return [token for i in ids for token in ([i] * per_image if i == image_token else [i])]
