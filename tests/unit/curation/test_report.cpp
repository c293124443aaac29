// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "curation/report.h"
#include "unit/curation/small_project.h"

using namespace mia;
using namespace mia::curation;

namespace {

/// An evaluation of the three held-out samples: red got better, green stayed right, blue got worse.
run::RunDirectory evaluated(SmallProject& small, const std::string& wrongAnswer) {
  std::filesystem::create_directories(small.folder / "adapter");
  std::ofstream(small.folder / "adapter" / "adapter_config.json") << "{}";
  const PreparedRun prepared = prepareEvaluate(
      small.project, {.model = small.model(),
                      .arms = {{"before", ""}, {"after", (small.folder / "adapter").string()}}});
  small.answer(prepared.run, "before", [&](const Sample& s) {
    return SmallProject::candidate(s.answer == "it is red" ? wrongAnswer : s.answer, 0.3);
  });
  small.answer(prepared.run, "after", [&](const Sample& s) {
    return SmallProject::candidate(s.answer == "it is blue" ? wrongAnswer : s.answer, 0.8);
  });
  small.finish(prepared.run);
  return prepared.run;
}

std::string reportOf(SmallProject& small) {
  return htmlReport(reportSource(small.project.database(), small.project.folder(), ""), {}, {});
}

}  // namespace

TEST_CASE("a report has the figures of the table, and the samples that changed") {
  SmallProject small;
  const run::RunDirectory run = evaluated(small, "it is pink");
  const std::string html = reportOf(small);
  const auto row = compareArms(run).at(0).rows.back();
  for (const std::string& figure :
       {evaluation::shareText(row.counts.before()), evaluation::shareText(row.counts.after()),
        evaluation::pointsText(row.counts.difference()),
        evaluation::intervalText(row.difference)}) {
    CHECK(html.find(">" + figure + "<") != std::string::npos);
  }
  CHECK(html.find("got better") < html.find("got worse"));
  CHECK(html.find("got worse") != std::string::npos);
  CHECK(html.find("it is pink") != std::string::npos);
  // The photos are not pictures here: the report says so and is whole nevertheless.
  CHECK(html.find("image0.png") != std::string::npos);
  CHECK(html.find("</html>") != std::string::npos);
}

TEST_CASE("what an answer says is never read as HTML") {
  SmallProject small;
  evaluated(small, "<script>alert(\"1\" & 2)</script>\n\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D");
  const std::string html = reportOf(small);
  CHECK(html.find("<script>") == std::string::npos);
  CHECK(html.find("&lt;script&gt;alert(&quot;1&quot; &amp; 2)&lt;/script&gt;<br>\xD7\xA9") !=
        std::string::npos);
  CHECK(html.find("dir=\"auto\"") != std::string::npos);
}

TEST_CASE("a report is written under the name of a page, into a folder that is there") {
  SmallProject small;
  evaluated(small, "no");
  const ReportSource source = reportSource(small.project.database(), small.project.folder(), "");
  CHECK_THROWS_AS(writeReport(source, {}, small.folder / "report.docx", {}), Error);
  CHECK_THROWS_WITH_AS(writeReport(source, {}, small.folder / "gone" / "report.html", {}),
                       doctest::Contains("gone"), Error);
  writeReport(source, {}, small.folder / "report.html", {});
  CHECK(readFile(small.folder / "report.html") == htmlReport(source, {}, {}));
}
