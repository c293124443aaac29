// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace mia::tokenizer {

/// How a conversation is written for a model.
enum class PromptTemplate {
  kLlavaHf,   ///< "llava-hf": `USER: … ASSISTANT:`
  kVicunaV1,  ///< "vicuna_v1": the same behind LLaVA-1.5's system sentence
};

const char* toString(PromptTemplate style);
/// Error kUsage, naming the templates there are.
PromptTemplate promptTemplateFromString(std::string_view name);

/// One finished turn of a conversation.
struct Exchange {
  std::string question;
  std::string answer;
};

/// The text that asks `question` after `history` and ends in "ASSISTANT:". The questions hold their
/// own `<image>` marks, wherever they want them; nothing is added or moved.
std::string promptText(PromptTemplate style, std::string_view question,
                       std::span<const Exchange> history = {});

/// The template of a model folder: what its `mia.json` says (`{"prompt_template": "vicuna_v1"}`),
/// else what its chat template is recognised as, else vicuna_v1 for the original LLaVA layout and
/// llava-hf for all others. Error kUnsupported for a chat template that is not known here.
PromptTemplate promptTemplateOf(const std::filesystem::path& modelDir);

}  // namespace mia::tokenizer
