// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compose/compose_page.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/page.h"
#include "ui/pages/responses/responses_page.h"

namespace mia::ui {

const std::vector<PageInfo>& pages() {
  static const std::vector<PageInfo> all{
      {"data", Page::tr("Data"), QStringLiteral("data"),
       [](ProjectSession& session) -> Page* { return new DataPage(session); }},
      {"compose", Page::tr("Compose"), QStringLiteral("compose"),
       [](ProjectSession& session) -> Page* { return new ComposePage(session); }},
      {"responses", Page::tr("Responses"), QStringLiteral("responses"),
       [](ProjectSession& session) -> Page* { return new ResponsesPage(session); }},
  };
  return all;
}

}  // namespace mia::ui
