// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "curation/evaluate.h"
#include "ui/session/project_session.h"

namespace mia::ui {

/// One arm of an evaluation held against its first: a line of the list.
struct EvaluationLine {
  curation::EvaluationStatus status;
  std::size_t arm = 1;  ///< index into the arms of its manifest

  bool isFinished() const { return status.state == run::RunState::kFinished; }
  QString run() const { return QString::fromStdString(status.manifest.id); }
  /// "before | after"
  QString name() const;
};

/// The evaluations of the project, newest first, with how they stand; answers in the roles of
/// LineDelegate.
class EvaluationModel : public QAbstractListModel {
  Q_OBJECT

 public:
  EvaluationModel(ProjectSession& session, QObject* parent);

  /// Looks how they stand now.
  void reload();
  bool isLoaded() const { return loaded_; }
  const EvaluationLine& lineAt(int row) const { return lines_[static_cast<std::size_t>(row)]; }
  /// -1: not listed. An empty `run` is the newest.
  int rowOf(const QString& run, std::size_t arm = 1) const;
  /// "A", "B", … beside the rows that are shown together; none where one stands alone.
  void setLetters(const QHash<int, QString>& letters);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 Q_SIGNALS:
  /// Lines came or went.
  void listed();
  /// The same lines stand otherwise.
  void moved();
  void failed(const QString& sentence);

 private:
  void take(std::vector<EvaluationLine> lines);

  ProjectSession& session_;
  std::vector<EvaluationLine> lines_;
  QHash<int, QString> letters_;
  bool loaded_ = false;
  bool reading_ = false;
  bool again_ = false;  ///< asked for while it was read
};

/// How an unfinished one stands, in words: "running: 412 of 6 000 answers · 51 s left".
QString stateWords(const curation::EvaluationStatus& status);
/// When it was made, as the desktop writes dates.
QString createdWords(const curation::EvaluationStatus& status);

}  // namespace mia::ui
