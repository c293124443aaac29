// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/duplicates.h"

#include <memory>

#include "app/cli/verbs.h"
#include "app/cli/work.h"

namespace mia::cli {
namespace {

Json toJson(const curation::DuplicateSummary& summary,
            const std::vector<curation::DuplicateGroup>& groups) {
  Json list = Json::array();
  for (const curation::DuplicateGroup& group : groups) {
    Json members = Json::array();
    for (const auto& member : group.members) {
      members.push_back({{"image", member.image.id.value},
                         {"file", member.image.file().string()},
                         {"content", member.image.contentHash},
                         {"bits", member.distance}});
    }
    list.push_back({{"group", group.number}, {"images", members}});
  }
  return {{"images", summary.images},
          {"looked", summary.looked},
          {"unreadable", summary.unreadable},
          {"groups", summary.groups},
          {"grouped", summary.grouped},
          {"copies", summary.copies},
          {"list", list}};
}

std::string toText(const curation::DuplicateSummary& summary,
                   const std::vector<curation::DuplicateGroup>& groups, int shown) {
  std::string words = withGroups(summary.groups) + " groups with " + withGroups(summary.grouped) +
                      " of " + withGroups(summary.images) + " images, " +
                      withGroups(summary.copies) + " of them exact copies\n";
  if (summary.unreadable > 0) {
    words += withGroups(summary.unreadable) + " could not be read\n";
  }
  for (const curation::DuplicateGroup& group : groups) {
    if (group.number > shown) {
      return words + "... (--groups tells how many are listed, --json lists all)\n";
    }
    words += "Group " + std::to_string(group.number) + "\n";
    for (const auto& member : group.members) {
      words +=
          "  " + member.image.file().string() + "  " + std::to_string(member.distance) + " bits\n";
    }
  }
  return words;
}

}  // namespace

void addDuplicates(CLI::App& app, Context& context) {
  struct Options {
    curation::DuplicateRequest request;
    int groups = 10;
  };
  CLI::App* verb =
      addVerb(app, context, "duplicates", "Finds images with the same content or the same looks",
              "mia duplicates --bits 6");
  const auto options = std::make_shared<Options>();
  verb->add_option("--bits", options->request.bits,
                   "in how many of 64 bits look-alikes may differ, 0 to 7")
      ->capture_default_str();
  verb->add_option("--groups", options->groups, "how many groups are listed")
      ->capture_default_str();
  verb->callback([&context, options] {
    curation::Project project = openProject(context);
    ProgressLine line;
    const auto summary = curation::findDuplicates(project, options->request, workContext(line));
    line.finish();
    const auto groups = curation::duplicateGroups(project);
    report(context, toJson(summary, groups), toText(summary, groups, options->groups));
  });
}

}  // namespace mia::cli
