// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_center.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>

#include "ui/jobs/background.h"
#include "ui/session/settings.h"
#include "ui/widgets/words.h"

namespace mia::ui {

using run::JobFolder;
using run::JobStatus;

namespace {

constexpr int kPollMilliseconds = 250;
constexpr qint64 kLogBytes = 64 * 1024;

/// Starts the job's process, detached: it has a session of its own and outlives this one.
void launchProcess(JobFolder& folder, const QString& program, int threads) {
  folder.begin();
  QStringList arguments{QStringLiteral("--progress"), text(folder.progress().string())};
  for (const std::string& argument : folder.order().arguments) arguments += text(argument);
  QProcess process;
  process.setProgram(program);
  process.setArguments(arguments);
  if (threads > 0) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OMP_NUM_THREADS"), QString::number(threads));
    process.setProcessEnvironment(environment);
  }
  const QString log = text(folder.log().string());
  process.setStandardInputFile(QProcess::nullDevice());
  process.setStandardOutputFile(log, QIODevice::Append);
  process.setStandardErrorFile(log, QIODevice::Append);
  qint64 pid = 0;
  if (!program.isEmpty() && process.startDetached(&pid)) {
    folder.started(pid);
  } else {
    folder.failToStart(
        JobCenter::tr("The program “mia” was not found beside this one or on the PATH. Install it, "
                      "or build the target mia_app_cli.")
            .toStdString());
  }
}

QString endOf(const std::filesystem::path& log) {
  QFile file(text(log.string()));
  if (!file.open(QIODevice::ReadOnly)) return {};
  if (file.size() > kLogBytes) file.seek(file.size() - kLogBytes);
  return QString::fromUtf8(file.readAll());
}

}  // namespace

QString commandLineProgram() {
  const QFileInfo beside(QCoreApplication::applicationDirPath() + QStringLiteral("/mia"));
  if (beside.isExecutable()) return beside.absoluteFilePath();
  return QStandardPaths::findExecutable(QStringLiteral("mia"));
}

QString jobsFolder(const QString& project) { return project + QStringLiteral("/cache/jobs"); }

JobCenter::JobCenter(QObject* parent) : QObject(parent) {
  worker_.setMaxThreadCount(1);
  worker_.setExpiryTimeout(-1);
  timer_.setInterval(kPollMilliseconds);
  connect(&timer_, &QTimer::timeout, this, &JobCenter::poll);
}

JobCenter::~JobCenter() { worker_.waitForDone(); }

void JobCenter::take(Job* job) {
  jobs_.append(job);
  connect(job, &Job::ended, this, [this, job] { Q_EMIT ended(job); });
  Q_EMIT added(job);
  watch();
}

Job* JobCenter::start(const QString& title, const QStringList& arguments, const QString& project) {
  auto* job = new Job(title, arguments, project, this);
  take(job);
  std::vector<std::string> all;
  for (const QString& argument : arguments) all.push_back(argument.toStdString());
  all.insert(all.end(), {"--project", project.toStdString()});
  runThen(
      worker_, job,
      [jobs = jobsFolder(project).toStdString(), name = title.toStdString(), all = std::move(all),
       program = commandLineProgram(), threads = get(settings::kThreads)] {
        auto folder = std::make_shared<JobFolder>(JobFolder::create(jobs, name, all));
        launchProcess(*folder, program, threads);
        return folder;
      },
      [job](Outcome<std::shared_ptr<JobFolder>> outcome) {
        if (outcome.value) {
          job->folder_ = std::move(*outcome.value);
        } else {
          JobStatus failed;
          failed.state = run::JobState::kFailed;
          failed.words = outcome.error.toStdString();
          job->setStatus(std::move(failed));
        }
      });
  return job;
}

void JobCenter::find(const QString& project, bool activeOnly) {
  using Found = std::vector<std::pair<std::shared_ptr<JobFolder>, JobStatus>>;
  ++finding_;
  runThen(
      worker_, this,
      [jobs = jobsFolder(project).toStdString(), activeOnly] {
        Found found;
        for (JobFolder& folder : run::listJobs(jobs)) {
          JobStatus status = folder.poll();
          const bool active = run::isActive(status.state);
          const bool over =
              status.state == run::JobState::kDone || status.state == run::JobState::kStopped;
          if (over && folder.order().seen) {
            folder.remove();
          } else if (active || !activeOnly) {
            if (!active) folder.setSeen();
            found.emplace_back(std::make_shared<JobFolder>(std::move(folder)), std::move(status));
          }
        }
        return found;
      },
      [this, project](Outcome<Found> outcome) {
        --finding_;
        if (!outcome.value) return;
        for (auto& [folder, status] : *outcome.value) {
          const bool known = std::any_of(jobs_.begin(), jobs_.end(), [&](const Job* job) {
            return job->folder_ && job->folder_->folder() == folder->folder();
          });
          if (known) continue;
          QStringList arguments;
          for (const std::string& argument : folder->order().arguments) arguments += text(argument);
          auto* job = new Job(text(folder->order().title), arguments, project, this);
          job->folder_ = folder;
          job->status_ = status;
          take(job);
        }
      });
}

void JobCenter::leave(const QString& project) {
  const QList<Job*> all = jobs_;
  for (Job* job : all) {
    if (job->project() != project || job->isActive()) continue;
    jobs_.removeOne(job);
    Q_EMIT removed(job);
    job->deleteLater();
  }
}

void JobCenter::ask(Job* job, run::JobWish wish) {
  if (!job->folder_ || !job->isActive()) return;
  ++job->asked_;
  job->status_.state =
      wish == run::JobWish::kPause ? run::JobState::kPausing : run::JobState::kStopping;
  Q_EMIT job->changed();
  runThen(
      worker_, job,
      [folder = job->folder_, wish] {
        folder->ask(wish);
        return 0;
      },
      [](const Outcome<int>&) {});
}

void JobCenter::goOn(Job* job) {
  if (!job->canGoOn() || !job->folder_) return;
  ++job->asked_;
  job->setStatus({});
  launch(job);
}

void JobCenter::launch(Job* job) {
  watch();
  runThen(
      worker_, job,
      [folder = job->folder_, program = commandLineProgram(), threads = get(settings::kThreads)] {
        launchProcess(*folder, program, threads);
        return 0;
      },
      [](const Outcome<int>&) {});
}

void JobCenter::dismiss(Job* job) {
  if (job->isActive()) return;
  jobs_.removeOne(job);
  Q_EMIT removed(job);
  job->deleteLater();
  if (!job->folder_) return;
  runThen(
      worker_, this,
      [folder = job->folder_] {
        folder->remove();
        return 0;
      },
      [](const Outcome<int>&) {});
}

void JobCenter::readLog(Job* job, QObject* context, std::function<void(const QString&)> done) {
  if (!job->folder_) return;
  runThen(
      worker_, context, [log = job->folder_->log()] { return endOf(log); },
      [done = std::move(done)](const Outcome<QString>& outcome) {
        done(outcome.value.value_or(outcome.error));
      });
}

bool JobCenter::hasActive() const {
  return std::any_of(jobs_.begin(), jobs_.end(), [](const Job* job) { return job->isActive(); });
}

void JobCenter::watch() {
  if (hasActive()) timer_.start();
}

void JobCenter::poll() {
  if (polling_) return;
  struct Asked {
    QPointer<Job> job;
    std::shared_ptr<JobFolder> folder;
    int wish = 0;
  };
  QList<Asked> folders;
  for (Job* job : std::as_const(jobs_)) {
    if (job->isActive() && job->folder_) folders.append({job, job->folder_, job->asked_});
  }
  if (!hasActive()) timer_.stop();
  if (folders.isEmpty()) return;
  polling_ = true;
  runThen(
      worker_, this,
      [folders] {
        QList<JobStatus> statuses;
        for (const Asked& asked : folders) {
          statuses.append(asked.folder->poll());
          // The window is there to show how it ended.
          if (!run::isActive(statuses.last().state)) asked.folder->setSeen();
        }
        return statuses;
      },
      [this, folders](const Outcome<QList<JobStatus>>& outcome) {
        polling_ = false;
        for (qsizetype i = 0; outcome.value && i < folders.size(); ++i) {
          Job* job = folders[i].job;
          if (job && job->asked_ == folders[i].wish) job->setStatus(outcome.value->at(i));
        }
        Q_EMIT moved();
      });
}

}  // namespace mia::ui
