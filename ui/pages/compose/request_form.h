// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QWidget>
#include <functional>

#include "curation/compose.h"

namespace mia::ui {

/// Every parameter of a layout as fields in groups; those of other layouts are hidden.
class RequestForm : public QWidget {
  Q_OBJECT

 public:
  explicit RequestForm(QWidget* parent = nullptr);
  /// Shows a request; nothing is emitted.
  void setRequest(const curation::ComposeRequest& request);
  QPlainTextEdit& wording() { return *wording_; }

 Q_SIGNALS:
  /// A field was edited: `what` names it, for undo.
  void edited(const mia::curation::ComposeRequest& request, const QString& what);

 private:
  using Request = curation::ComposeRequest;
  QFormLayout* addGroup(const QString& title);
  void addRow(const QString& label, QWidget* field);
  void addNumber(const QString& label, const QString& suffix, double low, double high, int decimals,
                 std::function<double(const Request&)> read,
                 std::function<void(Request&, double)> write);
  void addChoice(const QString& label, const QStringList& names,
                 std::function<int(const Request&)> read, std::function<void(Request&, int)> write);
  QLineEdit* addText(const QString& label, const QString& tip,
                     std::function<QString(const Request&)> read,
                     std::function<void(Request&, const QString&)> write);
  void addSwitch(const QString& label, std::function<bool(const Request&)> read,
                 std::function<void(Request&, bool)> write);
  void addColour(const QString& label, std::function<Colour(const Request&)> read,
                 std::function<void(Request&, Colour)> write);
  void addImages();
  void addGrid();
  void addInset();
  void addWording();
  void addSamples();
  template <class Change>
  void change(const QString& what, Change&& change);

  Request request_;
  bool quiet_ = false;
  QFormLayout* group_ = nullptr;
  QWidget* grid_ = nullptr;
  QWidget* inset_ = nullptr;
  QComboBox* wordings_ = nullptr;
  QPlainTextEdit* wording_ = nullptr;
  std::vector<std::function<void()>> refreshers_;
};

}  // namespace mia::ui
