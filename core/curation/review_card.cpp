// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_card.h"

#include <cmath>
#include <map>

#include "base/figures.h"
#include "base/time.h"
#include "curation/review_book.h"
#include "curation/review_rows.h"
#include "curation/review_statistics.h"
#include "run/run_directory.h"
#include "storage/runs.h"
#include "storage/selections.h"

namespace mia::curation {
namespace {

std::string cell(const std::string& text) {
  std::string safe;
  for (const char c : text) safe += c == '|' ? "\\|" : std::string(1, c == '\n' ? ' ' : c);
  return safe;
}

template <class... Cells>
std::string line(const Cells&... cells) {
  std::string text;
  ((text += "| " + cell(cells) + " "), ...);
  return text + "|\n";
}

std::string header(std::initializer_list<const char*> names) {
  std::string text, rule;
  for (const char* name : names) {
    text += "| " + std::string(name) + " ";
    rule += "|---";
  }
  return text + "|\n" + rule + "|\n";
}

std::string count(std::int64_t number) { return std::to_string(number); }

std::string groupName(const std::pair<LayoutKind, int>& group) {
  return std::string(toString(group.first)) + " " + std::to_string(group.second);
}

std::string countsSection(const ReviewRows& rows, const PairChoice& choice) {
  struct Counts {
    std::int64_t judged = 0, selected = 0, accepted = 0, swapped = 0, edited = 0, nearMisses = 0;
    std::int64_t rejected = 0, disputed = 0, open = 0;
  };
  std::map<std::pair<LayoutKind, int>, Counts> groups;
  Counts all;
  const auto* named = choice.review ? rows.voiceOf(*choice.review) : nullptr;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto heard = choice.review ? ReviewRows::Heard{} : rows.heard(row);
    const Opinion opinion = opinionOf(choice.review ? named : heard.voice, row);
    const bool accepted = opinion.verdict == Verdict::kAccepted;
    const bool isSelected = rows.selected[row] != 0;
    for (Counts* counts : {&all, &groups[{rows.layout(row), rows.images[row]}]}) {
      ++counts->judged;
      counts->selected += isSelected;
      counts->accepted += accepted;
      counts->swapped += accepted && opinion.swapped;
      counts->edited += accepted && opinion.edited;
      counts->nearMisses += accepted && !isSelected;
      counts->rejected += opinion.verdict == Verdict::kRejected;
      counts->disputed += heard.disputed;
      counts->open += isSelected && opinion.verdict == Verdict::kUndecided && !heard.disputed;
    }
  }
  std::string text = "Pairs in this export: **" + count(all.accepted) +
                     "**, each accepted by a person (" + count(all.edited) +
                     " with an edited answer, " + count(all.swapped) + " with sides swapped, " +
                     count(all.nearMisses) + " that the rule alone would have left out).\n\n" +
                     header({"layout, images", "answers judged", "selected by the rule", "accepted",
                             "rejected", "disputed", "undecided"});
  const auto add = [&](const std::string& name, const Counts& c) {
    text += line(name, count(c.judged), count(c.selected), count(c.accepted), count(c.rejected),
                 count(c.disputed), count(c.open));
  };
  for (const auto& [group, counts] : groups) add(groupName(group), counts);
  add("all", all);
  return text;
}

std::string ruleSection(const Selection& selection) {
  std::string text = "Selection " + count(selection.id.value) + ", " + selection.created +
                     ", rule \"" + selection.rule + "\".\n\n" + header({"parameter", "value"});
  for (const auto& [name, value] : selection.parameters.items()) {
    if (name != "thresholds")
      text += line(name, value.is_string() ? value.get<std::string>() : value.dump());
  }
  if (!selection.parameters.contains("thresholds")) return text;
  text += "\nAttention counts as having missed the target up to these shares of it:\n\n" +
          header({"layout", "images", "share"});
  for (const Json& entry : selection.parameters.at("thresholds")) {
    text += line(entry.value("layout", ""), entry.value("images", Json()).dump(),
                 entry.value("threshold", Json()).dump());
  }
  return text;
}

std::string modelSection(Project& project, SelectionId selection) {
  std::string text = header({"run", "model", "hash", "settings"});
  for (const std::string& id : storage::SelectionReader(project.database()).runsOf(selection)) {
    const auto run = storage::RunReader(project.database()).find(id);
    std::string settings = "the run's folder is gone";
    try {
      settings = run::RunDirectory::open(project.runsFolder() / id).manifest().config.dump();
    } catch (const Error&) {
      // The index of runs still knows the model.
    }
    // The folder's name, not where it lies on somebody's machine.
    const std::string model =
        run ? std::filesystem::path(run->model).filename().string() : "not known";
    text += line(id, model, run ? run->modelHash : "not known", settings);
  }
  return text;
}

std::string reviewsSection(const ReviewBook& book, const PairChoice& choice) {
  std::string text = choice.review
                         ? "Accepted by the review " + toString(*choice.review) + " alone.\n\n"
                         : "Accepted where the reviews agree or a disagreement was resolved.\n\n";
  text += header({"review", "decided", "accepted", "rejected", "flagged"});
  for (const Review& review : book.reviews()) {
    const ReviewProgress progress = book.progress(review);
    text += line(toString(review), count(progress.done()), count(progress.accepted),
                 count(progress.rejected), count(progress.flagged));
  }
  return text;
}

std::string acceptanceSection(const ReviewBook& book, const PairChoice& choice) {
  std::string text = header({"group", "accepted", "decided", "share", "95 % interval (Wilson)"});
  for (const AcceptanceRow& row : acceptance(book, choice.review)) {
    text += line(row.group, count(row.accepted), count(row.decided),
                 percent(static_cast<double>(row.accepted) / static_cast<double>(row.decided), 1),
                 percent(row.interval.low, 1) + " to " + percent(row.interval.high, 1));
  }
  return text;
}

std::string agreementSection(const ReviewBook& book) {
  const std::vector<Review> reviews = book.reviews();
  std::string text;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    for (std::size_t j = i + 1; j < reviews.size(); ++j) {
      for (const auto& [group, found] : agreement(book, reviews[i], reviews[j])) {
        const bool known = !std::isnan(found.kappa);
        text += line(toString(reviews[i]) + ", " + toString(reviews[j]), group, count(found.items),
                     percent(found.observed, 1), known ? fixed(found.kappa, 2) : "none",
                     known ? fixed(found.low, 2) + " to " + fixed(found.high, 2) : "");
      }
    }
  }
  if (text.empty()) return "No pair was decided by two reviews.\n";
  return header({"reviews", "group", "both decided", "same", "kappa", "95 % interval"}) + text;
}

}  // namespace

std::string dataCard(Project& project, const PairChoice& choice) {
  const ReviewBook book(project.database(), choice.selection);
  const Selection selection = storage::SelectionReader(project.database()).get(book.selection());
  return "# Preference pairs, accepted by people\n\nMade with MIA Studio on " + utcNow() +
         " by the method of MIA-DPO: the chosen answer is the ground truth, the rejected one the "
         "model's own wrong answer, edited or swapped where a reviewer said so.\n\n## Pairs\n\n" +
         countsSection(book.rows(), choice) + "\n## Rule and thresholds\n\n" +
         ruleSection(selection) + "\n## Model that gave the answers\n\n" +
         modelSection(project, selection.id) + "\n## Reviews\n\n" + reviewsSection(book, choice) +
         "\n## How often pairs were accepted\n\n" + acceptanceSection(book, choice) +
         "\n## How far reviews agree (Cohen's kappa)\n\n" + agreementSection(book);
}

}  // namespace mia::curation
