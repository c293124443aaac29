// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/progress_strip.h"

#include <QHBoxLayout>
#include <cmath>

#include "ui/models/gallery_model.h"
#include "ui/pages/audit/review_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

constexpr int kStripDelay = 120;  // ms: many decisions are told together

QString durationWords(double seconds) {
  const auto minutes = static_cast<int>(std::ceil(seconds / 60));
  if (minutes < 60) return ProgressStrip::tr("%n min", nullptr, minutes);
  return ProgressStrip::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

}  // namespace

QString acceptanceWords(const curation::AcceptanceRow& row) {
  if (row.decided == 0) return ProgressStrip::tr("none decided");
  const auto share = static_cast<double>(row.accepted) / static_cast<double>(row.decided);
  return ProgressStrip::tr("%1 (%2–%3) of %4")
      .arg(percent(share), QString::number(row.interval.low * 100, 'f', 0),
           percent(row.interval.high), grouped(row.decided));
}

ProgressStrip::ProgressStrip(ProjectSession& session, std::shared_ptr<ReviewDesk> desk)
    : session_(session), desk_(std::move(desk)) {
  setProperty("role", "strip");
  bar_ = new QProgressBar;
  bar_->setTextVisible(false);
  bar_->setFixedWidth(160);
  bar_->setAccessibleName(tr("Pairs decided"));
  words_ = makeLabel("");
  acceptance_ = new ElidedLabel("dim");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, space::kTiny);
  row->setSpacing(space::kMedium);
  row->addWidget(bar_);
  row->addWidget(words_);
  row->addWidget(acceptance_, 1);
  delay_.setSingleShot(true);
  delay_.setInterval(kStripDelay);
  connect(&delay_, &QTimer::timeout, this, &ProgressStrip::read);
}

void ProgressStrip::setReview(const Review& review) {
  review_ = review;
  refresh();
}

void ProgressStrip::read() {
  if (reading_) {
    delay_.start();
    return;
  }
  reading_ = true;
  session_.read(
      this,
      [desk = desk_, review = review_,
       newest = session_.counts().newestSelection](curation::Browser& browser) {
        Figures figures;
        if (curation::ReviewBook* book = desk->book(browser, newest)) {
          figures.progress = book->progress(review);
          figures.acceptance = curation::acceptance(*book, review);
        }
        return figures;
      },
      [this](Outcome<Figures> outcome) {
        reading_ = false;
        if (outcome.value) show(*outcome.value);
      });
}

void ProgressStrip::show(const Figures& figures) {
  const curation::ReviewProgress& progress = figures.progress;
  setVisible(progress.pairs > 0);
  bar_->setMaximum(qMax(1, static_cast<int>(progress.pairs)));
  bar_->setValue(static_cast<int>(progress.done()));
  QStringList parts{tr("%1 of %2 decided").arg(grouped(progress.done()), grouped(progress.pairs)),
                    tr("%1 left").arg(grouped(progress.left()))};
  if (progress.perMinute > 0) parts << tr("%1 a minute").arg(progress.perMinute, 0, 'f', 0);
  if (const auto seconds = progress.secondsLeft(); seconds && progress.left() > 0) {
    parts << tr("about %1 of work").arg(durationWords(*seconds));
  }
  words_->setText(parts.join(QStringLiteral(" · ")));
  words_->setToolTip(
      tr("Pace: decisions per minute of work over the newest 200; a gap of more than "
         "two minutes is a break."));
  QStringList rates;
  for (const curation::AcceptanceRow& row : figures.acceptance) {
    if (row.decided == 0 || !isRuleGroup(row.group)) continue;
    rates << tr("%1: accepted %2").arg(groupWords(row.group), acceptanceWords(row));
  }
  acceptance_->setText(rates.join(QStringLiteral(" · ")));
}

}  // namespace mia::ui
