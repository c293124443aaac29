// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/json.h"
#include "base/progress.h"
#include "model/lvlm/llava.h"
#include "train/data.h"
#include "train/options.h"

namespace mia::train {

/// Where a run keeps what it makes.
struct DpoFolders {
  std::filesystem::path checkpoints;  ///< step-N/: adapter, optimizer.safetensors, state.json
  std::filesystem::path reference;    ///< a file: the reference's log-probabilities
  std::filesystem::path adapter;      ///< the result: PEFT files
};

/// Takes events as they happen; types and fields are those of run/events.h (metrics, eval,
/// checkpoint, warning).
using EventSink = std::function<void(const std::string& type, Json fields)>;

/// The step that runDpo() would go on from: that of the newest checkpoint, 0 when there is none.
std::int64_t resumableStep(const DpoFolders& folders);

/// MIA-DPO's training (mia_dpo.md section 5): trains a LoRA adapter on all linear maps of the
/// decoder with -log sigmoid(beta delta) + gamma CE(chosen), and leaves it attached to `model`.
/// Goes on from the newest checkpoint; on a CPU with the same number of threads the result then has
/// the same bits as an uninterrupted run's. Returns the summary. Errors: kUsage (options, or
/// checkpoints of other options or data), kBadInput (no pair to learn from), kStopped (a stop was
/// asked for; a checkpoint was written).
Json runDpo(model::Llava& model, const DpoData& data, const DpoOptions& options,
            const DpoFolders& folders, const WorkContext& work, const EventSink& emit);

}  // namespace mia::train
