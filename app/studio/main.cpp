// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <QStringList>

#include "ui/studio.h"

namespace {

QString qt(const std::string& text) { return QString::fromStdString(text); }

QSize sizeFrom(const std::string& text) {
  const QStringList parts = qt(text).split(QLatin1Char('x'));
  return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("MIA Studio: see where a vision-language model looks, and teach it to look better.");
  app.footer(
      "Pages of --screenshot, each with what it can show:\n"
      "  start\n"
      "  data[/images|samples|quarantine|duplicates|filters|image[/ID]|sample[/ID]]\n"
      "  compose[/sequence|grid|pip[/patches|model|sheet]]\n"
      "  responses[/compare|layers|difference][/SAMPLE], responses/ask/RUN\n"
      "  audit[/PAIR|both|edit|note|flag|batch|thresholds|agreement]\n"
      "  train[/run/ID|step/NUMBER|compare|failed|form[/all]|empty]\n"
      "  evaluate[/RUN|cell|sample/ID|difference/ID|form|empty]\n"
      "  palette[/WORDS], keys, settings, import[/FILE], run/VERB\n\n"
      "Example: mia-studio ~/projects/photos\n"
      "         mia-studio --demo\n"
      "         mia-studio --project birds --screenshot compose/grid/patches grid.png --theme "
      "dark");
  std::string project, projectOption, theme, size;
  std::vector<std::string> screenshot;
  bool demo = false;
  app.add_option("folder", project, "The project to open");
  app.add_option("--project", projectOption, "The same");
  app.add_flag("--demo", demo,
               "Open the demo project, in the folder if one is named; make it first when there is "
               "none");
  app.add_option(
         "--screenshot", screenshot,
         "PAGE FILE: write a picture of a page, or of a sheet over it, as PNG and end (below)")
      ->expected(2);
  app.add_option("--theme", theme, "light, dark or system")
      ->check(CLI::IsMember({"light", "dark", "system"}));
  app.add_option("--size", size, "Of the window, such as 1440x900")
      ->check(CLI::Validator(
          [](const std::string& text) {
            return sizeFrom(text).isEmpty() ? "a size looks like 1440x900" : std::string();
          },
          "WxH"));
  CLI11_PARSE(app, argc, argv);

  mia::ui::StudioOptions options;
  options.project = qt(project.empty() ? projectOption : project);
  options.demo = demo;
  options.theme = qt(theme);
  options.size = sizeFrom(size);
  if (!screenshot.empty()) {
    options.page = qt(screenshot[0]);
    options.screenshot = qt(screenshot[1]);
  }
  return mia::ui::runStudio(argc, argv, options);
}
