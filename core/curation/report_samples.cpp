// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/report_samples.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/base64.h"
#include "base/figures.h"
#include "curation/colour_maps.h"
#include "curation/model_lens.h"
#include "imaging/encode.h"
#include "imaging/heatmap.h"
#include "imaging/image_processor.h"
#include "imaging/render.h"
#include "imaging/resize.h"
#include "run/answers.h"

namespace mia::curation {
namespace {

constexpr int kDrawnEdge = 320;  // px of a picture in the file
constexpr int kShownEdge = 160;  // px that it takes on the page
constexpr double kOpaque = 0.85;

std::string imageTag(const imaging::Picture& picture, int width, int height) {
  return "<img width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) +
         "\" alt=\"\" src=\"data:image/jpeg;base64," + toBase64(imaging::encodeJpeg(picture, 85)) +
         "\"> ";
}

std::string roundPercent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

imaging::HeatInk differenceInk(double value, double reach) {
  const double place = std::clamp(value / reach, -1.0, 1.0);
  const auto index = static_cast<std::size_t>(std::lround((place + 1) / 2 * 255));
  return {colourTable(ColourMap::kDifference)[index], kOpaque * std::abs(place)};
}

AttentionMap lessOf(const AttentionMap& after, const AttentionMap& before) {
  AttentionMap difference = after;
  for (std::size_t i = 0; i < difference.values.size() && i < before.values.size(); ++i) {
    difference.values[i] -= before.values[i];
  }
  return difference;
}

/// One map per picture: the mean over the layers from first to last.
std::vector<AttentionMap> meanOfLayers(const std::vector<AttentionMap>& maps, int first, int last) {
  std::map<int, AttentionMap> means;
  std::map<int, int> counts;
  for (const AttentionMap& map : maps) {
    if (map.layer < first || map.layer > last) continue;
    if (counts[map.picture]++ == 0) {
      means[map.picture] = map;
      continue;
    }
    std::vector<float>& values = means[map.picture].values;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] += map.values[i];
  }
  std::vector<AttentionMap> result;
  for (auto& [picture, mean] : means) {
    for (float& value : mean.values) value /= static_cast<float>(counts[picture]);
    result.push_back(std::move(mean));
  }
  return result;
}

/// The answers of both arms to the samples that are shown, with the maps of the deciding layers.
class ShownAnswers {
 public:
  ShownAnswers(const ReportSource& source, const ArmComparison& comparison,
               const std::vector<ComparedSample>& samples)
      : rule_(source.rule), before_(comparison.before), after_(comparison.after) {
    for (const ComparedSample& sample : samples) answers_[sample.sample.value];
    run::readAnswers(source.run.answers(), source.run.attention(), true,
                     [this](run::Answer&& answer) {
                       const auto shown = answers_.find(answer.candidate.sample.value);
                       if (shown != answers_.end()) take(shown->second, std::move(answer));
                     });
    for (const auto& [sample, pair] : answers_) measure(pair);
  }

  const run::Answer& before(SampleId sample) const { return answers_.at(sample.value).first; }
  const run::Answer& after(SampleId sample) const { return answers_.at(sample.value).second; }
  const imaging::HeatScale& scale() const { return scale_; }
  double reach() const { return reach_; }

 private:
  using Both = std::pair<run::Answer, run::Answer>;

  void take(Both& both, run::Answer&& answer) {
    const auto& layers = answer.candidate.attention;
    const int middle = layers.empty() ? 0 : layers[layers.size() / 2].layer;
    const int first = rule_.firstLayer < 0 ? middle : rule_.firstLayer;
    answer.maps = meanOfLayers(answer.maps, first, std::max(first, rule_.lastLayer));
    if (answer.arm == before_) both.first = answer;
    if (answer.arm == after_) both.second = answer;
  }

  void measure(const Both& both) {
    for (const run::Answer* answer : {&both.first, &both.second}) {
      scale_.high = std::max(scale_.high, imaging::sharedScale(answer->maps).high);
    }
    for (std::size_t i = 0; i < both.first.maps.size() && i < both.second.maps.size(); ++i) {
      for (const float value : lessOf(both.second.maps[i], both.first.maps[i]).values) {
        reach_ = std::max(reach_, std::abs(double(value)));
      }
    }
  }

  selection::Rule rule_;
  std::string before_;
  std::string after_;
  std::map<std::int64_t, Both> answers_;
  imaging::HeatScale scale_;
  double reach_ = 0.5;
};

/// Draws the samples of a report one by one.
class SamplePainter {
 public:
  SamplePainter(const ReportSource& source, const ShownAnswers& answers)
      : rule_(source.rule), answers_(answers) {
    try {
      processor_ = imaging::ImageProcessor::load(source.run.manifest().model);
      patchSize_ = patchSizeOf(source.run.manifest().model);
    } catch (const Error& error) {
      processor_.reset();  // the pictures are shown without where the models looked
      lensProblem_ = error.what();
    }
  }

  /// Why no attention is drawn; "" when it is.
  const std::string& lensProblem() const { return lensProblem_; }

  std::string html(const ComparedSample& shown, const run::BundleSample& entry,
                   const ArmComparison& comparison) {
    draw(entry);
    const run::Answer& before = answers_.before(shown.sample);
    const run::Answer& after = answers_.after(shown.sample);
    const bool was = shown.change == Change::kWorse || shown.change == Change::kBothRight;
    const bool is = shown.change == Change::kBetter || shown.change == Change::kBothRight;
    return "<h3>" + title(entry, shown) + "</h3>\n<p dir=\"auto\">" + escaped(shown.question) +
           "<br><span class=\"dim\">ground truth:</span> " + escaped(shown.truth) +
           "</p>\n<table class=\"samples\" width=\"100%\" border=\"0\" cellspacing=\"0\">\n<tr>" +
           answerCell(comparison.before, shown.before, was) +
           answerCell(comparison.after, shown.after, is) + "<td class=\"dim\" width=\"33%\">" +
           escaped(comparison.after + " less " + comparison.before) + "</td></tr>\n<tr>" +
           mapCell(before) + mapCell(after) + differenceCell(before, after) + "</tr>\n<tr>" +
           verdictCell(entry, before) + verdictCell(entry, after) + "<td></td></tr>\n</table>\n";
  }

 private:
  void draw(const run::BundleSample& entry) {
    rendered_ = {};
    problem_.clear();
    try {
      rendered_ = imaging::renderSample(
          entry.sample.recipe,
          std::vector<std::filesystem::path>(entry.files.begin(), entry.files.end()));
    } catch (const Error& error) {
      problem_ = error.what();
    }
  }

  static std::string title(const run::BundleSample& entry, const ComparedSample& shown) {
    std::string words = mia::toString(shown.layout);
    if (shown.images > 1) {
      words += " of " + std::to_string(shown.images) + ", target is image " +
               std::to_string(entry.sample.recipe.targetIndex + 1);
    }
    words += " · sample " + std::to_string(shown.sample.value) + " · ";
    switch (shown.change) {
      case Change::kBetter: return words + "<span class=\"good\">got better</span>";
      case Change::kWorse: return words + "<span class=\"bad\">got worse</span>";
      case Change::kBothRight: return words + "both right";
      case Change::kBothWrong: return words + "both wrong";
    }
    return words;
  }

  static std::string answerCell(const std::string& arm, const std::string& text, bool right) {
    return "<td dir=\"auto\" width=\"33%\"><span class=\"dim\">" + escaped(arm) +
           ":</span> <span class=\"" + (right ? "good\">✓ " : "bad\">✕ ") + "</span>" +
           escaped(text) + "</td>";
  }

  template <class Overlay>
  std::string pictures(const std::vector<AttentionMap>& maps, Overlay&& overlay) const {
    if (!problem_.empty()) return "<td class=\"bad\">" + escaped(problem_) + "</td>";
    std::string html = "<td>";
    for (std::size_t i = 0; i < rendered_.pictures.size(); ++i) {
      imaging::Picture picture = rendered_.pictures[i];
      for (const AttentionMap& map : maps) {
        if (map.picture != static_cast<int>(i) || !processor_) continue;
        const auto view = processor_->view(rendered_.canvases[i].size);
        picture = overlay(picture, map, view);
      }
      picture = imaging::shrinkToFit(std::move(picture), kDrawnEdge);
      const int longer = std::max(picture.width, picture.height);
      html += imageTag(picture, picture.width * kShownEdge / longer,
                       picture.height * kShownEdge / longer);
    }
    return html + "</td>";
  }

  std::string mapCell(const run::Answer& answer) const {
    return pictures(answer.maps, [this](const imaging::Picture& picture, const AttentionMap& map,
                                        const layout::ViewTransform& view) {
      return imaging::overlayHeatmap(picture, map, view, patchSize_, answers_.scale());
    });
  }

  std::string differenceCell(const run::Answer& before, const run::Answer& after) const {
    std::vector<AttentionMap> maps;
    for (const AttentionMap& map : after.maps) {
      for (const AttentionMap& other : before.maps) {
        if (other.picture == map.picture) maps.push_back(lessOf(map, other));
      }
    }
    return pictures(maps, [this](const imaging::Picture& picture, const AttentionMap& map,
                                 const layout::ViewTransform& view) {
      return imaging::overlayMap(picture, map, view, patchSize_, [this](double value) {
        return differenceInk(value, answers_.reach());
      });
    });
  }

  std::string verdictCell(const run::BundleSample& entry, const run::Answer& answer) const {
    const LayoutRecipe& recipe = entry.sample.recipe;
    const bool known = recipe.kind != LayoutKind::kSingle && !answer.maps.empty();
    if (!known) return "<td></td>";
    const double share = selection::targetShare(rule_, entry.sample, answer.candidate);
    return "<td class=\"dim\">" + roundPercent(share) + " of its attention on the target; " +
           roundPercent(rule_.threshold(recipe.kind, recipe.imageCount)) +
           " count as looking at it</td>";
  }

  const selection::Rule& rule_;
  const ShownAnswers& answers_;
  std::optional<imaging::ImageProcessor> processor_;
  int patchSize_ = 1;
  std::string lensProblem_;
  imaging::RenderedSample rendered_;
  std::string problem_;
};

std::string legendBar(const std::function<imaging::HeatInk(double)>& ink) {
  constexpr int kWidth = 160, kHeight = 10;
  imaging::Picture bar(kWidth, kHeight, {150, 150, 150});
  for (int x = 0; x < kWidth; ++x) {
    const imaging::HeatInk drawn = ink(x / (kWidth - 1.0));
    const auto blended = [&](int below, int above) {
      return static_cast<std::uint8_t>(std::lround(below + (above - below) * drawn.opacity));
    };
    imaging::fillRect(bar, {x, 0, 1, kHeight},
                      {blended(150, drawn.colour.red), blended(150, drawn.colour.green),
                       blended(150, drawn.colour.blue)});
  }
  return imageTag(bar, kWidth, kHeight);
}

std::string legends(const ShownAnswers& answers) {
  const imaging::HeatScale scale = answers.scale();
  const double reach = answers.reach();
  return "<p class=\"dim\">attention, times uniform (1 is chance), one scale for all: 0 " +
         legendBar([&](double place) {
           const double value = place * scale.high;
           return imaging::HeatInk{imaging::heatColour(value, scale),
                                   imaging::heatOpacity(value, scale)};
         }) +
         fixed(scale.high, 1) + " &nbsp; &nbsp; difference: -" + fixed(reach, 1) + " " +
         legendBar([&](double place) { return differenceInk((2 * place - 1) * reach, reach); }) +
         "+" + fixed(reach, 1) + "</p>\n";
}

/// One that got better, one that got worse, and so on; where nothing changed, one that did not.
std::vector<ComparedSample> shownOf(const ArmComparison& comparison,
                                    const evaluation::ComparisonRow& row, std::size_t most) {
  const auto better = samplesBehind(comparison, row, Change::kBetter);
  const auto worse = samplesBehind(comparison, row, Change::kWorse);
  std::vector<ComparedSample> shown;
  for (std::size_t round = 0; round < std::max(better.size(), worse.size()); ++round) {
    for (const auto* changed : {&better, &worse}) {
      const bool more = round < changed->size() && shown.size() < most;
      if (more) shown.push_back(comparison.samples[(*changed)[round]]);
    }
  }
  const auto all = samplesBehind(comparison, row);
  if (shown.empty() && !all.empty() && most > 0) shown.push_back(comparison.samples[all.back()]);
  return shown;
}

}  // namespace

std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      case '\n': safe += "<br>"; break;
      default: safe += c;
    }
  }
  return safe;
}

std::vector<ComparedSample> chosenForReport(const ArmComparison& comparison, int perGroup) {
  std::vector<ComparedSample> chosen;
  for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
    const evaluation::ComparisonRow& row = comparison.rows[i];
    const bool hasParts =
        i + 1 < comparison.rows.size() && comparison.rows[i + 1].isPart() && !row.isPart();
    if (!row.layout || row.layout == LayoutKind::kSingle || hasParts) continue;
    const auto ofRow = shownOf(comparison, row, static_cast<std::size_t>(perGroup));
    chosen.insert(chosen.end(), ofRow.begin(), ofRow.end());
  }
  return chosen;
}

std::string htmlSamples(const ReportSource& source, const ArmComparison& comparison,
                        const std::vector<ComparedSample>& samples, const WorkContext& work) {
  std::map<std::int64_t, run::BundleSample> entries;
  for (run::BundleSample& entry : run::readBundle(source.run.bundle()).samples) {
    entries[entry.sample.id.value] = std::move(entry);
  }
  const ShownAnswers answers(source, comparison, samples);
  SamplePainter painter(source, answers);
  std::string html = "<h2>Samples</h2>\n" + legends(answers);
  if (!painter.lensProblem().empty())
    html += "<p class=\"bad\">Without attention: " + escaped(painter.lensProblem()) + "</p>\n";
  std::int64_t done = 0;
  for (const ComparedSample& sample : samples) {
    if (work.stop.stop_requested()) throw Error(ErrorKind::kStopped, "Stopped: no report written");
    work.progress({"report", ++done, static_cast<std::int64_t>(samples.size()), "samples"});
    html += painter.html(sample, entries.at(sample.sample.value), comparison);
  }
  return html;
}

}  // namespace mia::curation
