// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace mia::model {

/// The name in this room's module tree of a tensor or module in any of the four spellings in use:
/// the original LLaVA's, transformers' before and after the split of LlavaModel, and what
/// transformers 5 saves (lvlm.md 2.3 and 13). A name of none of them is returned as it is.
std::string canonicalName(const std::string& name);

/// The spelling that we write, which every transformers reads: `language_model.model.…`,
/// `language_model.lm_head.weight`, `multi_modal_projector.…`, `vision_tower.vision_model.…`.
std::string savedName(const std::string& canonical);

/// Tensors that files may hold or lack without harm: buffers that are recomputed, and the vision
/// tower's last norm, which LLaVA never uses.
bool isBuffer(const std::string& canonical);
bool isOptional(const std::string& canonical);

}  // namespace mia::model
