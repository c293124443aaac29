// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/job_strip.h"

#include <QFontDatabase>
#include <QHBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

JobStrip::JobStrip(QWidget* parent)
    : QFrame(parent),
      icon_(new QLabel),
      title_(makeLabel("")),
      words_(makeLabel("dim")),
      bar_(new QProgressBar),
      showLog_(new QToolButton),
      stop_(new QToolButton),
      log_(new QPlainTextEdit) {
  setProperty("role", "strip");
  words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  bar_->setTextVisible(false);
  bar_->setFixedWidth(160);
  bar_->setAccessibleName(tr("Progress of the job"));
  showLog_->setIcon(icon(QStringLiteral("log")));
  showLog_->setCheckable(true);
  showLog_->setToolTip(tr("Show what the job said"));
  showLog_->setAccessibleName(tr("Show the log"));
  stop_->setIconSize({16, 16});
  log_->setReadOnly(true);
  log_->setFixedHeight(140);
  log_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  log_->setAccessibleName(tr("Log of the job"));
  log_->hide();

  auto* row = new QHBoxLayout;
  row->setContentsMargins(space::kLarge, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(space::kMedium);
  row->addWidget(icon_);
  row->addWidget(title_);
  row->addWidget(words_, 1);
  row->addWidget(bar_);
  row->addWidget(showLog_);
  row->addWidget(stop_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(log_);
  layout->addLayout(row);

  connect(showLog_, &QToolButton::toggled, this, [this](bool on) {
    log_->setVisible(on);
    refresh();
  });
  connect(stop_, &QToolButton::clicked, this, [this] {
    if (job_ && job_->isActive()) {
      job_->stop();
    } else {
      hide();
    }
  });
  connect(&Theme::instance(), &Theme::changed, this, &JobStrip::refresh);
  hide();
}

void JobStrip::watch(ProgramJob* job) {
  if (job_) job_->disconnect(this);
  job_ = job;
  showLog_->setChecked(false);
  connect(job, &ProgramJob::changed, this, &JobStrip::refresh);
  connect(job, &QObject::destroyed, this, [this, job] {
    if (job_ == job) job_ = nullptr;
  });
  show();
  refresh();
}

void JobStrip::refresh() {
  if (!job_) return;
  const bool failed = job_->state() == ProgramJob::State::kFailed;
  title_->setText(job_->title());
  QString words = job_->lastLine();
  if (job_->state() == ProgramJob::State::kStopping) words = tr("stopping… %1").arg(words);
  if (job_->state() == ProgramJob::State::kStopped) words = tr("stopped; it can go on");
  if (failed) words = tr("failed: %1").arg(words);
  if (words.isEmpty()) words = tr("starting…");
  words_->setText(words);
  words_->setToolTip(words);
  setRole(words_, failed ? "error" : "dim");
  const bool active = job_->isActive();
  icon_->setVisible(failed);
  if (failed) {
    icon_->setPixmap(
        iconPixmap(QStringLiteral("warning"), 16, tokens().error, devicePixelRatioF()));
  }
  bar_->setVisible(active);
  bar_->setRange(0, job_->fraction() < 0 ? 0 : 1000);
  bar_->setValue(qRound(job_->fraction() * 1000));
  stop_->setIcon(icon(active ? QStringLiteral("stop") : QStringLiteral("close")));
  stop_->setToolTip(active ? tr("Stop in good order; it can be continued") : tr("Dismiss"));
  stop_->setAccessibleName(active ? tr("Stop the job") : tr("Dismiss the job"));
  stop_->setEnabled(job_->state() != ProgramJob::State::kStopping);
  if (showLog_->isChecked()) log_->setPlainText(job_->log().join(QLatin1Char('\n')));
}

}  // namespace mia::ui
