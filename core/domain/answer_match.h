// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mia {

/// What is left of an answer when case, punctuation, articles (a, an, the) and spacing do not
/// count. ASCII letters are folded; a full stop or comma between digits is kept ("1.5"); every
/// other byte, UTF-8 included, stays as it is.
std::string normaliseAnswer(std::string_view answer);

/// When an answer counts as wrong.
enum class WrongRule {
  kNormalised,  ///< the normalised answers differ (the default)
  kString       ///< the strings differ in any byte (the paper's)
};

const char* toString(WrongRule rule);  ///< "normalised", "string"
WrongRule wrongRuleFromString(const std::string& name);

bool isWrong(WrongRule rule, std::string_view answer, std::string_view groundTruth);

}  // namespace mia
