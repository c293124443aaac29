// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/batch_bar.h"

#include <QHBoxLayout>

#include "ui/models/gallery_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

BatchBar::BatchBar(ProjectSession& session, std::shared_ptr<ReviewDesk> desk)
    : session_(session), desk_(std::move(desk)), preview_(makeLabel("")) {
  setProperty("role", "bar");
  setAccessibleName(tr("Decide all that the filter leaves"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kMedium, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(space::kSmall);
  row->addWidget(preview_, 1);
  const DecisionKind kinds[] = {DecisionKind::kAccept, DecisionKind::kReject, DecisionKind::kClear};
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    auto* button = new QPushButton;
    choices_[i] = {kinds[i], button};
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, kind = kinds[i]] {
      hide();
      Q_EMIT asked(counted_.pairs, Act{kind, {}});
      Q_EMIT closed();
    });
  }
  auto* leave = new QToolButton;
  leave->setIcon(icon(QStringLiteral("close")));
  leave->setToolTip(tr("Decide nothing (Esc)"));
  leave->setAccessibleName(tr("Decide nothing"));
  connect(leave, &QToolButton::clicked, this, [this] {
    hide();
    Q_EMIT closed();
  });
  row->addWidget(leave);
  hide();
}

QPushButton& BatchBar::button(DecisionKind kind) {
  const auto found = std::find_if(choices_.begin(), choices_.end(),
                                  [kind](const Choice& choice) { return choice.kind == kind; });
  return *found->button;
}

void BatchBar::open(const curation::QueueQuery& query) {
  setVisible(true);
  counting_ = true;
  preview_->setText(tr("Counting…"));
  for (const Choice& choice : choices_) choice.button->hide();
  session_.read(
      this,
      [desk = desk_, query,
       newest = session_.counts().newestSelection](curation::Browser& browser) {
        Counted counted;
        curation::ReviewBook* book = desk->book(browser, newest);
        if (!book) return counted;
        counted.pairs = book->queue(query);
        const bool whole = query.show == curation::QueueFilter::kAll ||
                           query.show == curation::QueueFilter::kDecided;
        const auto among = [&](curation::QueueFilter filter) -> std::int64_t {
          if (query.show == filter) return static_cast<std::int64_t>(counted.pairs.size());
          if (!whole) return 0;
          curation::QueueQuery narrowed = query;
          narrowed.show = filter;
          return book->count(narrowed);
        };
        counted.accepted = among(curation::QueueFilter::kAccepted);
        counted.rejected = among(curation::QueueFilter::kRejected);
        counted.undecided = query.show == curation::QueueFilter::kDecided
                                ? 0
                                : among(curation::QueueFilter::kUndecided);
        return counted;
      },
      [this](Outcome<Counted> outcome) {
        counting_ = false;
        if (outcome.value) {
          show(*outcome.value);
        } else {
          hide();
          Q_EMIT failed(outcome.error);
        }
      });
}

/// What is decided already as a button would decide it is not among what it changes.
void BatchBar::show(const Counted& counted) {
  counted_ = counted;
  const auto all = static_cast<std::int64_t>(counted.pairs.size());
  preview_->setText(tr("%1 pairs by this filter, of them %2 accepted and %3 rejected:", nullptr,
                       static_cast<int>(all))
                        .arg(grouped(all), grouped(counted.accepted), grouped(counted.rejected)));
  const auto offer = [this](DecisionKind kind, std::int64_t changes, const QString& words) {
    QPushButton& shown = button(kind);
    shown.setText(words.arg(grouped(changes)));
    shown.setVisible(changes > 0);
  };
  offer(DecisionKind::kAccept, all - counted.accepted, tr("Accept %1"));
  offer(DecisionKind::kReject, all - counted.rejected, tr("Reject %1"));
  offer(DecisionKind::kClear, counted.accepted + counted.rejected, tr("Leave %1 undecided"));
  for (const Choice& choice : choices_) {
    if (!choice.button->isVisibleTo(this)) continue;
    choice.button->setFocus(Qt::ShortcutFocusReason);
    break;
  }
}

}  // namespace mia::ui
