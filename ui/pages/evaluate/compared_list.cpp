// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluate/compared_list.h"

#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/gallery_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/line_list.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

LineMark markOf(curation::Change change) {
  switch (change) {
    case curation::Change::kBetter: return LineMark::kBetter;
    case curation::Change::kWorse: return LineMark::kWorse;
    case curation::Change::kBothRight: return LineMark::kGood;
    case curation::Change::kBothWrong: return LineMark::kBad;
  }
  return LineMark::kNone;
}

QString oneLine(const std::string& text) {
  const QString line = QString::fromStdString(text).simplified();
  return line.isEmpty() ? ComparedModel::tr("(an empty answer)") : line;
}

qint64 countOf(const evaluation::PairedCounts& counts, std::optional<curation::Change> change) {
  if (!change) return counts.trials();
  switch (*change) {
    case curation::Change::kBetter: return counts.onlyAfter;
    case curation::Change::kWorse: return counts.onlyBefore;
    case curation::Change::kBothRight: return counts.both;
    case curation::Change::kBothWrong: return counts.neither;
  }
  return 0;
}

}  // namespace

void ComparedModel::show(std::shared_ptr<const curation::ArmComparison> comparison,
                         std::vector<std::size_t> samples) {
  beginResetModel();
  comparison_ = std::move(comparison);
  samples_ = std::move(samples);
  endResetModel();
}

const curation::ComparedSample& ComparedModel::sampleAt(int row) const {
  return comparison_->samples[samples_[static_cast<std::size_t>(row)]];
}

int ComparedModel::rowOf(qint64 sample) const {
  const auto found = std::find_if(samples_.begin(), samples_.end(), [&](std::size_t index) {
    return comparison_->samples[index].sample.value == sample;
  });
  return found == samples_.end() ? -1 : static_cast<int>(found - samples_.begin());
}

int ComparedModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(samples_.size());
}

QVariant ComparedModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const curation::ComparedSample& sample = sampleAt(index.row());
  const QString question = oneLine(sample.question);
  const QString change = changeWords(sample.change);
  switch (role) {
    case Qt::DisplayRole: return question;
    case Qt::ToolTipRole:
      return tr("%1\nground truth: %2\n%3: %4\n%5: %6")
          .arg(question, oneLine(sample.truth), QString::fromStdString(comparison_->before),
               oneLine(sample.before), QString::fromStdString(comparison_->after),
               oneLine(sample.after));
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2").arg(question, change);
    case LineDelegate::kCaptionRole:
      return tr("%1 · sample %2 · %3")
          .arg(change, grouped(sample.sample.value), oneLine(sample.after));
    case LineDelegate::kMarkRole: return static_cast<int>(markOf(sample.change));
    default: return {};
  }
}

ComparedList::ComparedList() {
  model_ = new ComparedModel(this);
  view_ = new LineList;
  view_->setModel(model_);
  view_->setAccessibleName(tr("Samples behind the figure"));
  title_ = makeLabel("section");
  title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  choices_ = new QActionGroup(this);
  auto* chips = new QWidget;
  auto* flow = new FlowLayout(chips, space::kTiny);
  flow->setContentsMargins(0, 0, 0, 0);
  const std::pair<const char*, QString> choices[] = {{"samples", tr("All samples")},
                                                     {"up", tr("Got better")},
                                                     {"down", tr("Got worse")},
                                                     {"check", tr("Both right")},
                                                     {"close", tr("Both wrong")}};
  for (const auto& [iconName, text] : choices) {
    QAction* choice = makeAction(this, QLatin1String(iconName), text, {});
    removeAction(choice);  // the page offers it, with its key
    choice->setCheckable(true);
    choices_->addAction(choice);
    QToolButton* button = makeButton(choice, 12);
    button->setProperty("role", "chip");
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    flow->addWidget(button);
    const int index = static_cast<int>(choices_->actions().size()) - 2;
    connect(choice, &QAction::triggered, this, [this, index] {
      setChange(index < 0 ? std::optional<curation::Change>()
                          : static_cast<curation::Change>(index));
    });
  }
  auto* bar = makeFrame("bar");
  auto* head = new QVBoxLayout(bar);
  head->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
  head->setSpacing(space::kSmall);
  head->addWidget(title_);
  head->addWidget(chips);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar);
  column->addWidget(view_, 1);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& current) {
            if (current.isValid())
              Q_EMIT sampleChosen(model_->sampleAt(current.row()).sample.value);
          });
  clear();
}

void ComparedList::show(const ShownComparison& shown, const ComparisonCell& cell) {
  shown_ = shown;
  row_ = cell.row;
  change_ = cell.change;
  list();
}

void ComparedList::clear() {
  shown_ = {};
  row_ = {};
  change_.reset();
  title_->setText(tr("Samples"));
  title_->setToolTip({});
  model_->show(nullptr, {});
  for (QAction* choice : choices_->actions()) choice->setEnabled(false);
}

void ComparedList::setChange(std::optional<curation::Change> change) {
  if (!shown_.comparison) return;
  change_ = change;
  list();
}

void ComparedList::list() {
  const QString name = groupWords(row_);
  title_->setText(shown_.letter.isEmpty() ? name : tr("%1: %2").arg(shown_.letter, name));
  title_->setToolTip(shown_.run);
  int index = -1;
  for (QAction* choice : choices_->actions()) {
    const auto of =
        index < 0 ? std::optional<curation::Change>() : static_cast<curation::Change>(index);
    const qint64 count = countOf(row_.counts, of);
    choice->setEnabled(true);
    choice->setChecked(of == change_);
    choice->setIconText(QStringLiteral("%1 %2").arg(choice->text(), grouped(count)));
    ++index;
  }
  model_->show(shown_.comparison, curation::samplesBehind(*shown_.comparison, row_, change_));
  view_->scrollToTop();
}

void ComparedList::step(int samples) {
  const int row = view_->currentIndex().row() + samples;
  if (row >= 0 && row < model_->rowCount()) view_->setCurrentIndex(model_->index(row));
}

bool ComparedList::choose(qint64 sample) {
  const int row = sample == 0 ? 0 : model_->rowOf(sample);
  if (row < 0 || row >= model_->rowCount()) return false;
  view_->setCurrentIndex(model_->index(row));
  view_->scrollTo(view_->currentIndex(), QAbstractItemView::PositionAtCenter);
  return true;
}

}  // namespace mia::ui
