// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/json.h"
#include "run/answers.h"
#include "run/bundle.h"

namespace mia::run {

/// A sample as it stands on its line of `bundle.jsonl`.
Json toJson(const BundleSample& entry);
BundleSample bundleSampleFromJson(const Json& json, const std::string& where);

/// An answer as it stands on its line of `answers.jsonl`, without its maps.
Json answerToJson(const Answer& answer);
Answer answerFromJson(const Json& json, const std::string& where);

}  // namespace mia::run
