# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/train/trl: eight DPO steps of TRL on a tiny random LLaVA.

Needs torch 2.13, transformers 5.23, trl 1.16, peft 0.21, datasets and pillow. Run it as
    python tests/reference/make_dpo_goldens.py tests/data/train/trl
It leaves there
    model/              the checkpoint, as transformers saves it
    adapter/            LoRA's start weights, as PEFT saves them
    adapter_after/      the same after the last step
    pairs.safetensors   pixels [pictures, 3, 28, 28] of the pictures, in the order of use
    trajectory.json     the pairs as token ids, the settings, and what TRL logged step by step
"""

import json
import random
import sys
import tempfile
from pathlib import Path

import numpy
import torch
from datasets import Dataset, Features, Image, Sequence, Value
from peft import LoraConfig
from PIL import Image as Pillow
from safetensors.torch import save_file
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import (CLIPImageProcessorPil, CLIPVisionConfig, LlamaConfig, LlavaConfig,
                          LlavaForConditionalGeneration, LlavaProcessor, PreTrainedTokenizerFast,
                          TrainerCallback)
from trl import DPOConfig, DPOTrainer

SETTINGS = {"beta": 0.1, "gamma": 0.3, "learning_rate": 5e-3, "warmup_ratio": 0.2, "batch_size": 4,
            "max_steps": 8, "max_grad_norm": 0.8,  # some steps are clipped, some not
            "lora_r": 4, "lora_alpha": 8}
SPECIAL = ["<pad>", "<s>", "</s>", "<unk>", "<image>"]
WORDS = [f"w{i}" for i in range(59)]
TARGETS = r".*language_model.*\.(q_proj|k_proj|v_proj|o_proj|gate_proj|up_proj|down_proj)"


def make_model():
    vision = CLIPVisionConfig(hidden_size=32, intermediate_size=64, num_hidden_layers=2,
                              num_attention_heads=2, image_size=28, patch_size=14)
    text = LlamaConfig(hidden_size=32, intermediate_size=48, num_hidden_layers=2,
                       num_attention_heads=4, num_key_value_heads=2, vocab_size=64,
                       rms_norm_eps=1e-5, max_position_embeddings=256, bos_token_id=1,
                       eos_token_id=2, pad_token_id=0)
    config = LlavaConfig(vision_config=vision, text_config=text, image_token_index=4,
                         vision_feature_layer=-2, image_seq_length=4)
    model = LlavaForConditionalGeneration(config)
    # Larger than transformers' start, so that steps are visible and answers differ.
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.dim() > 1:
                parameter.normal_(0, 0.15)
    return model.float()


def make_processor():
    vocabulary = {word: i for i, word in enumerate(SPECIAL + WORDS)}
    backend = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    backend.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=backend, pad_token="<pad>",
                                        bos_token="<s>", eos_token="</s>", unk_token="<unk>",
                                        additional_special_tokens=["<image>"])
    return LlavaProcessor(
        image_processor=CLIPImageProcessorPil(size={"shortest_edge": 28},
                                              crop_size={"height": 28, "width": 28}),
        tokenizer=tokenizer, patch_size=14, vision_feature_select_strategy="default",
        num_additional_image_tokens=1)


def make_rows(count):
    draw = random.Random(5)
    noise = numpy.random.default_rng(5)

    def words(low, high):
        return " ".join(draw.choice(WORDS) for _ in range(draw.randint(low, high)))

    rows = []
    for _ in range(count):
        images = [Pillow.fromarray(noise.integers(0, 256, (28, 28, 3), dtype=numpy.uint8))
                  for _ in range(draw.randint(1, 3))]
        marks = " ".join("<image> " + words(1, 2) for _ in images)
        rows.append({"images": images, "prompt": f"<s> {marks} {words(3, 6)}",
                     "chosen": words(1, 6) + " </s>", "rejected": words(1, 6) + " </s>"})
    return rows


class Recorder(TrainerCallback):
    def __init__(self):
        self.steps = []

    def on_log(self, args, state, control, logs=None, **unused):
        if "loss" in logs:
            self.steps.append({"step": state.global_step, **logs})


def main(folder, scratch):
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(3)
    torch.set_num_threads(1)
    model = make_model()
    model.save_pretrained(folder / "model")
    processor = make_processor()
    rows = make_rows(12)
    features = Features({"images": Sequence(Image()), "prompt": Value("string"),
                         "chosen": Value("string"), "rejected": Value("string")})
    recorder = Recorder()
    arguments = DPOConfig(
        output_dir=scratch, per_device_train_batch_size=SETTINGS["batch_size"],
        max_steps=SETTINGS["max_steps"], learning_rate=SETTINGS["learning_rate"],
        warmup_steps=SETTINGS["warmup_ratio"], lr_scheduler_type="linear", beta=SETTINGS["beta"],
        loss_type=["sigmoid", "sft"], loss_weights=[1.0, SETTINGS["gamma"]], max_length=None,
        max_grad_norm=SETTINGS["max_grad_norm"], train_sampling_strategy="sequential",
        gradient_checkpointing=False, bf16=False, use_cpu=True, logging_steps=1,
        save_strategy="no", report_to=[], weight_decay=0.0, optim="adamw_torch")
    trainer = DPOTrainer(
        model=model, args=arguments, train_dataset=Dataset.from_list(rows, features=features),
        processing_class=processor, callbacks=[recorder],
        peft_config=LoraConfig(r=SETTINGS["lora_r"], lora_alpha=SETTINGS["lora_alpha"],
                               lora_dropout=0.05, target_modules=TARGETS, task_type="CAUSAL_LM"))
    # A start in which both factors carry gradient from the first step.
    with torch.no_grad():
        for name, parameter in trainer.model.named_parameters():
            if "lora_B" in name:
                parameter.normal_(0, 0.02)
    trainer.model.save_pretrained(folder / "adapter")
    trainer.train()
    trainer.model.save_pretrained(folder / "adapter_after")

    for unused in [*folder.glob("*/README.md"), folder / "model/generation_config.json"]:
        unused.unlink()

    pairs, pixels = [], []
    for row in rows:
        ids = processor(images=row["images"], text=row["prompt"], add_special_tokens=False)
        answer = {key: processor.tokenizer(row[key], add_special_tokens=False)["input_ids"]
                  for key in ("chosen", "rejected")}
        pictures = range(len(pixels), len(pixels) + len(row["images"]))
        pairs.append({"prompt": list(ids["input_ids"][0]), **answer, "pictures": list(pictures)})
        pixels += [torch.as_tensor(numpy.asarray(image)) for image in ids["pixel_values"]]
    save_file({"pixel_values": torch.stack(pixels).contiguous()}, folder / "pairs.safetensors")
    kept = ("step", "loss", "grad_norm", "learning_rate", "mean_token_accuracy", "rewards/chosen",
            "rewards/rejected", "rewards/margins", "rewards/accuracies", "logps/chosen",
            "logps/rejected")
    (folder / "trajectory.json").write_text(json.dumps(
        {"settings": SETTINGS, "pairs": pairs,
         "steps": [{key: step[key] for key in kept} for step in recorder.steps]}, indent=1) + "\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch_folder:
        main(Path(sys.argv[1]), scratch_folder)
