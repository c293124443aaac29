// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>

#include "run/job_folder.h"
#include "run/job_log.h"
#include "support/temporary_folder.h"

using mia::ErrorKind;
using mia::TemporaryFolder;
using namespace mia::run;

namespace {

JobFolder makeJob(const TemporaryFolder& folder) {
  JobFolder job = JobFolder::create(folder / "jobs", "Importing", {"import", "a.json"});
  job.begin();
  return job;
}

/// A process that tells `stage` and waits to be killed.
pid_t livingCommand(const JobFolder& job) {
  const pid_t pid = ::fork();
  if (pid != 0) return pid;
  JobLog log(job.progress());
  log.stage("working");
  for (;;) ::pause();
}

JobStatus pollUntil(JobFolder& job, JobState state) {
  JobStatus status = job.poll();
  for (int i = 0; i < 2000 && status.state != state; ++i) {
    ::usleep(1000);
    status = job.poll();
  }
  return status;
}

}  // namespace

TEST_CASE("a rate is told over the last seconds of the present stage") {
  ProgressMeter meter;
  meter.add({"read", 0, 100, "rows"}, 0);
  CHECK(meter.rate() == 0);
  CHECK(meter.secondsLeft() < 0);
  meter.add({"read", 20, 100, "rows"}, 2);
  CHECK(meter.rate() == doctest::Approx(10));
  CHECK(meter.secondsLeft() == doctest::Approx(8));
  // Twenty seconds later only what came after counts: 20 rows in 20 s.
  for (int second = 3; second <= 23; ++second)
    meter.add({"read", 18 + second, 100, "rows"}, second);
  CHECK(meter.rate() == doctest::Approx(1).epsilon(0.05));
  meter.add({"write", 5, 0, "rows"}, 24);
  CHECK(meter.rate() == 0);
}

TEST_CASE("a job tells its progress and its result") {
  const TemporaryFolder folder;
  JobFolder job = makeJob(folder);
  {
    JobLog log(job.progress());
    for (int i = 0; i <= 1000; ++i) log.progress({"import", i, 1000, "rows"});
    CHECK(job.poll().state == JobState::kRunning);
    log.setResult("1 000 rows:\n\n  a table of them\n", {{"rows", 1000}});
    log.finish();
  }
  const JobStatus status = job.poll();
  CHECK(status.state == JobState::kDone);
  CHECK(status.progress.done == 1000);  // the last report is told, however short the stage was
  CHECK(status.words == "1 000 rows");
  CHECK(status.summary["rows"] == 1000);
  CHECK(std::filesystem::file_size(job.progress()) < 2000);  // and most others are not
}

TEST_CASE("a job that fails says why, and keeps the first reason") {
  const TemporaryFolder folder;
  JobFolder job = makeJob(folder);
  {
    JobLog log(job.progress());
    log.fail(ErrorKind::kNotFound, "there is no a.json");
    log.fail(ErrorKind::kInternal, "something else");
  }
  CHECK(job.poll().state == JobState::kFailed);
  CHECK(job.poll().words == "there is no a.json");
}

TEST_CASE("a polite stop is a pause or an end, as it was asked for, and can be gone on with") {
  const TemporaryFolder folder;
  JobFolder job = makeJob(folder);
  job.ask(JobWish::kPause);
  { JobLog(job.progress()).fail(ErrorKind::kStopped, "stopped after row 7"); }
  CHECK(job.poll().state == JobState::kPaused);
  CHECK(JobFolder::open(job.folder()).poll().state == JobState::kPaused);
  job.ask(JobWish::kStop);
  CHECK(job.poll().state == JobState::kStopped);
  job.begin();
  JobLog log(job.progress());
  CHECK(job.poll().state == JobState::kRunning);
}

TEST_CASE("a job that is killed is told from one that lives") {
  const TemporaryFolder folder;
  JobFolder job = makeJob(folder);
  const pid_t pid = livingCommand(job);
  job.started(pid);
  CHECK(pollUntil(job, JobState::kRunning).state == JobState::kRunning);
  CHECK_THROWS_AS(JobLog(job.progress()), mia::Error);
  ::kill(pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
  CHECK(job.poll().state == JobState::kDied);
}

TEST_CASE("asking a living job to pause interrupts its process") {
  const TemporaryFolder folder;
  JobFolder job = makeJob(folder);
  const pid_t pid = livingCommand(job);
  job.started(pid);
  pollUntil(job, JobState::kRunning);
  job.ask(JobWish::kPause);
  int status = 0;
  ::waitpid(pid, &status, 0);
  CHECK(WTERMSIG(status) == SIGINT);
  CHECK(job.poll().state == JobState::kPaused);
}

TEST_CASE("jobs are found again, and what is no job is passed over") {
  const TemporaryFolder folder;
  JobFolder job = makeJob(folder);
  std::filesystem::create_directories(folder / "jobs" / "other");
  const auto found = listJobs(folder / "jobs");
  REQUIRE(found.size() == 1);
  CHECK(found[0].order().title == "Importing");
  CHECK(found[0].order().arguments == std::vector<std::string>{"import", "a.json"});
  JobFolder(found[0]).remove();
  CHECK(listJobs(folder / "jobs").empty());
}
