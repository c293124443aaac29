// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/answer_match.h"

#include <array>
#include <cctype>

#include "base/error.h"

namespace mia {
namespace {

bool isDigit(std::string_view text, std::size_t i) {
  return i < text.size() && text[i] >= '0' && text[i] <= '9';
}

// Lower-case words apart by single blanks; punctuation is gone.
std::string plainWords(std::string_view answer) {
  std::string plain;
  for (std::size_t i = 0; i < answer.size(); ++i) {
    const auto byte = static_cast<unsigned char>(answer[i]);
    const bool decimal =
        (byte == '.' || byte == ',') && i > 0 && isDigit(answer, i - 1) && isDigit(answer, i + 1);
    if (byte >= 0x80 || std::isalnum(byte) || decimal) {
      plain.push_back(static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte));
    } else if (byte != '\'' && !plain.empty() && plain.back() != ' ') {
      plain.push_back(' ');
    }
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

}  // namespace

std::string normaliseAnswer(std::string_view answer) {
  const std::string plain = plainWords(answer);
  std::string kept;
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', begin), plain.size());
    const std::string_view word(plain.data() + begin, end - begin);
    if (word != "a" && word != "an" && word != "the") {
      if (!kept.empty()) kept.push_back(' ');
      kept += word;
    }
    begin = end + 1;
  }
  // An answer that is nothing but an article ("A" of a multiple choice) stays.
  return kept.empty() ? plain : kept;
}

const char* toString(WrongRule rule) {
  return rule == WrongRule::kNormalised ? "normalised" : "string";
}

WrongRule wrongRuleFromString(const std::string& name) {
  if (name == "normalised") return WrongRule::kNormalised;
  if (name == "string") return WrongRule::kString;
  throw Error(ErrorKind::kUsage, "\"" + name + "\" is not a rule for wrong answers",
              "Known: normalised, string");
}

bool isWrong(WrongRule rule, std::string_view answer, std::string_view groundTruth) {
  if (rule == WrongRule::kString) return answer != groundTruth;
  return normaliseAnswer(answer) != normaliseAnswer(groundTruth);
}

}  // namespace mia
