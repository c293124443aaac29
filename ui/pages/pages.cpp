// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "ui/pages/audit/audit_page.h"
#include "ui/pages/compose/compose_page.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/evaluate/evaluate_page.h"
#include "ui/pages/page.h"
#include "ui/pages/responses/responses_page.h"
#include "ui/pages/train/train_page.h"

namespace mia::ui {

const std::vector<PageInfo>& pages() {
  static const std::vector<PageInfo> all{
      {"data", Page::tr("Data"), QStringLiteral("data"),
       [](ProjectSession& session) -> Page* { return new DataPage(session); }},
      {"compose", Page::tr("Compose"), QStringLiteral("compose"),
       [](ProjectSession& session) -> Page* { return new ComposePage(session); }},
      {"responses", Page::tr("Responses"), QStringLiteral("responses"),
       [](ProjectSession& session) -> Page* { return new ResponsesPage(session); }},
      {"audit", Page::tr("Audit"), QStringLiteral("audit"),
       [](ProjectSession& session) -> Page* { return new AuditPage(session); }},
      {"train", Page::tr("Train"), QStringLiteral("train"),
       [](ProjectSession& session) -> Page* { return new TrainPage(session); }},
      {"evaluate", Page::tr("Evaluate"), QStringLiteral("evaluate"),
       [](ProjectSession& session) -> Page* { return new EvaluatePage(session); }},
  };
  return all;
}

int pageNumber(const QString& name) {
  const auto& all = pages();
  const auto found = std::find_if(all.begin(), all.end(), [&](const PageInfo& info) {
    return name == QLatin1String(info.name);
  });
  return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

}  // namespace mia::ui
