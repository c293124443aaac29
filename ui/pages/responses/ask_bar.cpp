// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/ask_bar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

AskBar::AskBar(EngineClient& engine) : engine_(engine) {
  setProperty("role", "strip");
  status_ = makeLabel("caption");
  status_->setWordWrap(true);
  status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  restart_ = new QPushButton(icon(QStringLiteral("restart")), tr("Restart the engine"));
  whom_ = new QComboBox;
  whom_->setAccessibleName(tr("Which model is asked"));
  whom_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  whom_->setMinimumContentsLength(12);
  question_ = new QLineEdit;
  question_->setPlaceholderText(tr("Ask about these pictures, or drop photos here"));
  question_->setAccessibleName(tr("Question about the pictures"));
  question_->setClearButtonEnabled(true);
  ask_ = new QPushButton;
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kSmall);
  row->addWidget(question_, 1);
  row->addWidget(whom_);
  row->addWidget(ask_);
  auto* below = new QHBoxLayout;
  below->setSpacing(space::kSmall);
  below->addWidget(status_, 1);
  below->addWidget(restart_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
  column->setSpacing(space::kTiny);
  column->addLayout(row);
  column->addLayout(below);

  connect(question_, &QLineEdit::returnPressed, this, &AskBar::ask);
  connect(question_, &QLineEdit::textChanged, this, [this] { setRunning(running_); });
  connect(ask_, &QPushButton::clicked, this, [this] {
    if (running_) {
      Q_EMIT stopAsked();
    } else {
      ask();
    }
  });
  connect(restart_, &QPushButton::clicked, &engine_, &EngineClient::restart);
  connect(&engine_, &EngineClient::changed, this, &AskBar::showEngine);
  setAnswerers({});
  setRunning(false);
  showEngine();
}

void AskBar::setAnswerers(std::vector<curation::Answerer> answerers) {
  if (answerers == answerers_ && whom_->count() > 0) return;
  answerers_ = std::move(answerers);
  whom_->clear();
  for (std::size_t i = 0; i < answerers_.size(); ++i) {
    const curation::Answerer& one = answerers_[i];
    const QString name = QString::fromStdString(one.name);
    whom_->addItem(name, QVariantList{int(i)});
    whom_->setItemData(whom_->count() - 1,
                       QString::fromStdString(one.adapter.empty() ? one.model : one.adapter),
                       Qt::ToolTipRole);
  }
  // A base beside each of its adapters.
  for (std::size_t i = 0; i < answerers_.size(); ++i) {
    for (std::size_t k = 0; k < answerers_.size(); ++k) {
      const bool pair = answerers_[i].adapter.empty() && !answerers_[k].adapter.empty() &&
                        answerers_[i].model == answerers_[k].model;
      if (!pair) continue;
      whom_->addItem(tr("%1 | %2").arg(QString::fromStdString(answerers_[i].name),
                                       QString::fromStdString(answerers_[k].name)),
                     QVariantList{int(i), int(k)});
    }
  }
  whom_->setVisible(whom_->count() > 1);
  prefer(preferred_);
  setRunning(running_);
  showEngine();
}

void AskBar::prefer(const QString& name) {
  preferred_ = name;
  const int found = name.isEmpty() ? -1 : whom_->findText(name);
  if (found >= 0) whom_->setCurrentIndex(found);
}

void AskBar::setQuestion(const QString& question) {
  question_->setText(question);
  question_->setCursorPosition(0);
}

void AskBar::setRunning(bool running) {
  running_ = running;
  ask_->setText(running ? tr("Stop") : tr("Ask"));
  ask_->setIcon(icon(running ? QStringLiteral("stop") : QStringLiteral("ask")));
  ask_->setToolTip(running ? tr("Stop at the next token (Esc)") : tr("Ask the model (Enter)"));
  ask_->setEnabled(running || (!answerers_.empty() && !question_->text().trimmed().isEmpty()));
}

void AskBar::focusQuestion() {
  question_->setFocus(Qt::ShortcutFocusReason);
  question_->selectAll();
}

void AskBar::ask() {
  if (running_ || !ask_->isEnabled()) return;
  std::vector<curation::Answerer> whom;
  for (const QVariant& index : whom_->currentData().toList()) {
    whom.push_back(answerers_[static_cast<std::size_t>(index.toInt())]);
  }
  Q_EMIT asked(question_->text().trimmed(), whom);
}

void AskBar::showEngine() {
  restart_->setVisible(engine_.state() == EngineClient::State::kDied);
  setRole(status_, engine_.state() == EngineClient::State::kDied ? "error" : "caption");
  QString words;
  if (answerers_.empty()) {
    words =
        tr("No run of this project names a model that is still on disk: generate answers first.");
  } else if (engine_.state() == EngineClient::State::kDied) {
    words = tr("The engine died. %1").arg(engine_.problem());
  } else if (engine_.state() == EngineClient::State::kStarting) {
    words = tr("The engine is starting…");
  } else if (engine_.state() == EngineClient::State::kReady) {
    words = engine_.isBusy() ? tr("The engine works on %1").arg(engine_.device())
                             : tr("The engine is ready on %1").arg(engine_.device());
  }
  setOrHide(status_, words);
}

}  // namespace mia::ui
