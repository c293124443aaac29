// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>
#include <QWidget>
#include <memory>
#include <optional>

#include "curation/train_check.h"
#include "ui/dialogs/field_row.h"
#include "ui/pages/train/run_feed.h"
#include "ui/widgets/note.h"

namespace mia::ui {

/// A training to be: its settings beside those of a preset, what it would need, and the button that
/// starts it.
class TrainForm : public QWidget {
  Q_OBJECT

 public:
  TrainForm(const QString& project, RunFeed& feed, QWidget* parent = nullptr);
  ~TrainForm() override;

  /// Begins with a preset: "demo", "quick" or "paper".
  void begin(const QString& preset);
  /// Begins with what a run was trained with.
  void fill(const curation::RunFacts& run);
  const QString& preset() const { return preset_; }
  /// Looks again what it would need: pairs or runs may have come.
  void lookAgain();

  /// What `mia` is asked for.
  QStringList arguments() const;
  bool canStart() const { return start_->isEnabled(); }
  void start();
  bool isSettled() const { return !checking_ && !delay_.isActive(); }
  const std::optional<curation::TrainCheck>& check() const { return check_; }
  /// Whether the figures are those of the settings as they stand.
  bool isCheckCurrent() const { return pairs_->isEnabled(); }
  QPushButton& startButton() { return *start_; }
  QPushButton& auditButton() { return *audit_; }
  /// What it would learn from and what stands against it, in words.
  QString checkWords() const { return pairs_->text() + QLatin1Char('\n') + problems_->text(); }
  /// The row of a field of the config.
  FieldRow* row(const QString& name) const;
  void showAll(bool all);

 Q_SIGNALS:
  void startAsked(const QString& title, const QStringList& arguments);
  /// A run that is there already is to be shown.
  void runAsked(const QString& id);
  /// Pairs are to be accepted first.
  void auditAsked();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* buildHead();
  QWidget* buildFields();
  QWidget* buildFoot();
  QLabel* addFigure(QGridLayout* grid, int column, const QString& heading);
  void setReferences();
  void change();
  void look();
  void setCheckCurrent(bool current);
  void showCheck();
  void showProblem(const QString& sentence);
  void updateStart();
  std::optional<curation::TrainRequest> request() const;

  QString project_;
  RunFeed& feed_;
  QThreadPool worker_;
  std::shared_ptr<std::unique_ptr<curation::TrainChecker>> checker_;
  QTimer delay_;
  int asked_ = 0;
  bool checking_ = false;
  bool unlooked_ = false;  ///< something changed while the form was not seen
  std::optional<curation::TrainCheck> check_;
  QString preset_;

  QButtonGroup* presets_ = nullptr;
  QLabel* presetWords_ = nullptr;
  QLineEdit* name_ = nullptr;
  QGridLayout* grid_ = nullptr;
  QList<FieldRow*> main_;
  QList<FieldRow*> more_;
  QToolButton* showAll_ = nullptr;
  Note* note_ = nullptr;
  QLabel* pairs_ = nullptr;
  QLabel* memory_ = nullptr;
  QLabel* time_ = nullptr;
  QLabel* problems_ = nullptr;
  QPushButton* same_ = nullptr;
  QPushButton* audit_ = nullptr;
  QPushButton* start_ = nullptr;
};

}  // namespace mia::ui
