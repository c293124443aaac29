// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/answer_pane.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/models/gallery_model.h"
#include "ui/pages/audit/review_words.h"
#include "ui/pages/responses/side_panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

const char* glyphOf(const ReviewState& state) {
  switch (state.verdict) {
    case Verdict::kAccepted: return "check";
    case Verdict::kRejected: return "close";
    case Verdict::kUndecided: break;
  }
  return state.flag ? "flag" : "undecided";
}

QColor colourOf(const ReviewState& state) {
  const Tokens& t = tokens();
  switch (state.verdict) {
    case Verdict::kAccepted: return t.chosen;
    case Verdict::kRejected: return t.rejected;
    case Verdict::kUndecided: break;
  }
  return state.flag ? t.warning : t.undecided;
}

QString factsOf(const curation::ReviewPair& facts) {
  const LayoutRecipe& recipe = facts.sample.recipe;
  QString layout = layoutWords(recipe.kind);
  if (recipe.imageCount > 1) layout += AnswerPane::tr(" of %1").arg(recipe.imageCount);
  QString words = AnswerPane::tr("pair %1 · %2").arg(grouped(facts.pair.id.value), layout);
  if (recipe.imageCount > 1) {
    words += AnswerPane::tr(" · target image %1").arg(recipe.targetIndex + 1);
  }
  return words + AnswerPane::tr(" · rule %1").arg(QString::fromStdString(facts.pair.rule));
}

}  // namespace

AnswerPane::AnswerPane() : body_(new QWidget) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("The pair's answers"));
  setFocusPolicy(Qt::TabFocus);
  stateGlyph_ = new QLabel;
  state_ = makeLabel("section");
  state_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  place_ = makeLabel("caption");
  question_ = makeText();
  facts_ = makeText("caption");
  auto* head = new QHBoxLayout;
  head->setSpacing(space::kSmall);
  head->addWidget(stateGlyph_);
  head->addWidget(state_, 1);
  head->addWidget(place_);
  auto* column = new QVBoxLayout(body_);
  column->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kLarge);
  column->setSpacing(space::kTiny);
  column->addLayout(head);
  column->addWidget(question_);
  column->addWidget(facts_);
  for (const bool chosen : {true, false}) {
    const Side side = sides_[chosen ? 0 : 1] = buildSide(chosen);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kTiny);
    row->addWidget(side.glyph);
    row->addWidget(side.heading, 1);
    column->addSpacing(space::kSmall);
    column->addLayout(row);
    column->addWidget(side.text);
    column->addWidget(side.editor);
  }
  noteHeading_ = makeLabel("heading", tr("Note"));
  noteText_ = makeText();
  noteEditor_ = new InlineEditor(tr("Note on this pair"));
  noteEditor_->setPlaceholderText(tr("Note"));
  reason_ = makeText();
  figures_ = makeText("caption");
  look_ = new SidePanel;
  column->addSpacing(space::kSmall);
  column->addWidget(noteHeading_);
  column->addWidget(noteText_);
  column->addWidget(noteEditor_);
  column->addSpacing(space::kSmall);
  column->addWidget(makeLabel("heading", tr("Why it is a pair")));
  column->addWidget(reason_);
  column->addWidget(figures_);
  column->addSpacing(space::kSmall);
  column->addWidget(look_);
  column->addStretch();
  setWidget(body_);
  connect(noteEditor_, &InlineEditor::accepted, this,
          [this](const QString& text) { Q_EMIT written(Field::kNote, text); });
  connect(noteEditor_, &InlineEditor::closed, this, [this] {
    setState(shown_, saved_);
    Q_EMIT editingEnded();
  });
  connect(&Theme::instance(), &Theme::changed, this, &AnswerPane::paintGlyphs);
  show(nullptr);
}

AnswerPane::Side AnswerPane::buildSide(bool chosen) {
  Side side;
  side.glyph = new QLabel;
  side.heading = makeLabel("heading");
  side.heading->setWordWrap(true);
  side.text =
      new DifferenceText(chosen ? DifferenceText::Side::kChosen : DifferenceText::Side::kRejected);
  side.editor = new InlineEditor(chosen ? tr("Chosen answer") : tr("Rejected answer"));
  connect(side.editor, &InlineEditor::accepted, this, [this, chosen](const QString& text) {
    Q_EMIT written(chosen ? Field::kChosen : Field::kRejected, text);
  });
  connect(side.editor, &InlineEditor::closed, this, [this, text = side.text] {
    text->show();
    showTexts();
    Q_EMIT editingEnded();
  });
  return side;
}

void AnswerPane::show(const std::shared_ptr<ShownPair>& pair, const Look& look) {
  pair_ = pair;
  body_->setVisible(pair != nullptr);
  if (!pair) return;
  verticalScrollBar()->setValue(0);
  question_->setText(QString::fromStdString(pair->facts.question).trimmed());
  facts_->setText(factsOf(pair->facts));
  reason_->setText(QString::fromStdString(pair->facts.pair.reason));
  figures_->setText(figureWords(pair->facts.pair));
  look_->show(pair->rejected, &pair->sample, {}, look);
}

void AnswerPane::setState(const ReviewState& state, Saved saved) {
  shown_ = state;
  saved_ = saved;
  QString words = stateWords(state);
  words[0] = words[0].toUpper();
  if (saved == Saved::kFailed) words = tr("Not saved · %1").arg(words);
  state_->setText(words);
  state_->setToolTip(saved == Saved::kNotYet ? tr("Being written") : words);
  const QString note = QString::fromStdString(state.note);
  noteText_->setText(note);
  noteText_->setVisible(!note.isEmpty() && !noteEditor_->isOpen());
  noteHeading_->setVisible(!note.isEmpty() || noteEditor_->isOpen());
  showTexts();
  paintGlyphs();
}

void AnswerPane::showTexts() {
  if (!pair_) return;
  const Pair now = reviewed(pair_->facts.pair, shown_);
  const QString chosen = QString::fromStdString(now.chosen);
  const QString rejected = QString::fromStdString(now.rejected);
  const WordDifference difference = wordDifference(chosen, rejected);
  sides_[0].text->setText(chosen, difference.first);
  sides_[1].text->setText(rejected, difference.second);
  for (const bool side : {true, false}) sides_[side ? 0 : 1].heading->setText(headingOf(side));
}

/// "Chosen: the ground truth, edited"
QString AnswerPane::headingOf(bool chosen) const {
  const bool truth = chosen != shown_.swapped;
  QString words = chosen ? tr("Chosen: %1") : tr("Rejected: %1");
  words = words.arg(truth ? tr("the ground truth") : tr("the model's answer"));
  const bool edited = truth ? shown_.chosen.has_value() : shown_.rejected.has_value();
  return edited ? tr("%1, edited").arg(words) : words;
}

void AnswerPane::paintGlyphs() {
  const Tokens& t = tokens();
  const qreal ratio = devicePixelRatioF();
  stateGlyph_->setPixmap(
      iconPixmap(QString::fromLatin1(glyphOf(shown_)), 20, colourOf(shown_), ratio));
  sides_[0].glyph->setPixmap(iconPixmap(QStringLiteral("check"), 16, t.chosen, ratio));
  sides_[1].glyph->setPixmap(iconPixmap(QStringLiteral("close"), 16, t.rejected, ratio));
}

void AnswerPane::setPlace(const QString& words) { place_->setText(words); }

void AnswerPane::setLook(const Look& look) { look_->setLook(look); }

QString AnswerPane::verdict() const { return reason_->text(); }

InlineEditor& AnswerPane::editor(Field field) {
  return field == Field::kNote ? *noteEditor_ : *sides_[field == Field::kChosen ? 0 : 1].editor;
}

void AnswerPane::edit(Field field) {
  if (!pair_) return;
  finishEditing();
  InlineEditor& opened = editor(field);
  if (field == Field::kNote) {
    noteText_->hide();
    noteHeading_->show();
    opened.begin(QString::fromStdString(shown_.note));
  } else {
    DifferenceText* text = sides_[field == Field::kChosen ? 0 : 1].text;
    text->hide();
    sides_[field == Field::kChosen ? 0 : 1].heading->setText(
        tr("%1 · Enter keeps it, Esc leaves it").arg(headingOf(field == Field::kChosen)));
    opened.begin(text->text());
  }
  ensureWidgetVisible(&opened);
}

void AnswerPane::finishEditing() {
  for (const Field field : {Field::kChosen, Field::kRejected, Field::kNote}) {
    if (editor(field).isOpen()) editor(field).accept();
  }
}

}  // namespace mia::ui
