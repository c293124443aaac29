#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the goldens of the tokenizer room with transformers' LlamaTokenizer.

    make_tokenizer_goldens.py [--model tokenizer.model] [OUT_DIR]

Without --model a small byte-pair model is trained on the text below and the result goes to
tests/data/tokenizer (both are committed). With --model the same cases and a few thousand drawn ones
are written for a real model; packaging/test.sh does not need it, tests/README.md tells how.
Needs transformers, sentencepiece and protobuf; made with transformers 5.23.0, sentencepiece 0.2.3.
"""
import argparse
import io
import json
import pathlib
import random
import shutil
import tempfile

import sentencepiece
from transformers import AutoTokenizer, LlamaTokenizer

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = """in image 1 , what is the color of the object ?
the object is a red ring at the top left on a gray background
for the central image , where is the object ? it is at the bottom right
USER: <image>\nDescribe the picture. ASSISTANT: A green star stands on a blue ground.
a yellow square , a purple circle , a blue triangle and an orange star
Which of the five pictures shows the cat? The second one shows a cat and two dogs.
def f(x):\n    return x + 1\n\n    # four blanks, then eight        here
The quick brown fox jumps over the lazy dog; sphinx of black quartz, judge my vow!
"""

CASES = [
    "", " ", "  ", "\n", " \n ", "a", " a", "a ", "  two blanks in front", "two blanks behind  ",
    "in image 1 , what is the color of the object ?",
    "USER: <image>\nWhat is it? ASSISTANT:",
    "USER: Image1:<image>\nImage2:<image>\nIn Image1, where is the object? ASSISTANT:",
    "<image>", "<image><image>", "<image> <image>", " <image>", "<image> a", "a<image>", "a <image> b",
    "<s>a", "a</s>", "a</s>USER: b", "Hello <s>.", "<unk>", "x<pad>y", "<ocr> text <ocr>text<ocr>",
    "one\ntwo\r\nthree\tfour", "a  b   c    d     e        f", "x" + " " * 33 + "y",
    "0123456789 12 3", "naïve café — “quoted” …", "世界 is the world", "🙂👩‍👩‍👧 emoji", "\u00a0no-break\u3000wide",
    "▁already▁there", "<0x0A> is text", "e\u0301 and \u00e9", "ﬁ ligature ½", "\x00\x01 control",
    "Don't STOP; f(x) = x**2 # comment", "aaaaaaaaaaaaaaaaaaa", "--------- ===== ####", "<imag <image", "< image >",
]

CONFIGS = {
    "plain": {},
    "llava": {"add_bos_token": True, "legacy": False},
    "legacy": {"add_bos_token": True, "add_eos_token": True, "legacy": True},
    "noprefix": {"add_prefix_space": False},
}


def train(path):
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(CORPUS.split("\n") * 4), model_writer=model, model_type="bpe", vocab_size=450,
        byte_fallback=True, split_digits=True, character_coverage=1.0, normalization_rule_name="identity",
        remove_extra_whitespaces=False, allow_whitespace_only_pieces=True, num_threads=1, hard_vocab_limit=False,
        minloglevel=2)
    path.write_bytes(model.getvalue())


def drawn_cases(count, seed=7):
    rng = random.Random(seed)
    words = CORPUS.split() + CASES[10:]
    alphabet = "ab ▁<>\n\té世界🙂0123 ,.-"
    for _ in range(count // 2):
        yield "".join(rng.choice(words) + rng.choice([" ", " ", "  ", "\n", ", ", ""])
                      for _ in range(rng.randint(1, 12)))
        yield "".join(rng.choice(alphabet) for _ in range(rng.randint(0, 25)))


def tokenizer_config(options, size):
    token = lambda content, special=True: {"content": content, "special": special, "normalized": False,
                                           "lstrip": False, "rstrip": False, "single_word": False}
    added = {"0": token("<unk>"), "1": token("<s>"), "2": token("</s>"), str(size): token("<image>"),
             str(size + 1): token("<pad>"), str(size + 2): token("<ocr>", special=False)}
    added[str(size + 2)]["rstrip"] = True
    return {"tokenizer_class": "LlamaTokenizer", "bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>",
            "pad_token": "<pad>", "added_tokens_decoder": added, **options}


def slow_files(options, size):
    return {"tokenizer_config.json": tokenizer_config(options, size)}


def fast_files(model, size):
    """What save_pretrained writes: a tokenizer.json, and a configuration without the added tokens."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        shutil.copy(model, folder / "tokenizer.model")
        (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer_config(CONFIGS["llava"], size)))
        saved = folder / "saved"
        LlamaTokenizer.from_pretrained(folder).save_pretrained(saved)
        files = {f.name: json.loads(f.read_text()) for f in saved.glob("*.json")}
    for key in ("is_local", "local_files_only"):
        files["tokenizer_config.json"].pop(key, None)
    return files


def llava_hf_files(model, size):
    """The conventions of llava-hf's own tokenizer.json: Prepend, and merges as strings."""
    files = fast_files(model, size)
    tokenizer = files["tokenizer.json"]
    tokenizer["normalizer"] = {"type": "Sequence", "normalizers": [
        {"type": "Prepend", "prepend": "▁"}, {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]}
    tokenizer["pre_tokenizer"] = None
    tokenizer["model"]["merges"] = [" ".join(merge) for merge in tokenizer["model"]["merges"]]
    return files


def answers(model, files, cases):
    """The rows of one golden: what transformers makes of a folder with these files."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, content in files.items():
            (folder / name).write_text(json.dumps(content))
        if "tokenizer.json" in files:
            # As part of a LLaVA model transformers takes the file as it stands.
            (folder / "config.json").write_text(json.dumps({"model_type": "llava"}))
            tokenizer = AutoTokenizer.from_pretrained(folder)
        else:
            shutil.copy(model, folder / "tokenizer.model")
            tokenizer = LlamaTokenizer.from_pretrained(folder)
        for text in cases:
            ids = tokenizer.encode(text)
            yield {"text": text, "ids": ids, "decoded": tokenizer.decode(ids, skip_special_tokens=True),
                   "decoded_with_special": tokenizer.decode(ids)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path, nargs="?", default=HERE.parent / "data" / "tokenizer")
    arguments = parser.parse_args()
    out = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    model = out / "tokenizer.model"
    if arguments.model:
        shutil.copy(arguments.model, model)
    else:
        train(model)
    size = sentencepiece.SentencePieceProcessor(model_file=str(model)).get_piece_size()
    cases = CASES + (list(drawn_cases(4000)) if arguments.model else [])
    folders = {name: slow_files(options, size) for name, options in CONFIGS.items()}
    folders["saved by transformers"] = fast_files(model, size)
    folders["llava-hf"] = llava_hf_files(model, size)
    goldens = [{"name": name, "files": files, "cases": list(answers(model, files, cases))}
               for name, files in folders.items()]
    text = json.dumps(goldens, ensure_ascii=True, separators=(",", ":"))
    (out / "goldens.json").write_text(text.replace('{"text"', '\n{"text"') + "\n")
    print(f"{len(goldens)} configurations, {len(cases)} cases each, {size} pieces: {out}")


if __name__ == "__main__":
    main()
