// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <iostream>

#include "app/cli/job_log.h"

namespace mia::cli {
namespace {

constexpr auto kRedraw = std::chrono::milliseconds(100);

constexpr auto kPlainLine = std::chrono::seconds(10);

std::string bar(double share) {
  constexpr int kWidth = 16;
  std::string text;
  for (int i = 0; i < kWidth; ++i) text += i < static_cast<int>(share * kWidth) ? "▮" : "▯";
  return text;
}

std::string oneDecimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, value < 10 ? "%.1f" : "%.0f", value);
  return text;
}

}  // namespace

ProgressLine::ProgressLine()
    : terminal_(::isatty(STDERR_FILENO) == 1),
      period_(terminal_ ? Clock::duration(kRedraw) : Clock::duration(kPlainLine)) {}
ProgressLine::~ProgressLine() { finish(); }

std::string ProgressLine::describe(const Progress& progress) const {
  const double seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
  const double rate = seconds > 0.5 ? static_cast<double>(progress.done - firstDone_) / seconds : 0;
  std::string text = progress.what + "  " + withGroups(progress.done);
  if (progress.total > 0) text += " / " + withGroups(progress.total);
  text += " " + progress.unit;
  if (rate > 0) text += "  " + oneDecimal(rate) + " /s";
  if (rate > 0 && progress.total > progress.done) {
    text += "  " + duration(static_cast<double>(progress.total - progress.done) / rate) + " left";
  }
  return text;
}

void ProgressLine::show(const Progress& progress) {
  if (run::JobLog* log = jobLog()) log->progress(progress);
  const auto now = Clock::now();
  if (progress.what != stage_) {
    finish();
    stage_ = progress.what;
    begun_ = now;
    firstDone_ = progress.done;
    shown_ = terminal_ ? now - kRedraw : now;
  }
  last_ = progress;
  shownLast_ = false;
  if (now - shown_ < period_) return;
  shown_ = now;
  shownLast_ = true;
  const std::string text = describe(progress);
  if (!terminal_) {
    std::cerr << text << '\n';
  } else {
    const double share = progress.total > 0 ? static_cast<double>(progress.done) /
                                                  static_cast<double>(progress.total)
                                            : 0;
    std::cerr << "\r\033[K" << (progress.total > 0 ? bar(share) + "  " : "") << text << std::flush;
  }
}

void ProgressLine::finish() {
  if (stage_.empty()) return;
  if (terminal_) {
    std::cerr << "\r\033[K" << describe(last_) << '\n';
  } else if (!shownLast_) {
    std::cerr << describe(last_) << '\n';
  }
  stage_.clear();
}

void report(const Context& context, const Json& result, const std::string& words) {
  if (run::JobLog* log = jobLog()) log->setResult(words, result);
  if (context.json) {
    std::cout << result.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  } else {
    std::cout << words;
    if (!words.empty() && words.back() != '\n') std::cout << '\n';
  }
  std::cout.flush();
}

std::string withGroups(std::int64_t number) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, "\u202f");
  return (number < 0 ? "-" : "") + digits;
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::llround(seconds));
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " m " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " m";
}

}  // namespace mia::cli
