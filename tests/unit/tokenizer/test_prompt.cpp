// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenizer/prompt.h"

#include <doctest/doctest.h>

#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "support/temporary_folder.h"

using namespace mia::tokenizer;

TEST_CASE("the prompts of the two templates") {
  const std::string question = "Image1:<image>\nImage2:<image>\nWhat is in Image2?";
  CHECK(promptText(PromptTemplate::kLlavaHf, question) == "USER: " + question + " ASSISTANT:");
  CHECK(promptText(PromptTemplate::kVicunaV1, "<image>\nWhy?") ==
        "A chat between a curious user and an artificial intelligence assistant. The assistant "
        "gives helpful, detailed, and polite answers to the user's questions. USER: <image>\nWhy? "
        "ASSISTANT:");
}

TEST_CASE("earlier turns end in </s>") {
  const std::vector<Exchange> history = {{"<image>\nWhat?", "A cat."}};
  CHECK(promptText(PromptTemplate::kLlavaHf, "Where?", history) ==
        "USER: <image>\nWhat? ASSISTANT: A cat.</s>USER: Where? ASSISTANT:");
}

TEST_CASE("which template a model folder asks for") {
  const mia::TemporaryFolder folder;
  CHECK(promptTemplateOf(folder.path()) == PromptTemplate::kLlavaHf);

  mia::writeFileAtomically(folder / "config.json", R"({"mm_vision_tower": "clip"})");
  CHECK(promptTemplateOf(folder.path()) == PromptTemplate::kVicunaV1);

  mia::writeFileAtomically(folder / "chat_template.jinja",
                           "{{ message['role'].upper() + ': ' }} ... {{ 'ASSISTANT:' }}");
  CHECK(promptTemplateOf(folder.path()) == PromptTemplate::kLlavaHf);

  mia::writeFileAtomically(folder / "chat_template.jinja", "<|im_start|>user");
  CHECK_THROWS_WITH_AS(promptTemplateOf(folder.path()), doctest::Contains("mia.json"), mia::Error);

  mia::writeFileAtomically(folder / "mia.json", R"({"prompt_template": "vicuna_v1"})");
  CHECK(promptTemplateOf(folder.path()) == PromptTemplate::kVicunaV1);

  mia::writeFileAtomically(folder / "mia.json", R"({"prompt_template": "chatml"})");
  CHECK_THROWS_WITH_AS(promptTemplateOf(folder.path()), doctest::Contains("llava-hf and vicuna_v1"),
                       mia::Error);
}
