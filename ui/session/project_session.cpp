// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/project_session.h"

#include <QDir>
#include <QThread>

namespace mia::ui {

curation::Browser& ProjectSession::Shelf::browser() {
  if (!browser_) browser_ = std::make_unique<curation::Browser>(folder_);
  return *browser_;
}

curation::Project& ProjectSession::Desk::project() {
  if (!project_) project_ = std::make_unique<curation::Project>(curation::Project::open(folder_));
  return *project_;
}

ProjectSession::ProjectSession(const QString& folder, QObject* parent)
    : QObject(parent),
      folder_(QDir(folder).absolutePath()),
      shelf_(std::make_shared<Shelf>(std::filesystem::path(folder_.toStdString()))),
      desk_(std::make_shared<Desk>(std::filesystem::path(folder_.toStdString()))) {
  for (QThreadPool* alone : {&reader_, &writer_}) {
    alone->setMaxThreadCount(1);
    alone->setExpiryTimeout(-1);
  }
  painters_.setMaxThreadCount(qMax(1, QThread::idealThreadCount() - 1));
}

ProjectSession::~ProjectSession() {
  reader_.clear();
  painters_.clear();
  // What was asked to be written is written.
  writer_.waitForDone();
  reader_.waitForDone();
  painters_.waitForDone();
}

QString ProjectSession::name() const { return QDir(folder_).dirName(); }

std::filesystem::path ProjectSession::thumbnailFolder() const {
  return std::filesystem::path(folder_.toStdString()) / "cache" / "thumbnails";
}

void ProjectSession::refresh() {
  if (refreshing_) return;
  refreshing_ = true;
  read(
      this, [](curation::Browser& browser) { return browser.counts(); },
      [this](Outcome<curation::ProjectCounts> outcome) {
        refreshing_ = false;
        if (!outcome.value) {
          Q_EMIT failed(outcome.error);
        } else if (*outcome.value != counts_) {
          counts_ = *outcome.value;
          Q_EMIT countsChanged();
        }
      });
}

}  // namespace mia::ui
