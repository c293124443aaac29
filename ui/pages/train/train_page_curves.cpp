// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/config.h"
#include "ui/pages/train/run_panel.h"
#include "ui/pages/train/step_pair_view.h"
#include "ui/pages/train/train_page.h"
#include "ui/plots/plot_board.h"
#include "ui/session/settings.h"

// The curves of the selected runs, and the way from them to the data.

namespace mia::ui {

void TrainPage::takeSeries() { showCurves(false); }

QVector<RunCurves::Run> TrainPage::drawnRuns() const {
  QVector<RunCurves::Run> runs;
  for (const QString& id : selected()) {
    const auto* facts = feed_.find(id);
    const RunFeed::Series series = feed_.series(id);
    if (facts && series) runs.append({id, QString::fromStdString(facts->title()), series});
  }
  // Runs of one name are told apart by the end of their ids, which their folders have too.
  QHash<QString, int> named;
  for (const RunCurves::Run& run : std::as_const(runs)) ++named[run.title];
  for (RunCurves::Run& run : runs) {
    if (named[run.title] > 1)
      run.title += QStringLiteral(" · ") + run.id.section(QLatin1Char('-'), -1);
  }
  return runs;
}

void TrainPage::showCurves(bool again) {
  const QVector<RunCurves::Run> runs = drawnRuns();
  if (again || !curves_.update(runs)) {
    board_->setPanels(curves_.panels(runs));
  } else {
    board_->refresh();
  }
  showRemarks();
  showComparison();
  updateMiddle();
  if (wantedStep_ > 0 && !runs.isEmpty()) chooseStep(std::exchange(wantedStep_, 0));
}

/// What stands out in the run that is shown alone, as words and on its curves.
void TrainPage::showRemarks() {
  QVector<PlotMark> marks;
  std::vector<curation::RunRemark> remarks;
  const auto* run = feed_.find(current());
  const RunFeed::Series series = feed_.series(current());
  if (run && series && selected().size() == 1) {
    const auto config = run::configFromJson<run::TrainConfig>(run->manifest.config, run->id());
    remarks = curation::remarksOf(*series, config, run->steps);
    for (const curation::RunRemark& remark : remarks) {
      if (remark.step == 0 || remark.column.empty()) continue;
      marks.append({QString::fromStdString(remark.column), curves_.placeOf(*series, remark.step),
                    QString::fromStdString(remark.brief)});
    }
  }
  panel_->showRemarks(remarks);
  board_->setMarks(marks);
}

void TrainPage::showComparison() {
  std::vector<curation::ComparedRun> runs;
  QStringList titles;
  for (const RunCurves::Run& run : drawnRuns()) {
    const auto* facts = feed_.find(run.id);
    runs.push_back({*facts, run.series});
    titles += run.title;
  }
  table_->setVisible(runs.size() > 1);
  if (runs.size() < 2) return;
  feed_.ask(
      this, [runs](curation::RunHistory&) { return curation::compareRuns(runs); },
      [this, titles](const Outcome<curation::RunComparison>& outcome) {
        if (outcome.value) compared_->setComparison(titles, *outcome.value);
      });
}

void TrainPage::setPlace(int place) {
  const QString names[] = {tr("step"), tr("pairs"), tr("time")};
  constexpr PlotUnit kUnits[] = {PlotUnit::kSteps, PlotUnit::kPairs, PlotUnit::kSeconds};
  set(settings::kTrainPlace, place);
  curves_.setPlace(static_cast<PlotPlace>(place));
  curves_.update(drawnRuns());
  board_->setPlaceUnit(kUnits[place], names[place]);
  showRemarks();
}

void TrainPage::setSmoothing(int percent) {
  set(settings::kTrainSmoothing, percent);
  smoothing_->setToolTip(tr("Smoothing: %1 % of the past").arg(percent));
  curves_.setSmoothing(percent / 100.0);
  board_->refresh();
}

void TrainPage::choosePlace(double place) {
  const RunFeed::Series series = feed_.series(current());
  if (series) chooseStep(curves_.stepAt(*series, place));
}

/// From curve to data: the pairs that a step learned from.
void TrainPage::chooseStep(std::int64_t step) {
  const QString id = current();
  const RunFeed::Series series = feed_.series(id);
  if (!series) return;
  chosenStep_ = step;
  board_->setCrosshair(curves_.placeOf(*series, step));
  feed_.ask(
      this,
      [id = id.toStdString(), step](curation::RunHistory& history) {
        return history.pairsOfStep(id, step);
      },
      [this, step](Outcome<std::vector<curation::TaughtPair>> pairs) {
        if (step != chosenStep_) return;
        if (!pairs.value) {
          note_->showError(pairs.error);
          return;
        }
        session_.read(
            this,
            [known = std::move(*pairs.value)](curation::Browser& browser) {
              return curation::learnedPairs(browser, known);
            },
            [this, step](Outcome<std::vector<curation::LearnedPair>> outcome) {
              if (step != chosenStep_) return;
              if (!outcome.value) {
                note_->showError(outcome.error);
                return;
              }
              const bool isGone = outcome.value->empty();
              panel_->showPairs(step, std::move(*outcome.value));
              panel_->ensureWidgetVisible(&panel_->pairs());
              if (isGone) pairView_->hide();
            });
      });
}

void TrainPage::showPair(const curation::LearnedPair& pair, const QString& place) {
  pairView_->showPair(pair, place);
  pairView_->setVisible(selected().size() == 1);
}

void TrainPage::fillSeriesMenu() {
  seriesMenu_->clear();
  for (const PlotPanel& panel : board_->panels()) {
    for (const PlotCurve& curve : panel.curves) {
      QAction* action = seriesMenu_->addAction(
          curve.name.isEmpty() ? panel.title
                               : QStringLiteral("%1: %2").arg(panel.title, curve.name));
      action->setCheckable(true);
      action->setChecked(!board_->hidden().contains(curve.key));
      connect(action, &QAction::toggled, board_, [this, key = curve.key](bool shown) {
        QSet<QString> hidden = board_->hidden();
        if (shown) {
          hidden.remove(key);
        } else {
          hidden.insert(key);
        }
        board_->setHidden(hidden);
      });
    }
  }
}

}  // namespace mia::ui
