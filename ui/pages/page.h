// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/session/project_session.h"

namespace mia::ui {

class Job;

/// One page of the window on an open project.
class Page : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;
  /// What stands at the right of the header while this page is on; owned by the page.
  virtual QWidget* headerTools() { return nullptr; }
  /// Gives the keyboard to the widget that people work with.
  virtual void takeFocus() { setFocus(); }
  /// Puts the page into a named state for a picture of it; false when it has no such state.
  virtual bool showState(const QString& state) { return state.isEmpty(); }
  /// Everything that was asked for is shown.
  virtual bool isSettled() const { return true; }
  /// Shows what there is to show to an audience and nothing else, or all of it again; false when
  /// the page has nothing of the kind.
  virtual bool setPresenting(bool /*on*/) { return false; }
  /// A job of this project, as it is started or found; its own signals tell how it goes. It may be
  /// gone at any later time.
  virtual void followJob(Job* /*job*/) {}

 Q_SIGNALS:
  /// Work of the command line is asked for, on this project: `arguments` begin with the verb.
  void jobAsked(const QString& title, const QStringList& arguments);
  /// The window is asked to present this page, or to end that.
  void presentAsked(bool on);
  /// Another page is asked for, in one of its states.
  void pageAsked(const QString& name, const QString& state);
};

/// A page as the rail knows it. To add one: a folder below ui/pages with a subclass of Page, an
/// icon, and a line in pages().
struct PageInfo {
  const char* name;  ///< stable, for the command line and settings
  QString title;
  QString iconName;
  Page* (*make)(ProjectSession& session);
};

/// Every page there is, in the rail's order.
const std::vector<PageInfo>& pages();
/// The place of a page in pages(), -1 when there is none of this name.
int pageNumber(const QString& name);

}  // namespace mia::ui
