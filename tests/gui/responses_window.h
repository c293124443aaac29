// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/page_window.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/reading_panel.h"
#include "ui/pages/responses/response_queue.h"
#include "ui/pages/responses/responses_page.h"

namespace mia::test {

struct ResponsesWindow : PageWindow<ui::ResponsesPage> {
  explicit ResponsesWindow(const QString& project, QSize size = {1440, 900})
      : PageWindow("responses", project, size) {}
  qint64 shownId() const { return page->sample() ? page->sample()->facts.sample.id.value : 0; }
  QString text(int side) const {
    const auto answer = page->answerOn(side);
    return answer ? QString::fromStdString(answer->response.candidate.text) : QString();
  }
};

}  // namespace mia::test
