// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "ui/plots/plot_board.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

// What stands over the curves: titles, names, marks and the crosshair; and figures as files.

namespace mia::ui {

namespace {

constexpr int kLineHeight = 13;
constexpr int kNameGap = 6;
constexpr double kCrosshairDot = 3;

}  // namespace

void PlotBoard::paintEvent(QPaintEvent* event) {
  QCustomPlot::paintEvent(event);
  QPainter painter(this);
  paintOver(painter, Theme::instance().isDark(), true);
}

void PlotBoard::paintOver(QPainter& painter, bool dark, bool live) {
  const Tokens& t = dark ? darkTokens() : lightTokens();
  painter.setRenderHint(QPainter::Antialiasing);
  for (int i = 0; i < panels_.size(); ++i) {
    if (!isShown(i)) continue;
    paintMarks(painter, i, t);
    if (live && crosshair_) paintCrosshair(painter, i, t, dark);
    paintTitle(painter, i, t, dark, live);
  }
  paintNames(painter, t, dark);
  if (live && !box_.isEmpty()) {
    QColor fill = t.accent;
    fill.setAlphaF(0.15f);
    painter.setPen(QPen(t.accent, 1));
    painter.setBrush(fill);
    painter.drawRect(box_);
  }
  if (live && hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kCorner, space::kCorner);
  }
}

/// The title at the left, and at the right what the curves are at the crosshair.
void PlotBoard::paintTitle(QPainter& painter, int panel, const Tokens& t, bool dark, bool live) {
  const QRect outer = views_[panel].rect->outerRect();
  QRect line(outer.left() + space::kSmall, outer.top() + 2, outer.width() - 2 * space::kSmall, 18);
  painter.setFont(Theme::font(type::kCaption, QFont::DemiBold));
  painter.setPen(t.text);
  painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, panels_[panel].title);
  if (!live || !crosshair_) return;
  const int title = painter.fontMetrics().horizontalAdvance(panels_[panel].title) + space::kMedium;
  painter.setFont(Theme::font(type::kCaption));
  int right = line.right();
  const auto& curves = panels_[panel].curves;
  for (auto curve = curves.rbegin(); curve != curves.rend(); ++curve) {
    const std::size_t at = isVisible(*curve) ? curve->series->nearest(*crosshair_) : SIZE_MAX;
    if (at >= curve->series->size()) continue;
    const QString words = unitWords(panels_[panel].unit, curve->series->shown()[at]);
    const int wide = painter.fontMetrics().horizontalAdvance(words);
    if (right - wide < line.left() + title) break;
    painter.setPen(plotColour(curve->colour, dark));
    painter.drawText(QRect(right - wide, line.top(), wide, line.height()), Qt::AlignVCenter, words);
    right -= wide + space::kSmall;
  }
}

/// Each curve's name beside its last visible value, pushed apart where they would overlap; hidden
/// ones at the bottom.
QVector<PlotBoard::Name> PlotBoard::names() const {
  QVector<Name> all;
  for (int i = 0; i < panels_.size(); ++i) {
    if (!isShown(i)) continue;
    const QRectF rect = views_[i].rect->rect();
    const double wide = views_[i].rect->outerRect().right() - rect.right() - kNameGap;
    QVector<Name> ends;
    for (int c = 0; c < panels_[i].curves.size(); ++c) {
      const PlotCurve& curve = panels_[i].curves[c];
      if (curve.name.isEmpty()) continue;
      double y = rect.bottom();
      if (isVisible(curve)) {
        const std::size_t at = curve.series->nearest(places_.upper);
        if (at >= curve.series->size()) continue;
        y = views_[i].y->coordToPixel(curve.series->shown()[at]);
        if (std::isnan(y)) y = rect.bottom();
      }
      y = qBound(rect.top(), y, rect.bottom()) - kLineHeight / 2.0;
      ends.append({QRectF(rect.right() + kNameGap, y, wide, kLineHeight), i, c, !isVisible(curve)});
    }
    std::stable_sort(ends.begin(), ends.end(),
                     [](const Name& a, const Name& b) { return a.place.top() < b.place.top(); });
    for (int n = 1; n < ends.size(); ++n) {
      if (ends[n].place.top() < ends[n - 1].place.bottom())
        ends[n].place.moveTop(ends[n - 1].place.bottom());
    }
    // What was pushed over the lower edge pushes the others up.
    double bottom = rect.bottom() + kLineHeight / 2.0;
    for (auto name = ends.rbegin(); name != ends.rend(); ++name) {
      if (name->place.bottom() > bottom) name->place.moveBottom(bottom);
      bottom = name->place.top();
    }
    all += ends;
  }
  return all;
}

void PlotBoard::paintNames(QPainter& painter, const Tokens& t, bool dark) {
  QFont font = Theme::font(type::kCaption);
  for (const Name& name : names()) {
    const PlotPanel& panel = panels_[name.panel];
    if (name.place.top() < views_[name.panel].rect->outerRect().top()) continue;
    font.setStrikeOut(name.hidden);
    painter.setFont(font);
    painter.setPen(name.hidden ? t.dim : plotColour(panel.curves[name.curve].colour, dark));
    const QString words = painter.fontMetrics().elidedText(
        panel.curves[name.curve].name, Qt::ElideMiddle, static_cast<int>(name.place.width()));
    painter.drawText(name.place, Qt::AlignLeft | Qt::AlignVCenter, words);
  }
}

void PlotBoard::paintMarks(QPainter& painter, int panel, const Tokens& t) {
  const QRectF rect = views_[panel].rect->rect();
  painter.setFont(Theme::font(type::kCaption));
  double lastRight = -1;
  for (const PlotMark& mark : std::as_const(marks_)) {
    const auto& curves = panels_[panel].curves;
    const bool here = std::any_of(curves.begin(), curves.end(), [&](const PlotCurve& curve) {
      return curve.key == mark.key && isVisible(curve);
    });
    if (!here || !places_.contains(mark.place)) continue;
    const double x = views_[panel].x->coordToPixel(mark.place);
    painter.setPen(QPen(t.warning, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    const int wide = painter.fontMetrics().horizontalAdvance(mark.words);
    const bool fitsRight = x + 18 + wide < rect.right();
    QRectF flag(fitsRight ? x : x - 18 - wide, rect.top(), wide + 18, 15);
    if (flag.left() < lastRight || flag.left() < rect.left()) {
      flag = QRectF(x, rect.top(), 14, 15);  // the glyph alone
    }
    lastRight = flag.right();
    painter.fillRect(flag, mixed(t.panel, t.warning, 0.14));
    painter.drawPixmap(QPointF(flag.left() + 1, flag.top() + 1.5),
                       iconPixmap(QStringLiteral("warning"), 12, t.warning,
                                  painter.device()->devicePixelRatioF()));
    if (flag.width() < 18) continue;
    painter.setPen(t.warning);
    painter.drawText(flag.adjusted(15, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, mark.words);
  }
}

void PlotBoard::paintCrosshair(QPainter& painter, int panel, const Tokens& t, bool dark) {
  const View& view = views_[panel];
  if (!places_.contains(*crosshair_)) return;
  const QRectF rect = view.rect->rect();
  const double x = view.x->coordToPixel(*crosshair_);
  painter.setPen(QPen(t.dim, 1));
  painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
  for (const PlotCurve& curve : panels_[panel].curves) {
    const std::size_t at = isVisible(curve) ? curve.series->nearest(*crosshair_) : SIZE_MAX;
    if (at >= curve.series->size()) continue;
    const QPointF point(view.x->coordToPixel(curve.series->places()[at]),
                        view.y->coordToPixel(curve.series->shown()[at]));
    if (!rect.contains(point)) continue;
    painter.setPen(QPen(t.panel, 1));
    painter.setBrush(plotColour(curve.colour, dark));
    painter.drawEllipse(point, kCrosshairDot, kCrosshairDot);
  }
  if (panel != 0 && maximized_ < 0) return;
  const QString words = QStringLiteral("%1 %2").arg(placeName_, unitWords(placeUnit_, *crosshair_));
  painter.setFont(Theme::font(type::kCaption));
  const double wide = painter.fontMetrics().horizontalAdvance(words) + 2 * space::kTiny;
  const double left = qBound(rect.left(), x - wide / 2, rect.right() - wide);
  const QRectF label(left, rect.bottom() - 15, wide, 15);
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.raised);
  painter.drawRoundedRect(label, 3, 3);
  painter.setPen(t.text);
  painter.drawText(label, Qt::AlignCenter, words);
}

void PlotBoard::saveFigure(const QString& file) {
  const QString kind = QFileInfo(file).suffix().toLower();
  const QSize size = this->size();
  const auto draw = [&](QPaintDevice& device, bool vector) {
    QCPPainter painter;
    if (!painter.begin(&device)) return false;
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.setMode(QCPPainter::pmNoCaching, true);
    painter.setMode(QCPPainter::pmNonCosmetic, vector);
    toPainter(&painter, size.width(), size.height());
    paintOver(painter, false, false);
    return painter.end();
  };
  style(false);
  bool written = false;
  if (kind == QLatin1String("svg")) {
    QSvgGenerator svg;
    svg.setFileName(file);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(0, 0), size));
    written = draw(svg, true);
  } else if (kind == QLatin1String("pdf")) {
    QPdfWriter pdf(file);
    pdf.setResolution(96);
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
    pdf.setPageSize(QPageSize(QSizeF(size) * 72 / 96, QPageSize::Point));
    written = draw(pdf, true);
  } else {
    constexpr int kScale = 2;  // for print
    QImage image(size * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    image.fill(lightTokens().panel);
    written = draw(image, false) && image.save(file);
  }
  style(Theme::instance().isDark());
  replot(rpQueuedReplot);
  if (!written || !QFileInfo::exists(file)) {
    throw Error(ErrorKind::kIo, "Cannot write " + file.toStdString(),
                "Choose a folder that can be written, and a name ending in .png, .svg or .pdf");
  }
}

}  // namespace mia::ui
