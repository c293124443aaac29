// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenizer/prompt.h"

#include "base/files.h"
#include "base/json.h"

namespace mia::tokenizer {
namespace {

// The system sentence of LLaVA-1.5's training data.
constexpr std::string_view kVicunaSystem =
    "A chat between a curious user and an artificial intelligence assistant. The assistant gives "
    "helpful, detailed, and polite answers to the user's questions. ";

// The model's own chat template (Jinja), from whichever of the three places holds it.
std::string chatTemplate(const std::filesystem::path& modelDir) {
  if (std::filesystem::exists(modelDir / "chat_template.jinja")) {
    return readFile(modelDir / "chat_template.jinja");
  }
  for (const char* name : {"chat_template.json", "tokenizer_config.json"}) {
    const auto file = modelDir / name;
    if (!std::filesystem::exists(file)) continue;
    const Json json = readJsonFile(file);
    const auto field = json.find("chat_template");
    if (field != json.end() && field->is_string()) return field->get<std::string>();
  }
  return {};
}

// llava-hf's templates differ in white space and order from release to release, so they are known
// by the three things that make the text: the role in capitals, a colon, and the call to answer.
bool isLlavaHf(std::string_view jinja) {
  const auto holds = [&](std::string_view part) { return jinja.find(part) != jinja.npos; };
  return holds("['role'].upper()") && holds("ASSISTANT:") && !holds("A chat between");
}

}  // namespace

const char* toString(PromptTemplate style) {
  return style == PromptTemplate::kVicunaV1 ? "vicuna_v1" : "llava-hf";
}

PromptTemplate promptTemplateFromString(std::string_view name) {
  for (const auto style : {PromptTemplate::kLlavaHf, PromptTemplate::kVicunaV1}) {
    if (name == toString(style)) return style;
  }
  throw Error(ErrorKind::kUsage, "there is no prompt template \"" + std::string(name) + "\"",
              "The templates are llava-hf and vicuna_v1");
}

std::string promptText(PromptTemplate style, std::string_view question,
                       std::span<const Exchange> history) {
  std::string text(style == PromptTemplate::kVicunaV1 ? kVicunaSystem : std::string_view());
  for (const Exchange& turn : history) {
    text += "USER: " + turn.question + " ASSISTANT: " + turn.answer + "</s>";
  }
  return text + "USER: " + std::string(question) + " ASSISTANT:";
}

PromptTemplate promptTemplateOf(const std::filesystem::path& modelDir) {
  const auto ours = modelDir / "mia.json";
  if (std::filesystem::exists(ours)) {
    const Json json = readJsonFile(ours);
    const auto name = valueOr<std::string>(json, "prompt_template", "", ours.string());
    if (!name.empty()) return promptTemplateFromString(name);
  }
  if (const std::string jinja = chatTemplate(modelDir); !jinja.empty()) {
    if (isLlavaHf(jinja)) return PromptTemplate::kLlavaHf;
    throw Error(ErrorKind::kUnsupported,
                "the chat template of " + modelDir.string() + " is not one that is known here",
                "Name the right one in its mia.json: {\"prompt_template\": \"llava-hf\"} or "
                "{\"prompt_template\": \"vicuna_v1\"}");
  }
  const auto config = modelDir / "config.json";
  const bool original =
      std::filesystem::exists(config) && readJsonFile(config).contains("mm_vision_tower");
  return original ? PromptTemplate::kVicunaV1 : PromptTemplate::kLlavaHf;
}

}  // namespace mia::tokenizer
