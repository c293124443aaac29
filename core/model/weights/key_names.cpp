// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weights/key_names.h"

#include <string_view>
#include <utility>

namespace mia::model {
namespace {

using Rule = std::pair<std::string_view, std::string_view>;

// Tried in order; the first prefix that fits is replaced.
constexpr Rule kReading[] = {
    {"model.vision_tower.vision_tower.vision_model.", "model.vision_tower."},  // original
    {"model.vision_tower.vision_model.", "model.vision_tower."},               // new
    {"model.vision_tower.", "model.vision_tower."},
    {"vision_tower.vision_model.", "model.vision_tower."},  // old
    {"vision_tower.", "model.vision_tower."},               // as transformers 5 saves
    {"model.mm_projector.0.", "model.multi_modal_projector.linear_1."},
    {"model.mm_projector.2.", "model.multi_modal_projector.linear_2."},
    {"model.multi_modal_projector.", "model.multi_modal_projector."},
    {"multi_modal_projector.", "model.multi_modal_projector."},
    {"language_model.model.", "model.language_model."},
    {"language_model.lm_head", "lm_head"},
    {"model.language_model.", "model.language_model."},
    {"model.embed_tokens", "model.language_model.embed_tokens"},
    {"model.layers.", "model.language_model.layers."},
    {"model.norm.", "model.language_model.norm."},
    {"model.rotary_emb.", "model.language_model.rotary_emb."},
};

constexpr Rule kWriting[] = {
    {"model.vision_tower.", "vision_tower.vision_model."},
    {"model.multi_modal_projector.", "multi_modal_projector."},
    {"model.language_model.", "language_model.model."},
    {"lm_head", "language_model.lm_head"},
};

template <std::size_t N>
std::string renamed(const std::string& name, const Rule (&rules)[N]) {
  for (const auto& [from, to] : rules) {
    if (name.starts_with(from)) return std::string(to) + name.substr(from.size());
  }
  return name;
}

}  // namespace

std::string canonicalName(const std::string& name) { return renamed(name, kReading); }

std::string savedName(const std::string& canonical) { return renamed(canonical, kWriting); }

bool isBuffer(const std::string& canonical) {
  return canonical.ends_with(".position_ids") || canonical.ends_with(".inv_freq");
}

bool isOptional(const std::string& canonical) {
  return canonical.starts_with("model.vision_tower.post_layernorm.");
}

}  // namespace mia::model
