// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_tray.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QScrollBar>

#include "ui/jobs/job_row.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

namespace mia::ui {

namespace {

constexpr int kMostRows = 4;  ///< more of them scroll
constexpr int kLogHeight = 160;

}  // namespace

JobTray::JobTray(JobCenter& center, QWidget* parent)
    : QFrame(parent),
      center_(center),
      rowsLayout_(new QVBoxLayout),
      scroll_(new QScrollArea),
      fold_(new QToolButton),
      log_(new QPlainTextEdit) {
  setProperty("role", "strip");
  setAccessibleName(tr("Jobs"));
  log_->setReadOnly(true);
  log_->setFixedHeight(kLogHeight);
  log_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  log_->setLineWrapMode(QPlainTextEdit::NoWrap);
  log_->setAccessibleName(tr("Log of the job"));
  log_->hide();
  auto* rows = new QWidget;
  rows->setLayout(rowsLayout_);
  rowsLayout_->setContentsMargins(0, 0, 0, 0);
  rowsLayout_->setSpacing(0);
  scroll_->setWidget(rows);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  fold_->setIconSize({16, 16});
  fold_->setFocusPolicy(Qt::TabFocus);
  fold_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(0, 0, space::kSmall, 0);
  line->setSpacing(0);
  line->addWidget(scroll_, 1);
  line->addWidget(fold_, 0, Qt::AlignTop);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 1, 0, 1);
  layout->setSpacing(0);
  layout->addWidget(log_);
  layout->addLayout(line);
  connect(fold_, &QToolButton::clicked, this, [this] { setFolded(!folded_); });
  connect(&center, &JobCenter::added, this, &JobTray::add);
  connect(&center, &JobCenter::removed, this, &JobTray::remove);
  connect(&center, &JobCenter::moved, this, &JobTray::readLog);
  hide();
}

void JobTray::setFolded(bool folded) {
  folded_ = folded;
  arrange();
}

Job* JobTray::front() const {
  Job* found = nullptr;
  const auto rank = [](const Job* job) { return job->isActive() ? 2 : job->isFailed() ? 1 : 0; };
  for (const JobRow* row : rows_) {
    if (!found || rank(&row->job()) >= rank(found)) found = &row->job();
  }
  return found;
}

JobRow* JobTray::rowOf(const Job* job) const {
  for (JobRow* row : rows_) {
    if (&row->job() == job) return row;
  }
  return nullptr;
}

void JobTray::add(Job* job) {
  auto* row = new JobRow(center_, *job);
  rows_.append(row);
  rowsLayout_->addWidget(row);
  connect(row, &JobRow::logAsked, this, [this, job](bool shown) { showLog(job, shown); });
  connect(row, &JobRow::resultAsked, this, [this, job] { Q_EMIT resultAsked(*job); });
  const auto tellResult = [this, job, row] {
    if (resultWords_ && job->state() == run::JobState::kDone)
      row->setResultWords(resultWords_(*job));
  };
  connect(job, &Job::changed, this, [this, tellResult] {
    tellResult();
    if (folded_) arrange();
  });
  tellResult();
  arrange();
}

void JobTray::remove(Job* job) {
  JobRow* row = rowOf(job);
  if (!row) return;
  const bool focused = row->isAncestorOf(focusWidget());
  if (logged_ == job) showLog(job, false);
  rows_.removeOne(row);
  row->hide();
  row->deleteLater();
  arrange();
  if (focused && isVisible()) fold_->setFocus();
}

void JobTray::arrange() {
  setVisible(!rows_.isEmpty());
  if (rows_.isEmpty()) return;
  const JobRow* shown = rowOf(front());
  for (JobRow* row : std::as_const(rows_)) row->setVisible(!folded_ || row == shown);
  const auto count = static_cast<int>(rows_.size());
  scroll_->setFixedHeight(JobRow::kHeight * (folded_ ? 1 : qMin(count, kMostRows)));
  fold_->setFixedHeight(JobRow::kHeight);
  fold_->setVisible(count > 1);
  fold_->setIcon(icon(folded_ ? QStringLiteral("up") : QStringLiteral("down")));
  fold_->setText(folded_ ? tr("%n more", nullptr, count - 1) : QString());
  fold_->setToolTip(folded_ ? tr("Show all jobs") : tr("Fold the jobs to one line"));
  fold_->setAccessibleName(fold_->toolTip());
}

void JobTray::toggleLog() {
  Job* job = logged_ ? logged_.data() : front();
  if (JobRow* row = rowOf(job)) row->setLogShown(!logged_);
}

void JobTray::showLog(Job* job, bool shown) {
  Job* before = logged_;
  logged_ = shown ? job : before == job ? nullptr : before;
  if (JobRow* other = rowOf(before); other && before != job && shown) other->setLogShown(false);
  log_->setVisible(logged_ != nullptr);
  log_->clear();
  readLog();
}

void JobTray::readLog() {
  if (!logged_ || !isVisible()) return;
  center_.readLog(logged_, log_, [this](const QString& text) {
    if (text == log_->toPlainText()) return;
    QScrollBar* bar = log_->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    log_->setPlainText(text.isEmpty() ? tr("It has printed nothing so far.") : text);
    if (atEnd) bar->setValue(bar->maximum());
  });
}

}  // namespace mia::ui
