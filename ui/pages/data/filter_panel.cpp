// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/filter_panel.h"

#include <QDoubleValidator>
#include <QSet>
#include <QSignalBlocker>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <algorithm>
#include <cmath>

#include "ui/models/gallery_model.h"
#include "ui/pages/data/gallery_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kMostChoices = 24;  ///< of a facet; the most frequent ones

constexpr curation::Facet kAllFacets[] = {
    curation::Facet::kStatus, curation::Facet::kReason,     curation::Facet::kTag,
    curation::Facet::kLayout, curation::Facet::kImageCount, curation::Facet::kSplit,
    curation::Facet::kModel,  curation::Facet::kRun,        curation::Facet::kSource};

/// What does not fit is left out of the middle: names of runs differ at their ends.
class ChoiceBox : public QCheckBox {
 public:
  using QCheckBox::QCheckBox;

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int width = style()->subElementRect(QStyle::SE_CheckBoxContents, &option, this).width();
    option.text = fontMetrics().elidedText(option.text, Qt::ElideMiddle, width);
    painter.drawControl(QStyle::CE_CheckBox, option);
  }
};

template <class T>
bool contains(const std::vector<T>& values, T value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool isChosen(const curation::BrowseQuery& query, curation::Facet facet, const std::string& value) {
  const auto found = query.choices.find(facet);
  return found != query.choices.end() && found->second.contains(value);
}

/// The most frequent values and those that are chosen, in the order they came in.
std::vector<curation::FacetChoice> shownOf(std::vector<curation::FacetChoice> choices,
                                           const curation::BrowseQuery& query,
                                           curation::Facet facet) {
  if (choices.size() <= kMostChoices) return choices;
  std::vector<std::int64_t> rows;
  for (const auto& choice : choices) rows.push_back(choice.rows);
  std::nth_element(rows.begin(), rows.begin() + kMostChoices, rows.end(), std::greater<>());
  std::erase_if(choices, [&, least = rows[kMostChoices]](const curation::FacetChoice& choice) {
    return choice.rows <= least && !isChosen(query, facet, choice.value);
  });
  return choices;
}

double endOf(const QLineEdit& edit, double open) {
  bool ok = false;
  const double value = edit.locale().toDouble(edit.text(), &ok);
  return ok ? value : open;
}

QString textOf(const QLineEdit& edit, double end) {
  return std::isfinite(end) ? edit.locale().toString(end, 'g', 6) : QString();
}

}  // namespace

FilterPanel::FilterPanel(QWidget* parent) : QScrollArea(parent) {
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  setAccessibleName(tr("Filters"));
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(space::kLarge, space::kMedium, space::kMedium, space::kHuge);
  column->setSpacing(space::kMedium);
  for (const curation::Facet facet : kAllFacets) {
    column->addWidget((sections_[facet] = makeSection(facet)).box);
  }
  scores_ = new QWidget;
  auto* scores = new QVBoxLayout(scores_);
  scores->setContentsMargins(0, 0, 0, 0);
  scores->setSpacing(space::kTiny);
  scores->addWidget(makeLabel("heading", tr("Answers")));
  for (const curation::Score score : curation::scoresOf(curation::Shelf::kSamples)) {
    scores->addWidget((ends_[score] = makeEnds(score)).row);
  }
  column->insertWidget(6, scores_);
  column->addStretch();
  setWidget(body);
}

FilterPanel::Section FilterPanel::makeSection(curation::Facet facet) {
  Section section;
  section.box = new QWidget;
  section.rows = new QVBoxLayout(section.box);
  section.rows->setContentsMargins(0, 0, 0, 0);
  section.rows->setSpacing(2);
  section.rows->addWidget(makeLabel("heading", wordsOf(facet)));
  section.more = makeLabel("caption");
  section.more->hide();
  section.rows->addWidget(section.more);
  return section;
}

FilterPanel::Ends FilterPanel::makeEnds(curation::Score score) {
  Ends ends;
  ends.row = new QWidget;
  auto* row = new QHBoxLayout(ends.row);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kTiny);
  QLabel* name = makeLabel("", wordsOf(score));
  name->setToolTip(explained(score));
  row->addWidget(name, 1);
  const auto end = [&](const QString& placeholder, const QString& words) {
    auto* edit = new QLineEdit;
    edit->setValidator(new QDoubleValidator(edit));
    edit->setPlaceholderText(placeholder);
    edit->setFixedWidth(56);
    edit->setAlignment(Qt::AlignRight);
    edit->setAccessibleName(words.arg(wordsOf(score)));
    edit->setToolTip(explained(score));
    connect(edit, &QLineEdit::editingFinished, this, [this, score] { narrow(score); });
    row->addWidget(edit);
    return edit;
  };
  ends.low = end(tr("from"), tr("%1 from"));
  ends.high = end(tr("to"), tr("%1 to"));
  return ends;
}

void FilterPanel::setQuery(const curation::BrowseQuery& query) {
  const bool turned = query.shelf != query_.shelf;
  query_ = query;
  if (turned) {
    for (auto& [facet, section] : sections_) {
      for (const Choice& choice : section.choices) choice.row->hide();
    }
  }
  showChoices();
}

void FilterPanel::showChoices() {
  for (auto& [facet, section] : sections_) {
    for (auto choice = section.choices.begin(); choice != section.choices.end(); ++choice) {
      const QSignalBlocker quiet(choice->box);
      choice->box->setChecked(isChosen(query_, facet, choice.key().toStdString()));
    }
  }
  for (const auto& [score, ends] : ends_) {
    const auto found = query_.ranges.find(score);
    const curation::Range range = found == query_.ranges.end() ? curation::Range{} : found->second;
    for (const auto& [edit, end] :
         {std::pair(ends.low, range.low), std::pair(ends.high, range.high)}) {
      if (!edit->isModified()) edit->setText(textOf(*edit, end));  // else it is being typed into
    }
  }
}

void FilterPanel::setCounts(const curation::FacetCounts& counts) {
  scores_->setVisible(!curation::scoresOf(query_.shelf).empty());
  for (auto& [facet, section] : sections_) {
    const auto found = counts.find(facet);
    const bool offered = contains(curation::facetsOf(query_.shelf), facet) &&
                         found != counts.end() && !found->second.empty();
    section.box->setVisible(offered);
    if (!offered) continue;
    const auto shown = shownOf(found->second, query_, facet);
    QSet<QString> values;
    for (const curation::FacetChoice& choice : shown) {
      Choice& row = choiceOf(facet, choice);
      const QString count = grouped(choice.rows);
      row.count->setText(count);
      row.box->setEnabled(choice.rows > 0 || row.box->isChecked());
      row.box->setAccessibleName(
          QStringLiteral("%1, %2, %3").arg(wordsOf(facet), row.box->text(), count));
      row.row->show();
      values.insert(QString::fromStdString(choice.value));
    }
    for (auto choice = section.choices.begin(); choice != section.choices.end(); ++choice) {
      if (!values.contains(choice.key())) choice->row->hide();
    }
    const auto left = found->second.size() - shown.size();
    setOrHide(section.more, left > 0 ? tr("and %1 more").arg(left) : QString());
  }
  showChoices();
}

FilterPanel::Choice& FilterPanel::choiceOf(curation::Facet facet,
                                           const curation::FacetChoice& choice) {
  Section& section = sections_[facet];
  Choice& row = section.choices[QString::fromStdString(choice.value)];
  if (row.row) return row;
  row.row = new QWidget;
  auto* line = new QHBoxLayout(row.row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(space::kSmall);
  const QString words = wordsOf(facet, choice.value, choice.label);
  row.box = new ChoiceBox(words);
  row.box->setMinimumWidth(40);
  row.box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  row.box->setToolTip(QString::fromStdString(choice.label));
  row.count = makeLabel("caption");
  line->addWidget(row.box, 1);
  line->addWidget(row.count);
  section.rows->insertWidget(section.rows->count() - 1, row.row);
  connect(row.box, &QCheckBox::toggled, this,
          [this, facet, value = choice.value](bool on) { choose(facet, value, on); });
  return row;
}

void FilterPanel::choose(curation::Facet facet, const std::string& value, bool on) {
  std::set<std::string>& values = query_.choices[facet];
  if (on) {
    values.insert(value);
  } else {
    values.erase(value);
  }
  if (values.empty()) query_.choices.erase(facet);
  Q_EMIT queryAsked(query_);
}

void FilterPanel::narrow(curation::Score score) {
  const Ends& ends = ends_.at(score);
  ends.low->setModified(false);
  ends.high->setModified(false);
  const curation::Range open;
  const curation::Range range{endOf(*ends.low, open.low), endOf(*ends.high, open.high)};
  curation::BrowseQuery query = query_;
  if (range == open) {
    query.ranges.erase(score);
  } else {
    query.ranges[score] = range;
  }
  if (query == query_) return;
  query_ = query;
  Q_EMIT queryAsked(query_);
}

void FilterPanel::takeFocus() {
  for (QCheckBox* box : widget()->findChildren<QCheckBox*>()) {
    if (box->isVisibleTo(this) && box->isEnabled()) return box->setFocus(Qt::ShortcutFocusReason);
  }
}

}  // namespace mia::ui
