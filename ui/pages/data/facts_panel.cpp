// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/facts_panel.h"

#include <QLabel>

#include "ui/models/gallery_model.h"
#include "ui/pages/data/answer_list.h"
#include "ui/pages/data/attention_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/breakable.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

QString conversationOf(const Question& question) {
  QStringList lines;
  for (const Turn& turn : question.turns) {
    lines << text(turn.question).trimmed() << QStringLiteral("→ ") + text(turn.answer).trimmed();
  }
  return lines.join(QLatin1Char('\n'));
}

QString originOf(const Question& question, const std::string& file) {
  return FactsPanel::tr("%1, row %2, id %3")
      .arg(text(file))
      .arg(question.row)
      .arg(question.recordId.empty() ? FactsPanel::tr("none") : text(question.recordId));
}

}  // namespace

FactsPanel::FactsPanel(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
  layout_->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kHuge);
  layout_->setSpacing(space::kTiny);
  title_ = makeText("section");
  caption_ = makeText("caption");
  layout_->addWidget(title_);
  layout_->addWidget(caption_);
  marks_ = addBlock(tr("Marks"));
  truth_ = addBlock(tr("Ground truth"));
  questions_ = addBlock(tr("Questions"));

  noAnswers_ = makeText("dim");
  answers_ = new AnswerList;
  answersBox_ = addBox(tr("Answers of the model"));
  answersBox_->layout()->addWidget(noAnswers_);
  answersBox_->layout()->addWidget(answers_);
  attention_ = new AttentionPanel;
  attentionBox_ = addBox(tr("Where it looked"));
  attentionBox_->layout()->addWidget(attention_);

  uses_ = new QPushButton;
  uses_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  connect(uses_, &QPushButton::clicked, this, &FactsPanel::usesAsked);
  usesBox_ = addBox(tr("Elsewhere in the project"));
  usesBox_->layout()->addWidget(uses_);
  alike_ = new QPushButton;
  alike_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  connect(alike_, &QPushButton::clicked, this, &FactsPanel::alikeAsked);
  usesBox_->layout()->addWidget(alike_);
  prompt_ = addBlock(tr("Prompt as sent"));
  origin_ = addBlock(tr("Where it comes from"), "caption");
  layout_->addStretch();
  showNothing();
}

QWidget* FactsPanel::addBox(const QString& heading) {
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, space::kMedium, 0, 0);
  column->setSpacing(space::kTiny);
  column->addWidget(makeLabel("heading", heading));
  layout_->addWidget(box);
  return box;
}

QLabel* FactsPanel::addBlock(const QString& heading, const char* role) {
  QLabel* block = makeText(role);
  block->setAccessibleName(heading);
  addBox(heading)->layout()->addWidget(block);
  return block;
}

void FactsPanel::setBlock(QLabel* block, const QString& words) {
  block->setText(breakable(words));
  block->parentWidget()->setVisible(!words.isEmpty());
}

void FactsPanel::showNothing() {
  title_->hide();
  caption_->hide();
  for (QLabel* block : {marks_, truth_, questions_, prompt_, origin_}) setBlock(block, {});
  for (QWidget* box : {answersBox_, attentionBox_, usesBox_}) box->hide();
  attention_->setCandidate(nullptr, 0);
}

void FactsPanel::showMarks(bool excluded, const std::vector<std::string>& tags) {
  QStringList words;
  if (excluded) words << tr("Excluded: takes no part in composing, generating and selecting");
  if (!tags.empty()) {
    QStringList names;
    for (const std::string& tag : tags) names << text(tag);
    words << tr("Tags: %1").arg(names.join(QStringLiteral(", ")));
  }
  setBlock(marks_, words.join(QLatin1Char('\n')));
}

void FactsPanel::showQuarantined(const curation::QuarantineFacts& facts) {
  showNothing();
  setOrHide(title_, tr("Set aside: %1").arg(reasonWords(facts.row.reason)));
  setOrHide(caption_, text(facts.row.words));
  const QString id = facts.row.recordId.empty() ? tr("none") : text(facts.row.recordId);
  setBlock(origin_, tr("%1\nrow %2, id %3\nreason %4")
                        .arg(text(facts.sourceFile), grouped(facts.row.row), id,
                             QLatin1String(toString(facts.row.reason))));
}

void FactsPanel::showImage(const curation::ImageFacts& facts) {
  constexpr std::size_t kMostShown = 40;
  showNothing();
  setOrHide(title_, breakable(text(facts.image.file().filename().string())));
  QStringList about{tr("%1 × %2 px").arg(facts.image.width).arg(facts.image.height)};
  if (facts.fileBytes > 0) about << locale().formattedDataSize(facts.fileBytes);
  setOrHide(caption_, about.join(QStringLiteral(" · ")));
  showMarks(facts.excluded, facts.tags);
  QStringList conversations, origins;
  for (std::size_t i = 0; i < facts.questions.size() && i < kMostShown; ++i) {
    conversations << conversationOf(facts.questions[i]);
    origins << originOf(facts.questions[i], facts.sourceFiles[i]);
  }
  if (facts.questions.size() > kMostShown) {
    conversations << tr("… and %1 more").arg(facts.questions.size() - kMostShown);
  }
  setBlock(questions_, conversations.join(QStringLiteral("\n\n")));
  origins << text(facts.image.file().string())
          << tr("content %1").arg(text(facts.image.contentHash));
  setBlock(origin_, origins.join(QLatin1Char('\n')));
  uses_->setText(facts.samples.size() == 1
                     ? tr("Show the sample that uses it")
                     : tr("Show the %1 samples that use it").arg(facts.samples.size()));
  uses_->setVisible(!facts.samples.empty());
  alike_->setText(
      tr("Show the %n images that look like it", nullptr, static_cast<int>(facts.alike.size())));
  alike_->setVisible(!facts.alike.empty());
  usesBox_->setVisible(!facts.samples.empty() || !facts.alike.empty());
}

void FactsPanel::showSample(const curation::SampleFacts& facts) {
  showNothing();
  const Sample& sample = facts.sample;
  const auto turn = static_cast<std::size_t>(sample.turn);
  const bool known = turn < facts.question.turns.size();
  setOrHide(title_,
            breakable(known ? text(facts.question.turns[turn].question).trimmed() : QString()));
  QStringList about{tr("Sample %1").arg(grouped(sample.id.value)), layoutWords(sample.recipe.kind)};
  if (sample.images.size() > 1) {
    about << tr("target is image %1 of %2")
                 .arg(sample.recipe.targetIndex + 1)
                 .arg(sample.images.size());
  }
  about << (sample.split == Split::kHeldOut ? tr("held-out") : tr("train"));
  setOrHide(caption_, about.join(QStringLiteral(" · ")));
  showMarks(facts.excluded, facts.tags);
  setBlock(truth_, text(sample.answer));
  const bool answered = !facts.candidates.empty();
  answersBox_->show();
  attentionBox_->setVisible(answered);
  answers_->setAnswers(facts.candidates);
  answers_->setVisible(answered);
  setOrHide(noAnswers_, answered ? QString()
                                 : tr("None yet. “mia generate” asks a model and records where "
                                      "it looks."));
  setBlock(prompt_, text(sample.prompt));
  QStringList origins{originOf(facts.question, facts.sourceFile)};
  for (const Image& image : facts.source.images) origins << text(image.file().string());
  origins << tr("recipe seed %1").arg(sample.recipe.seed);
  setBlock(origin_, origins.join(QLatin1Char('\n')));
}

}  // namespace mia::ui
