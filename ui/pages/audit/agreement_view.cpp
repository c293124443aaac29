// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/agreement_view.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/models/gallery_model.h"
#include "ui/pages/audit/progress_strip.h"
#include "ui/pages/audit/review_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/line_list.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

constexpr int kDisputesListed = 500;

QString kappaWords(const selection::Agreement& agreement) {
  if (agreement.items == 0) return AgreementView::tr("none in common");
  if (std::isnan(agreement.kappa)) return AgreementView::tr("not defined: one category alone");
  const auto figure = [](double value) {
    const double shown = std::round(value * 100) / 100;
    return (shown < 0 ? QStringLiteral("−") : QString()) + QString::number(std::abs(shown), 'f', 2);
  };
  return AgreementView::tr("%1 (%2 to %3)")
      .arg(figure(agreement.kappa), figure(agreement.low), figure(agreement.high));
}

const curation::AcceptanceRow* rowOf(const std::vector<curation::AcceptanceRow>& rows,
                                     const std::string& group) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.group == group; });
  return found == rows.end() ? nullptr : &*found;
}

std::vector<Dispute> disputesOf(curation::ReviewBook& book, curation::Browser& browser) {
  curation::QueueQuery query;
  query.show = curation::QueueFilter::kDisputed;
  std::vector<PairId> pairs = book.queue(query);
  if (pairs.size() > kDisputesListed) pairs.resize(kDisputesListed);
  std::vector<Dispute> disputes;
  for (const curation::ReviewItem& item : curation::reviewItems(browser, {}, pairs)) {
    disputes.push_back({item.pair, item.question, book.opinions(item.pair)});
  }
  return disputes;
}

QLabel* cell(const QString& words, bool figure) {
  QLabel* label = makeLabel("", words);
  label->setAlignment((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  return label;
}

}  // namespace

AgreementView::AgreementView(ProjectSession& session, std::shared_ptr<ReviewDesk> desk)
    : session_(session), desk_(std::move(desk)) {
  auto* upper = new QScrollArea;
  upper->setWidget(buildReviews());
  upper->setWidgetResizable(true);
  upper->setFrameShape(QFrame::NoFrame);
  upper->setAccessibleName(tr("Agreement of reviewers"));
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->setChildrenCollapsible(false);
  splitter->setHandleWidth(1);
  splitter->addWidget(upper);
  splitter->addWidget(buildDisputes());
  splitter->setSizes({320, 400});
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(splitter);
}

QWidget* AgreementView::buildReviews() {
  first_ = new QComboBox;
  second_ = new QComboBox;
  first_->setAccessibleName(tr("First review"));
  second_->setAccessibleName(tr("Second review"));
  name_ = new QLineEdit;
  name_->setPlaceholderText(tr("Reviewer"));
  name_->setAccessibleName(tr("Who reviews next"));
  name_->setFixedWidth(160);
  whose_ = new QComboBox;
  whose_->setAccessibleName(tr("Whose pairs are reviewed again"));
  start_ = new QPushButton(tr("Start a blind review"));
  startWords_ = makeText("dim");
  startWords_->setText(
      tr("Shows the pairs that a review decided, and not how. The same name makes "
         "another round of one's own."));
  auto* pick = new QHBoxLayout;
  pick->setSpacing(space::kSmall);
  pick->addWidget(makeLabel("heading", tr("Agreement of")));
  pick->addWidget(first_);
  pick->addWidget(makeLabel("heading", tr("and")));
  pick->addWidget(second_);
  pick->addStretch();
  auto* begin = new QHBoxLayout;
  begin->setSpacing(space::kSmall);
  begin->addWidget(makeLabel("heading", tr("Second review by")));
  begin->addWidget(name_);
  begin->addWidget(makeLabel("heading", tr("of what was decided by")));
  begin->addWidget(whose_);
  begin->addWidget(start_);
  begin->addStretch();
  merge_ = new QPushButton(tr("Exchange") + QStringLiteral("  ▾"));
  merge_->setAccessibleName(tr("Exchange decisions with other reviewers"));
  merge_->setToolTip(
      tr("Sends what was decided here, or takes over what others decided in their copy of this "
         "project; nothing is lost"));
  merged_ = makeText("dim");
  merged_->hide();
  begin->addWidget(merge_);
  auto* exchange = new QMenu(merge_);
  exchange->addAction(tr("Write all decisions to a file…"), this, &AgreementView::askForFile);
  exchange->addSeparator();
  exchange->addAction(tr("Take over a file…"), this, [this] { askForJournal(false); });
  exchange->addAction(tr("Take over a copy of the project…"), this,
                      [this] { askForJournal(true); });
  merge_->setMenu(exchange);
  table_ = new QWidget;
  grid_ = new QGridLayout(table_);
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
  column->setSpacing(space::kSmall);
  column->addLayout(begin);
  column->addWidget(startWords_);
  column->addWidget(merged_);
  column->addSpacing(space::kSmall);
  column->addLayout(pick);
  column->addWidget(table_);
  column->addStretch();
  for (QComboBox* box : {first_, second_}) {
    box->setMinimumWidth(160);
    connect(box, &QComboBox::activated, this, &AgreementView::refresh);
  }
  whose_->setMinimumWidth(160);
  connect(start_, &QPushButton::clicked, this, &AgreementView::start);
  connect(name_, &QLineEdit::returnPressed, this, &AgreementView::start);
  return body;
}

QWidget* AgreementView::buildDisputes() {
  disputeHeading_ = makeLabel("heading");
  disputeHeading_->setContentsMargins(space::kMedium, space::kSmall, 0, space::kTiny);
  disputes_ = new QListWidget;
  prepareWrappedLines(*disputes_);
  disputes_->setAccessibleName(tr("Pairs on which reviews disagree"));
  panel_ = new DisputePanel(session_);
  auto* left = new QWidget;
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(disputeHeading_);
  column->addWidget(disputes_, 1);
  auto* splitter = new QSplitter(Qt::Horizontal);
  splitter->setChildrenCollapsible(false);
  splitter->setHandleWidth(1);
  splitter->addWidget(left);
  splitter->addWidget(panel_);
  splitter->setStretchFactor(1, 1);
  splitter->setSizes({320, 700});
  connect(disputes_, &QListWidget::currentRowChanged, this, [this](int row) {
    panel_->show(row < 0 ? nullptr : &listed_[static_cast<std::size_t>(row)]);
  });
  connect(panel_, &DisputePanel::resolved, this, &AgreementView::resolved);
  connect(panel_, &DisputePanel::pairAsked, this, &AgreementView::pairAsked);
  connect(panel_, &DisputePanel::failed, this, &AgreementView::failed);
  return splitter;
}

void AgreementView::setReview(const Review& review) {
  review_ = review;
  if (name_->text().isEmpty()) name_->setText(QString::fromStdString(review.reviewer));
}

std::optional<Review> AgreementView::chosen(const QComboBox& box) const {
  const int row = box.currentIndex();
  if (row < 0 || row >= static_cast<int>(reviews_.size())) return std::nullopt;
  return reviews_[static_cast<std::size_t>(row)];
}

void AgreementView::refresh() {
  if (reading_) {
    again_ = true;
    return;
  }
  reading_ = true;
  again_ = false;
  session_.read(
      this,
      [desk = desk_, one = chosen(*first_), other = chosen(*second_),
       newest = session_.counts().newestSelection](curation::Browser& browser) {
        Figures figures;
        curation::ReviewBook* book = desk->book(browser, newest);
        if (!book) return figures;
        figures.reviews = book->reviews();
        if (figures.reviews.empty()) return figures;
        figures.one = one ? *one : figures.reviews.front();
        figures.other = other ? *other : figures.one;
        for (const Review& review : figures.reviews) {
          if (figures.other == figures.one) figures.other = review;
        }
        figures.first = curation::acceptance(*book, figures.one);
        figures.second = curation::acceptance(*book, figures.other);
        if (figures.one != figures.other) {
          figures.agreement = curation::agreement(*book, figures.one, figures.other);
        }
        figures.disputes = disputesOf(*book, browser);
        return figures;
      },
      [this](Outcome<Figures> outcome) {
        reading_ = false;
        if (outcome.value) {
          show(*outcome.value);
        } else {
          Q_EMIT failed(outcome.error);
        }
        if (again_) refresh();
      });
}

void AgreementView::show(const Figures& figures) {
  fillReviews(figures);
  fillTable(figures);
  fillDisputes(figures.disputes);
}

void AgreementView::fillReviews(const Figures& figures) {
  const auto whose = chosen(*whose_);
  reviews_ = figures.reviews;
  const std::pair<QComboBox*, Review> boxes[] = {
      {first_, figures.one}, {second_, figures.other}, {whose_, whose.value_or(figures.one)}};
  for (const auto& [box, review] : boxes) {
    const QSignalBlocker quiet(box);
    box->clear();
    for (const Review& each : reviews_) box->addItem(reviewWords(each));
    const auto found = std::find(reviews_.begin(), reviews_.end(), review);
    box->setCurrentIndex(found == reviews_.end() ? -1 : static_cast<int>(found - reviews_.begin()));
    box->setEnabled(!reviews_.empty());
  }
  start_->setEnabled(!reviews_.empty());
}

void AgreementView::fillTable(const Figures& figures) {
  while (QLayoutItem* item = grid_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(space::kHuge);
  grid_->setVerticalSpacing(space::kTiny);
  const bool two = !figures.agreement.empty();
  if (figures.reviews.empty()) {
    grid_->addWidget(makeLabel("dim", tr("Nobody has decided anything yet.")), 0, 0);
    return;
  }
  QStringList heads{tr("Pairs"), tr("%1 accepted").arg(first_->currentText())};
  if (two) {
    heads << tr("%1 accepted").arg(second_->currentText()) << tr("Both decided") << tr("The same")
          << tr("Cohen's kappa (95 %)");
  }
  for (int i = 0; i < heads.size(); ++i) {
    QLabel* head = makeLabel("heading", heads[i]);
    head->setAlignment(i == 0 ? Qt::AlignLeft : Qt::AlignRight);
    grid_->addWidget(head, 0, i);
  }
  int row = 1;
  for (const curation::AcceptanceRow& first : figures.first) {
    grid_->addWidget(cell(groupWords(first.group), false), row, 0);
    grid_->addWidget(cell(acceptanceWords(first), true), row, 1);
    const curation::AcceptanceRow* second = two ? rowOf(figures.second, first.group) : nullptr;
    if (second) grid_->addWidget(cell(acceptanceWords(*second), true), row, 2);
    for (const curation::AgreementRow& both : figures.agreement) {
      if (both.group != first.group) continue;
      grid_->addWidget(cell(grouped(both.agreement.items), true), row, 3);
      const bool none = both.agreement.items == 0;
      grid_->addWidget(cell(none ? QString() : percent(both.agreement.observed), true), row, 4);
      grid_->addWidget(cell(kappaWords(both.agreement), true), row, 5);
    }
    ++row;
  }
  grid_->setColumnStretch(static_cast<int>(heads.size()), 1);
}

QStringList AgreementView::table() const {
  QStringList lines;
  for (int row = 0; row < grid_->rowCount(); ++row) {
    QStringList cells;
    for (int column = 0; column < grid_->columnCount(); ++column) {
      const QLayoutItem* item = grid_->itemAtPosition(row, column);
      const auto* label = item ? qobject_cast<const QLabel*>(item->widget()) : nullptr;
      if (label) cells << label->text();
    }
    if (!cells.isEmpty()) lines << cells.join(QStringLiteral(" | "));
  }
  return lines;
}

void AgreementView::fillDisputes(const std::vector<Dispute>& disputes) {
  const int row = disputes_->currentRow();
  const QSignalBlocker quiet(disputes_);
  disputes_->clear();
  listed_ = disputes;
  for (const Dispute& dispute : disputes) {
    auto* line =
        new QListWidgetItem(QString::fromStdString(dispute.question).simplified(), disputes_);
    QStringList opinions;
    for (const auto& [review, state] : dispute.opinions) {
      opinions << tr("%1: %2").arg(reviewWords(review), verdictName(state.verdict));
    }
    const QString caption = opinions.join(QStringLiteral(" · "));
    line->setData(LineDelegate::kCaptionRole, caption);
    line->setData(LineDelegate::kMarkRole, static_cast<int>(LineMark::kPair));
    line->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(line->text(), caption));
  }
  disputeHeading_->setText(disputes.empty() ? tr("No pair on which reviews disagree")
                                            : tr("%n pairs on which reviews disagree", nullptr,
                                                 static_cast<int>(disputes.size())));
  const int next = qMin(qMax(0, row), static_cast<int>(disputes.size()) - 1);
  disputes_->setCurrentRow(next);
  panel_->show(next < 0 ? nullptr : &listed_[static_cast<std::size_t>(next)]);
}

void AgreementView::askForFile() {
  auto* dialog = new QFileDialog(this, tr("A file with every decision, to be sent"),
                                 session_.folder() + QStringLiteral("/decisions.jsonl"));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, &AgreementView::journalAsked);
  dialog->open();
}

void AgreementView::askForJournal(bool project) {
  auto* dialog = new QFileDialog(this, project ? tr("The project whose decisions are taken over")
                                               : tr("The journal whose decisions are taken over"));
  dialog->setFileMode(project ? QFileDialog::Directory : QFileDialog::ExistingFile);
  if (!project) dialog->setNameFilter(tr("Journals (*.jsonl);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, &AgreementView::mergeAsked);
  dialog->open();
}

/// A name that reviewed already goes on with another round.
void AgreementView::start() {
  const std::string name = name_->text().trimmed().toStdString();
  const auto whose = chosen(*whose_);
  if (name.empty() || !whose) {
    Q_EMIT failed(tr("A second review needs a name and a first one to go by."));
    return;
  }
  Review review{name, 1};
  for (const Review& other : reviews_) {
    if (other.reviewer == name) review.round = qMax(review.round, other.round + 1);
  }
  Q_EMIT reviewAsked(review, whose);
}

}  // namespace mia::ui
