// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/threshold_view.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>
#include <cmath>

#include "ui/models/gallery_model.h"
#include "ui/pages/audit/review_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/line_list.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

using curation::CutFigure;

constexpr int kBins = 40;
constexpr int kGridColumns = 2;
constexpr int kPairRole = Qt::UserRole + 40;

QString titleOf(CutFigure figure, const std::optional<curation::LayoutGroup>& group) {
  switch (figure) {
    case CutFigure::kShare: break;
    case CutFigure::kPerplexity: return ThresholdView::tr("Perplexity of the answer");
    case CutFigure::kLengthRatio: return ThresholdView::tr("Length ratio, longer to shorter");
    case CutFigure::kEditDistance: return ThresholdView::tr("Edit distance to the ground truth");
  }
  return ThresholdView::tr("Share of attention on the target · %1 of %2")
      .arg(layoutWords(group->first))
      .arg(group->second);
}

/// The power of ten below.
double fineStep(double about) { return std::pow(10, std::floor(std::log10(about))); }

/// The arguments of `mia select` that make this request.
QStringList argumentsOf(const curation::SelectRequest& request) {
  const selection::Rule& rule = request.rule;
  const auto number = [](double value) { return QString::number(value, 'g', 10); };
  QStringList arguments{QStringLiteral("select"), QStringLiteral("--criterion"),
                        QString::fromLatin1(selection::toString(rule.criterion)),
                        QStringLiteral("--wrong"), QString::fromLatin1(toString(rule.wrong))};
  if (rule.firstLayer >= 0) {
    arguments << QStringLiteral("--layers")
              << QStringLiteral("%1-%2").arg(rule.firstLayer).arg(rule.lastLayer);
  }
  for (const auto& [group, share] : rule.thresholds) {
    arguments << QStringLiteral("--threshold")
              << QStringLiteral("%1:%2=%3")
                     .arg(QLatin1String(toString(group.first)))
                     .arg(group.second)
                     .arg(number(share));
  }
  if (rule.paperShare) arguments << QStringLiteral("--paper-share");
  const std::pair<const char*, QString> others[] = {
      {"--min-perplexity", number(rule.minPerplexity)},
      {"--max-length-ratio", number(rule.maxLengthRatio)},
      {"--min-edit-distance", number(rule.minEditDistance)},
      {"--max-ground-truth", QString::number(rule.maxGroundTruth)},
      {"--per-sample", QString::number(rule.perSample)},
      {"--max-pairs", QString::number(rule.maxPairs)},
      {"--seed", QString::number(rule.seed)}};
  for (const auto& [option, value] : others) arguments << QString::fromLatin1(option) << value;
  if (request.run) arguments << QStringLiteral("--run") << QString::fromStdString(*request.run);
  return arguments;
}

QLabel* makeSummary(const char* role) {
  QLabel* label = makeText(role);
  label->setTextInteractionFlags(Qt::NoTextInteraction);
  return label;
}

}  // namespace

ThresholdView::ThresholdView(ProjectSession& session) : session_(session) {
  board_ = new QWidget;
  grid_ = new QGridLayout(board_);
  grid_->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  grid_->setSpacing(space::kSmall);
  auto* scroll = new QScrollArea;
  scroll->setWidget(board_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setAccessibleName(tr("Thresholds"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(scroll, 1);
  row->addWidget(buildSide());
}

QWidget* ThresholdView::buildSide() {
  summary_ = makeSummary("section");
  details_ = makeSummary("dim");
  apply_ = new QPushButton(tr("Select again"));
  apply_->setDefault(true);
  apply_->setToolTip(
      tr("Makes a new selection with these cuts; earlier ones and all decisions stay"));
  reset_ = new QPushButton(tr("As they were"));
  examples_ = new QListWidget;
  prepareWrappedLines(*examples_);
  examples_->setAccessibleName(tr("Pairs that would come or go"));
  examples_->setToolTip(tr("Enter or a double click shows the pair"));
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(space::kSmall);
  buttons->addWidget(apply_);
  buttons->addWidget(reset_);
  buttons->addStretch();
  auto* side = makeFrame("rail");
  side->setProperty("role", "");
  side->setFixedWidth(340);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, 0);
  column->setSpacing(space::kSmall);
  column->addWidget(summary_);
  column->addWidget(details_);
  column->addLayout(buttons);
  column->addWidget(makeLabel("heading", tr("Pairs that flip, nearest to the cut first")));
  column->addWidget(examples_, 1);
  connect(apply_, &QPushButton::clicked, this, [this] {
    if (lens_) Q_EMIT selectAsked(argumentsOf(lens_->request(changedRule())));
  });
  connect(reset_, &QPushButton::clicked, this, &ThresholdView::reset);
  connect(examples_, &QListWidget::itemActivated, this,
          [this](QListWidgetItem* item) { Q_EMIT pairAsked(item->data(kPairRole).toLongLong()); });
  return side;
}

void ThresholdView::refresh() {
  const SelectionId newest = session_.counts().newestSelection;
  if (reading_ || (lens_ && newest == shown_)) return;
  reading_ = true;
  session_.read(
      this,
      [newest](curation::Browser& browser) {
        return std::make_shared<const curation::ThresholdLens>(browser.database(), newest);
      },
      [this](Outcome<Lens> outcome) {
        reading_ = false;
        if (outcome.value) {
          take(*outcome.value);
        } else {
          Q_EMIT failed(outcome.error);
        }
      });
}

void ThresholdView::take(const Lens& lens) {
  lens_ = lens;
  shown_ = lens->selection();
  for (const Cut& cut : std::as_const(cuts_)) delete cut.histogram;
  cuts_.clear();
  for (const curation::LayoutGroup& group : lens->groups()) {
    if (group.first != LayoutKind::kSingle) addCut(CutFigure::kShare, group);
  }
  for (const CutFigure figure :
       {CutFigure::kPerplexity, CutFigure::kLengthRatio, CutFigure::kEditDistance}) {
    addCut(figure, std::nullopt);
  }
  grid_->setRowStretch(static_cast<int>(cuts_.size() + 1) / kGridColumns, 1);
  ask();
}

void ThresholdView::addCut(CutFigure figure, const std::optional<curation::LayoutGroup>& group) {
  auto* histogram = new CutHistogram;
  const Cut cut{figure, group, histogram};
  CutHistogram::Figure shown;
  shown.title = titleOf(figure, group);
  const bool share = figure == CutFigure::kShare;
  shown.unit = share ? CutHistogram::Unit::kPercent : CutHistogram::Unit::kNumber;
  shown.taken = share || figure == CutFigure::kLengthRatio ? CutHistogram::Taken::kBelow
                                                           : CutHistogram::Taken::kAbove;
  shown.counts = lens_->histogram(figure, group, kBins);
  if (!share) {
    // Most answers stand close together: fine steps, and heights in which the few are seen.
    shown.step = fineStep(shown.counts.width * kBins / 100);
    shown.roots = true;
  }
  histogram->setFigure(shown);
  selection::Rule rule = lens_->rule();
  const double now = cutIn(rule, cut);
  histogram->setCut(now, now);
  const int at = static_cast<int>(cuts_.size());
  grid_->addWidget(histogram, at / kGridColumns, at % kGridColumns);
  cuts_.append(cut);
  connect(histogram, &CutHistogram::cutMoved, this, &ThresholdView::ask);
}

double& ThresholdView::cutIn(selection::Rule& rule, const Cut& cut) const {
  switch (cut.figure) {
    case CutFigure::kShare: break;
    case CutFigure::kPerplexity: return rule.minPerplexity;
    case CutFigure::kLengthRatio: return rule.maxLengthRatio;
    case CutFigure::kEditDistance: return rule.minEditDistance;
  }
  const double now = rule.threshold(cut.group->first, cut.group->second);
  return rule.thresholds.emplace(*cut.group, now).first->second;
}

selection::Rule ThresholdView::changedRule() const {
  selection::Rule rule = lens_->rule();
  for (const Cut& cut : cuts_) cutIn(rule, cut) = cut.histogram->cut();
  return rule;
}

bool ThresholdView::isChanged() const {
  return std::any_of(cuts_.begin(), cuts_.end(), [](const Cut& cut) {
    return cut.histogram->cut() != cut.histogram->original();
  });
}

void ThresholdView::reset() {
  for (const Cut& cut : std::as_const(cuts_)) {
    cut.histogram->setCut(cut.histogram->original(), cut.histogram->original());
  }
  ask();
}

QVector<CutHistogram*> ThresholdView::histograms() const {
  QVector<CutHistogram*> all;
  for (const Cut& cut : cuts_) all.append(cut.histogram);
  return all;
}

/// One question at a time; what was moved meanwhile is asked next.
void ThresholdView::ask() {
  apply_->setEnabled(isChanged());
  reset_->setEnabled(isChanged());
  if (asking_) {
    again_ = true;
    return;
  }
  asking_ = true;
  again_ = false;
  session_.draw(
      this, [lens = lens_, rule = changedRule()] { return lens->ask(rule); },
      [this, lens = lens_](Outcome<curation::WhatIf> outcome) {
        if (!outcome.value) Q_EMIT failed(outcome.error);
        if (outcome.value && lens == lens_) {
          tell(*outcome.value);
          if (!again_) {
            readExamples(*outcome.value);
            return;
          }
        }
        asking_ = false;
        if (again_) ask();
      });
}

void ThresholdView::tell(const curation::WhatIf& whatIf) {
  const auto flips = whatIf.added + whatIf.removed;
  summary_->setText(
      flips == 0
          ? tr("%1 pairs", nullptr, static_cast<int>(whatIf.selected)).arg(grouped(whatIf.selected))
          : tr("%1 pairs: %2 come, %3 go")
                .arg(grouped(whatIf.selected), grouped(whatIf.added), grouped(whatIf.removed)));
  QStringList groups;
  for (const auto& [group, counts] : whatIf.byGroup) {
    if (counts.first + counts.second == 0) continue;
    groups << tr("%1 of %2: +%3 −%4")
                  .arg(layoutWords(group.first))
                  .arg(group.second)
                  .arg(grouped(counts.first), grouped(counts.second));
  }
  details_->setText(flips == 0 ? tr("Drag a cut, or move it with the arrow keys (Shift: further, "
                                    "Home: back), to see which pairs would come and go. Right "
                                    "answers stand above the line, wrong ones below it.")
                               : groups.join(QStringLiteral(" · ")));
}

void ThresholdView::readExamples(const curation::WhatIf& whatIf) {
  session_.read(
      this,
      [whatIf](curation::Browser& browser) {
        std::vector<PairId> pairs = whatIf.addedExamples;
        pairs.insert(pairs.end(), whatIf.removedExamples.begin(), whatIf.removedExamples.end());
        return Answer{whatIf, curation::reviewItems(browser, {}, pairs)};
      },
      [this](Outcome<Answer> outcome) {
        if (outcome.value) {
          listExamples(*outcome.value);
        } else {
          Q_EMIT failed(outcome.error);
        }
        asking_ = false;
        if (again_) ask();
      });
}

void ThresholdView::listExamples(const Answer& answer) {
  examples_->clear();
  const auto& added = answer.whatIf.addedExamples;
  for (const curation::ReviewItem& item : answer.items) {
    const bool comes = std::find(added.begin(), added.end(), item.pair) != added.end();
    auto* line = new QListWidgetItem(QString::fromStdString(item.question).simplified(), examples_);
    const QString caption =
        tr("%1 · %2 of %3 · share %4")
            .arg(comes ? tr("would come") : tr("would go"), layoutWords(item.layout))
            .arg(item.images)
            .arg(percent(item.share, 1));
    line->setData(LineDelegate::kCaptionRole, caption);
    line->setData(LineDelegate::kMarkRole,
                  static_cast<int>(comes ? LineMark::kGood : LineMark::kBad));
    line->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(line->text(), caption));
    line->setData(kPairRole, static_cast<qlonglong>(item.pair.value));
  }
}

}  // namespace mia::ui
