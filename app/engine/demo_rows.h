// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/engine/demo_world.h"
#include "tokenizer/tokenizer.h"
#include "train/pretrain/decoder.h"

namespace mia::engine {

/// Text of every kind that the demo model meets, as often as it meets it, for its tokenizer.
std::vector<std::string> demoCorpus();

/// Rows for the decoder's training, worded and tokenized as the product words and tokenizes a
/// sample. World and tokenizer must outlive what is returned.
train::RowSource demoRows(const DemoWorld& world, const tokenizer::Tokenizer& tokenizer);

}  // namespace mia::engine
