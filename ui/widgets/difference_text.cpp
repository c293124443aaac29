// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/difference_text.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <cmath>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

constexpr double kGround = 0.16;  ///< opacity of the colour behind words that are set off

QVector<QTextLayout::FormatRange> formatsOf(const QVector<WordRun>& runs, const QString& text,
                                            DifferenceText::Side side) {
  const Tokens& t = tokens();
  const bool chosen = side == DifferenceText::Side::kChosen;
  const QColor colour = chosen ? t.chosen : t.rejected;
  QTextCharFormat set;
  set.setFontWeight(QFont::DemiBold);
  set.setBackground(mixed(t.panel, colour, kGround));
  set.setUnderlineStyle(chosen ? QTextCharFormat::SingleUnderline : QTextCharFormat::WaveUnderline);
  set.setUnderlineColor(colour);
  QVector<QTextLayout::FormatRange> formats;
  for (const WordRun& run : runs) {
    if (run.shared) continue;
    const auto words = QStringView(text).mid(run.start, run.length);
    int length = run.length;
    while (length > 1 && words[length - 1].isSpace()) --length;  // a blank at the end is no word
    formats.append({run.start, length, set});
  }
  return formats;
}

}  // namespace

DifferenceText::DifferenceText(Side side) : side_(side) {
  QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DifferenceText::setText(const QString& text, const QVector<WordRun>& runs) {
  if (text == text_ && runs == runs_) return;
  text_ = text;
  runs_ = runs;
  heights_.clear();
  const QString marked = markedWords().join(QStringLiteral(", "));
  setAccessibleName(side_ == Side::kChosen ? tr("Chosen: %1").arg(text)
                                           : tr("Rejected: %1").arg(text));
  setAccessibleDescription(marked.isEmpty() ? QString() : tr("Only here: %1").arg(marked));
  updateGeometry();
  update();
}

QStringList DifferenceText::markedWords() const {
  QStringList words;
  for (const WordRun& run : runs_) {
    if (!run.shared) words.append(text_.mid(run.start, run.length).trimmed());
  }
  return words;
}

double DifferenceText::layOut(QTextLayout& layout, int width) const {
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  if (text_.isRightToLeft()) {
    option.setTextDirection(Qt::RightToLeft);
    option.setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
  }
  layout.setTextOption(option);
  layout.setFont(Theme::font(type::kBody));
  layout.setFormats(formatsOf(runs_, text_, side_));
  double bottom = 0;
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    line.setPosition(QPointF(0, bottom));
    bottom += std::ceil(line.height() * 1.2);
  }
  layout.endLayout();
  return bottom;
}

/// Layouts ask for the same widths again and again.
int DifferenceText::heightForWidth(int width) const {
  const auto known = heights_.constFind(width);
  if (known != heights_.constEnd()) return *known;
  QTextLayout layout(QString(text_).replace(QLatin1Char('\n'), QChar::LineSeparator));
  const int height =
      qMax(20, static_cast<int>(std::ceil(layOut(layout, qMax(1, width)))) + space::kTiny);
  heights_.insert(width, height);
  return height;
}

void DifferenceText::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(tokens().text);
  QTextLayout layout(QString(text_).replace(QLatin1Char('\n'), QChar::LineSeparator));
  layOut(layout, width());
  layout.draw(&painter, QPointF(0, 0));
}

void DifferenceText::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(icon(QStringLiteral("copy")), tr("Copy"), this,
                  [this] { QGuiApplication::clipboard()->setText(text_); });
  menu->popup(event->globalPos());
}

}  // namespace mia::ui
