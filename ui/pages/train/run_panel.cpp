// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/run_panel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <cmath>

#include "curation/train.h"
#include "ui/models/gallery_model.h"
#include "ui/models/run_model.h"
#include "ui/plots/plot_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/line_list.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

constexpr int kSampleRole = Qt::UserRole + 1;
constexpr int kMostPairsHigh = 260;  ///< px
constexpr int kNoteHeight = 64;
constexpr int kHashShown = 12;  ///< characters that tell weights apart

void clear(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
}

QString captionOf(const curation::LearnedPair& pair) {
  QString layout = layoutWords(pair.layout);
  if (pair.images > 1) layout += RunPanel::tr(" of %1").arg(pair.images);
  QStringList words{layout};
  if (!std::isnan(pair.step.margin)) {
    words.prepend(RunPanel::tr("margin %1").arg(numberWords(pair.step.margin)));
  }
  words += QStringLiteral("✓ %1  ✕ %2")
               .arg(text(pair.chosen).simplified(), text(pair.rejected).simplified());
  return words.join(QStringLiteral(" · "));
}

QString sourceWords(const curation::TrainSource& source) {
  const QString selection = grouped(source.selection.value);
  if (source.pairs == curation::PairSource::kAutomatic) {
    return RunPanel::tr("as selection %1 chose them").arg(selection);
  }
  if (source.review) {
    return RunPanel::tr("of selection %1, accepted by %2")
        .arg(selection, text(toString(*source.review)));
  }
  return RunPanel::tr("of selection %1, accepted by people").arg(selection);
}

}  // namespace

RunPanel::RunPanel(QWidget* parent) : QScrollArea(parent) {
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  auto* body = new QWidget;
  column_ = new QVBoxLayout(body);
  column_->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kHuge);
  column_->setSpacing(space::kTiny);
  title_ = makeText("section");
  state_ = makeText("dim");
  column_->addWidget(title_);
  column_->addWidget(state_);
  column_->addWidget(buildControls());
  failureBox_ = addBox(tr("Why it ended"));
  failure_ = makeText("error");
  advice_ = makeText();
  auto* log = new QPushButton(tr("Show the log"));
  log->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  connect(log, &QPushButton::clicked, this, &RunPanel::logAsked);
  for (QWidget* part : {static_cast<QWidget*>(failure_), static_cast<QWidget*>(advice_),
                        static_cast<QWidget*>(log)}) {
    failureBox_->layout()->addWidget(part);
  }
  buildPairs();
  remarksBox_ = addBox(tr("What stands out"));
  remarks_ = new QVBoxLayout;
  remarks_->setSpacing(space::kSmall);
  static_cast<QVBoxLayout*>(remarksBox_->layout())->addLayout(remarks_);
  buildNotes();
  factsBox_ = addBox(tr("Facts"));
  facts_ = new QGridLayout;
  facts_->setHorizontalSpacing(space::kMedium);
  facts_->setVerticalSpacing(2);
  facts_->setColumnStretch(1, 1);
  static_cast<QVBoxLayout*>(factsBox_->layout())->addLayout(facts_);
  for (const QString& name :
       {tr("Pairs"), tr("Steps"), tr("At work"), tr("Device"), tr("Checkpoint"), tr("Begun"),
        tr("Model"), tr("Weights"), tr("Folder"), tr("Settings")}) {
    addFact(name, name == tr("Model") || name == tr("Folder"));
  }
  column_->addStretch();
  setWidget(body);
  showNothing();
}

QWidget* RunPanel::buildControls() {
  controls_ = new QWidget;
  auto* column = new QVBoxLayout(controls_);
  column->setContentsMargins(0, space::kTiny, 0, 0);
  column->setSpacing(space::kTiny);
  steering_ = new QHBoxLayout;
  steering_->setSpacing(space::kSmall);
  buttons_ = new QHBoxLayout;
  buttons_->setSpacing(2);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kSmall);
  row->addLayout(steering_);
  row->addStretch();
  row->addLayout(buttons_);
  next_ = makeText("caption");
  column->addLayout(row);
  column->addWidget(next_);
  return controls_;
}

QWidget* RunPanel::addBox(const QString& heading) {
  auto* box = new QWidget;
  auto* inner = new QVBoxLayout(box);
  inner->setContentsMargins(0, space::kMedium, 0, 0);
  inner->setSpacing(space::kTiny);
  inner->addWidget(makeLabel("heading", heading));
  column_->addWidget(box);
  return box;
}

void RunPanel::buildPairs() {
  pairsBox_ = addBox(tr("Pairs of the step"));
  pairsTitle_ = makeText("caption");
  pairs_ = new LineList;
  pairModel_ = new QStandardItemModel(this);
  pairs_->setModel(pairModel_);
  pairs_->setAccessibleName(tr("Pairs of the step"));
  connect(pairs_, &QListView::activated, this, [this](const QModelIndex& index) {
    Q_EMIT sampleAsked(index.data(kSampleRole).toLongLong());
  });
  connect(pairs_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index) {
            if (!index.isValid()) return;
            const QString place = tr("step %1 · pair %2 of %3")
                                      .arg(grouped(pairsStep_), grouped(index.row() + 1),
                                           grouped(pairModel_->rowCount()));
            Q_EMIT pairChosen(learned_[static_cast<std::size_t>(index.row())], place);
          });
  pairsBox_->layout()->addWidget(pairsTitle_);
  pairsBox_->layout()->addWidget(pairs_);
}

void RunPanel::buildNotes() {
  notesBox_ = addBox(tr("Name, tags and note"));
  name_ = new QLineEdit;
  name_->setAccessibleName(tr("Name"));
  name_->setPlaceholderText(tr("A name"));
  tags_ = new QLineEdit;
  tags_->setAccessibleName(tr("Tags"));
  tags_->setPlaceholderText(tr("Tags, with commas between"));
  note_ = new QPlainTextEdit;
  note_->setAccessibleName(tr("Note"));
  note_->setPlaceholderText(tr("What was tried, and what came of it"));
  note_->setTabChangesFocus(true);
  note_->setFixedHeight(kNoteHeight);
  note_->installEventFilter(this);
  for (QWidget* field :
       {static_cast<QWidget*>(name_), static_cast<QWidget*>(tags_), static_cast<QWidget*>(note_)}) {
    notesBox_->layout()->addWidget(field);
  }
  for (QLineEdit* line : {name_, tags_}) {
    connect(line, &QLineEdit::editingFinished, this, &RunPanel::takeNotes);
  }
}

/// A note is taken when it is left.
bool RunPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == note_ && event->type() == QEvent::FocusOut) takeNotes();
  return QScrollArea::eventFilter(watched, event);
}

void RunPanel::setActions(const QList<QAction*>& steering, const QList<QAction*>& others) {
  for (QAction* action : steering) {
    auto* button = new QPushButton(action->icon(), action->iconText());
    button->setAccessibleName(action->text());
    button->setToolTip(action->toolTip());
    const auto follow = [button, action] {
      button->setVisible(action->isVisible());
      button->setEnabled(action->isEnabled());
    };
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, follow);
    steering_->addWidget(button);
    follow();
  }
  for (QAction* action : others) buttons_->addWidget(makeButton(action));
}

void RunPanel::showNothing() {
  shownRun_.clear();
  shownRemarks_.clear();
  setOrHide(title_, {});
  setOrHide(state_, {});
  for (QWidget* box : {controls_, failureBox_, pairsBox_, remarksBox_, notesBox_, factsBox_})
    box->hide();
}

curation::RunNotes RunPanel::notes() const {
  return {name_->text().trimmed().toStdString(), note_->toPlainText().trimmed().toStdString(),
          curation::tagsFromWords(tags_->text().toStdString())};
}

void RunPanel::takeNotes() {
  const curation::RunNotes now = notes();
  if (shownRun_.isEmpty() || now == shownNotes_) return;
  Q_EMIT notesEdited(std::exchange(shownNotes_, now), now);
}

void RunPanel::showRun(const curation::RunFacts& run, bool stopping) {
  const bool other = shownRun_ != text(run.id());
  shownRun_ = text(run.id());
  setOrHide(title_, text(run.title()));
  setOrHide(state_, stateWords(run));
  controls_->show();
  setOrHide(next_, stopping ? tr("Stopping: it writes a checkpoint first, to be resumed from.")
                            : mia::ui::nextWords(run));
  const bool ended = run.state == run::RunState::kFailed || run.state == run::RunState::kDied;
  failureBox_->setVisible(ended && !curation::isUnderWay(run));
  setOrHide(failure_, text(run.failure));
  setOrHide(advice_, text(curation::adviceFor(run)));
  if (other) showPairs(0, {});
  notesBox_->show();
  // What is being written is left alone until it is told or another run is shown.
  if (other || run.notes != shownNotes_) {
    shownNotes_ = run.notes;
    name_->setText(text(run.notes.name));
    note_->setPlainText(text(run.notes.note));
    QStringList tags;
    for (const std::string& tag : run.notes.tags) tags += text(tag);
    tags_->setText(tags.join(QStringLiteral(", ")));
  }
  fillFacts(run);
}

void RunPanel::addFact(const QString& name, bool path) {
  const int row = static_cast<int>(factLabels_.size());
  auto* left = makeLabel("dim", name);
  left->setAlignment(Qt::AlignTop);
  QLabel* right = nullptr;
  if (path) {
    auto* line = new ElidedLabel;
    line->setElideMode(Qt::ElideMiddle);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    right = line;
  } else {
    right = makeText();
  }
  right->setAccessibleName(name);
  facts_->addWidget(left, row, 0);
  facts_->addWidget(right, row, 1);
  factLabels_.append(std::make_pair(left, right));
}

void RunPanel::setFact(int fact, const QString& value) {
  const auto& [name, words] = factLabels_[fact];
  name->setVisible(!value.isEmpty());
  if (auto* line = qobject_cast<ElidedLabel*>(words)) {
    line->setText(value);
    line->setVisible(!value.isEmpty());
  } else {
    setOrHide(words, value);
  }
}

void RunPanel::fillFacts(const curation::RunFacts& run) {
  factsBox_->show();
  QString pairs = tr("%1 of %2 samples").arg(grouped(run.pairs), grouped(run.samples));
  if (const auto source = curation::trainSource(run.manifest)) {
    pairs += QLatin1Char('\n') + sourceWords(*source);
  }
  QStringList config;
  for (const auto& [name, value] : run.manifest.config.items()) {
    config += QStringLiteral("%1 %2").arg(
        text(name), value.is_string() ? text(value.get<std::string>()) : text(value.dump()));
  }
  const QString of = tr("%1 of %2");
  const QStringList values{
      pairs,
      run.steps > 0 ? of.arg(grouped(run.step), grouped(run.steps)) : grouped(run.step),
      run.seconds > 0 ? spanWords(run.seconds) : QString(),
      text(run.device),
      run.checkpoint > 0 ? tr("step %1").arg(grouped(run.checkpoint)) : QString(),
      momentWords(run.manifest.created),
      text(run.manifest.model),
      text(run.manifest.modelHash).left(kHashShown),
      text(run.folder.string()),
      config.join(QLatin1Char('\n'))};
  for (int i = 0; i < values.size(); ++i) setFact(i, values[i]);
}

void RunPanel::showRemarks(const std::vector<curation::RunRemark>& remarks) {
  remarksBox_->setVisible(!remarks.empty());
  if (remarks == shownRemarks_) return;
  shownRemarks_ = remarks;
  clear(remarks_);
  for (const curation::RunRemark& remark : remarks) {
    auto* card = makeFrame("card");
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    inner->setSpacing(space::kTiny);
    auto* words = makeText();
    words->setText(QStringLiteral("⚠ ") + text(remark.words));
    inner->addWidget(words);
    if (!remark.advice.empty()) {
      auto* advice = makeText("dim");
      advice->setText(text(remark.advice));
      inner->addWidget(advice);
    }
    if (remark.step > 0) {
      auto* show = new QPushButton(tr("Show from step %1").arg(grouped(remark.step)));
      show->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
      connect(show, &QPushButton::clicked, this,
              [this, step = remark.step] { Q_EMIT stepAsked(step); });
      inner->addWidget(show);
    }
    remarks_->addWidget(card);
  }
}

void RunPanel::showPairs(std::int64_t step, std::vector<curation::LearnedPair> learned) {
  pairModel_->clear();
  pairsStep_ = step;
  learned_ = std::move(learned);
  const std::vector<curation::LearnedPair>& pairs = learned_;
  pairsBox_->setVisible(step > 0);
  if (step == 0) return;
  pairsTitle_->setText(
      pairs.empty() ? tr("The project no longer has the pairs of step %1.").arg(grouped(step))
                    : tr("Step %1 learned from these %2; Return opens one's answers")
                          .arg(grouped(step), grouped(static_cast<qint64>(pairs.size()))));
  for (const curation::LearnedPair& pair : pairs) {
    auto* item = new QStandardItem(text(pair.question).simplified());
    const QString caption = captionOf(pair);
    item->setData(caption, LineDelegate::kCaptionRole);
    item->setData(
        pair.step.margin < 0 ? static_cast<int>(LineMark::kBad) : static_cast<int>(LineMark::kPair),
        LineDelegate::kMarkRole);
    item->setData(static_cast<qlonglong>(pair.sample.value), kSampleRole);
    item->setData(item->text() + QStringLiteral(", ") + caption, Qt::AccessibleTextRole);
    item->setToolTip(item->text() + QLatin1Char('\n') + caption);
    item->setEditable(false);
    pairModel_->appendRow(item);
  }
  pairs_->setVisible(!pairs.empty());
  const int row = pairs.empty() ? 0 : pairs_->sizeHintForRow(0);
  pairs_->setFixedHeight(qMin(kMostPairsHigh, row * static_cast<int>(pairs.size()) + 2));
  if (!pairs.empty()) pairs_->setCurrentIndex(pairModel_->index(0, 0));
}

void RunPanel::stepPairs(int pairs) {
  const int rows = pairModel_->rowCount();
  if (rows == 0) return;
  const int row = qBound(0, pairs_->currentIndex().row() + pairs, rows - 1);
  pairs_->setCurrentIndex(pairModel_->index(row, 0));
}

}  // namespace mia::ui
