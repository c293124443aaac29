// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/report.h"

#include <algorithm>
#include <cstdio>

#include "base/base64.h"
#include "base/files.h"
#include "curation/report_samples.h"
#include "curation/select.h"

namespace mia::curation {
namespace {

constexpr const char* kStyle =
    "body { font-family: system-ui, 'Segoe UI', 'Noto Sans', sans-serif; font-size: 14px;"
    " color: #18181b; background-color: #ffffff; margin: 32px; }\n"
    "h1 { font-size: 22px; } h2 { font-size: 17px; } h3 { font-size: 14px; }\n"
    "table { border-collapse: collapse; }\n"
    "td, th { padding: 3px 10px; }\n"
    "th { color: #63636b; font-weight: normal; }\n"
    ".dim { color: #63636b; }\n"
    ".good { color: #0f766e; }\n"
    ".bad { color: #c2410c; }\n"
    ".samples td { vertical-align: top; }\n"
    ".figures td, .figures th { white-space: nowrap; }\n";

std::string fact(const std::string& name, const std::string& value) {
  return "<tr><td class=\"dim\">" + name + "</td><td dir=\"auto\">" + escaped(value) +
         "</td></tr>\n";
}

std::string figureCell(const std::string& text) { return "<td align=\"right\">" + text + "</td>"; }

/// The difference and its interval on an axis from -reach to +reach, as a drawing of its own.
std::string intervalDrawing(const evaluation::ComparisonRow& row, double reach) {
  constexpr double kHalf = 80;
  const auto x = [&](double value) { return kHalf + value / reach * (kHalf - 8); };
  const bool up = row.difference.low > 0, down = row.difference.high < 0;
  const char* colour = up ? "#0f766e" : down ? "#c2410c" : "#71717a";
  char text[512];
  std::snprintf(text, sizeof text,
                "<svg xmlns='http://www.w3.org/2000/svg' width='160' height='14'>"
                "<path d='M80 0V14' stroke='#c8c8ce'/>"
                "<path d='M%.1f 7H%.1f' stroke='%s' stroke-width='2'/>"
                "<circle cx='%.1f' cy='7' r='4' fill='%s'/></svg>",
                x(row.difference.low), x(row.difference.high), colour, x(row.counts.difference()),
                colour);
  return "<img width=\"160\" height=\"14\" alt=\"\" src=\"data:image/svg+xml;base64," +
         toBase64(text) + "\">";
}

std::string tableOf(const ArmComparison& comparison) {
  double reach = 0.01;
  for (const auto& row : comparison.rows) {
    reach = std::max({reach, std::abs(row.difference.low), std::abs(row.difference.high)});
  }
  std::string html =
      "<table class=\"figures\" border=\"0\" cellspacing=\"0\">\n"
      "<tr><th align=\"left\">samples of</th>";
  for (const char* name : {"samples", "before", "after", "difference", "95 % interval", "",
                           "better", "worse", "both right", "both wrong"}) {
    html += std::string("<th align=\"right\">") + name + "</th>";
  }
  html += "</tr>\n";
  for (const auto& row : comparison.rows) {
    const evaluation::PairedCounts& c = row.counts;
    html += "<tr><td>" + std::string(row.isPart() ? "&nbsp;&nbsp;&nbsp;" : "") + row.group +
            "</td>" + figureCell(std::to_string(c.trials())) +
            figureCell(evaluation::shareText(c.before())) +
            figureCell(evaluation::shareText(c.after())) +
            figureCell(evaluation::pointsText(c.difference())) +
            figureCell(evaluation::intervalText(row.difference)) +
            figureCell(intervalDrawing(row, reach)) + figureCell(std::to_string(c.onlyAfter)) +
            figureCell(std::to_string(c.onlyBefore)) + figureCell(std::to_string(c.both)) +
            figureCell(std::to_string(c.neither)) + "</tr>\n";
  }
  return html + "</table>\n";
}

std::string methodWords(WrongRule wrong) {
  const std::string right =
      wrong == WrongRule::kNormalised
          ? "it has the same words as the ground truth; case, punctuation and articles do not count"
          : "it equals the ground truth in every character";
  return "<p class=\"dim\">Every model answered the same held-out samples, with the likeliest "
         "words. An answer is right when " +
         right +
         ". The difference is in percentage points, its interval for paired samples by Newcombe's "
         "hybrid score method. <i>better</i> were wrong before and right after, <i>worse</i> the "
         "other way.</p>\n";
}

std::string armWords(const std::filesystem::path& project, const run::Arm& arm) {
  if (arm.adapter.empty()) return arm.name + ": the model alone";
  const std::string training = trainingOf(project, arm);
  return arm.name + ": with the adapter of " + (training.empty() ? arm.adapter : training);
}

std::string factsOf(const ReportSource& source) {
  const run::RunManifest& manifest = source.run.manifest();
  const auto project = source.run.folder().parent_path().parent_path();
  std::string html = "<table border=\"0\" cellspacing=\"0\">\n";
  html += fact("evaluation", manifest.id + ", " + manifest.created);
  html += fact("model", manifest.model);
  for (const run::Arm& arm : manifest.arms) html += fact("compared", armWords(project, arm));
  html += fact("settings", manifest.config.dump());
  html += fact("hash of model and adapters", manifest.modelHash);
  return html + "</table>\n";
}

}  // namespace

ReportSource reportSource(storage::Database& database, const std::filesystem::path& project,
                          const std::string& evaluation) {
  return {findEvaluation(project, evaluation), rulingRule(database)};
}

std::string htmlReport(const ReportSource& source, const ReportRequest& request,
                       const WorkContext& work) {
  std::string html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">\n";
  html += "<title>" + escaped(source.run.manifest().id) + "</title>\n<style>\n" +
          std::string(kStyle) + "</style></head>\n<body>\n<h1>Before and after training</h1>\n" +
          factsOf(source);
  for (const ArmComparison& comparison : compareArms(source.run, request.wrong)) {
    html += "<h2>" + escaped(comparison.before + " | " + comparison.after) + "</h2>\n" +
            tableOf(comparison);
    if (comparison.unanswered > 0)
      html += "<p>" + std::to_string(comparison.unanswered) + " samples went unanswered.</p>\n";
    html += methodWords(request.wrong);
    const auto chosen = chosenForReport(comparison, request.samplesPerGroup);
    if (!chosen.empty()) html += htmlSamples(source, comparison, chosen, work);
  }
  return html + "<p class=\"dim\">Made by MIA Studio; <code>mia compare --run " +
         escaped(source.run.manifest().id) + " --report FILE.html</code> makes it again.</p>\n" +
         "</body>\n</html>\n";
}

void writeReport(const ReportSource& source, const ReportRequest& request,
                 const std::filesystem::path& file, const WorkContext& work) {
  if (file.extension() != ".html" && file.extension() != ".htm") {
    throw Error(ErrorKind::kUsage, "A report is written as FILE.html, not " + file.string(),
                "The window writes PDF as well");
  }
  // Before the pictures are drawn, which takes a while.
  const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
  if (!std::filesystem::is_directory(folder)) {
    throw Error(ErrorKind::kNotFound, "There is no folder " + folder.string() + " for the report",
                "Make it, or name another");
  }
  writeFileAtomically(file, htmlReport(source, request, work));
}

}  // namespace mia::curation
