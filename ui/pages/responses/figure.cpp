// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/figure.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

namespace mia::ui {

namespace {

constexpr int kEdge = 24;
constexpr int kGutter = 24;
constexpr int kPanelWidth = 720;
constexpr int kPictureHeight = 300;  ///< of a row of pictures, at most
constexpr int kHeading = 20;
constexpr int kText = 14;
constexpr int kSmall = 12;

/// This file's words for people.
struct FigureWords {
  Q_DECLARE_TR_FUNCTIONS(Figure)
};

QFont sized(const QFont& font, int pixels, QFont::Weight weight = QFont::Normal) {
  QFont result = font;
  result.setPixelSize(pixels);
  result.setWeight(weight);
  return result;
}

/// Lays a panel's parts out one under the other; paints them where there is a painter. One way for
/// measuring and painting, so that they agree.
class PanelPainter {
 public:
  PanelPainter(QPainter* painter, const Figure& figure, const FigurePanel& panel, QPointF at)
      : painter_(painter), figure_(figure), panel_(panel), left_(at.x()), y_(at.y()) {}

  double paint() {
    if (!panel_.title.isEmpty()) text(panel_.title, kText, QFont::DemiBold, figure_.colours.text);
    pictures();
    if (figure_.heatmap && hasMaps()) legend();
    answer();
    text(panel_.verdict, kText, QFont::Normal, figure_.colours.text);
    return y_;
  }

 private:
  bool hasMaps() const {
    return std::any_of(panel_.maps.begin(), panel_.maps.end(),
                       [](const Heatmap& map) { return !map.isEmpty(); });
  }

  void text(const QString& words, int pixels, QFont::Weight weight, const QColor& colour) {
    if (words.isEmpty()) return;
    const QFont font = sized(figure_.font, pixels, weight);
    const QRectF box =
        QFontMetricsF(font).boundingRect(QRectF(0, 0, kPanelWidth, 1e6), Qt::TextWordWrap, words);
    if (painter_) {
      painter_->setFont(font);
      painter_->setPen(colour);
      painter_->drawText(QRectF(left_, y_, kPanelWidth, box.height() + 2), Qt::TextWordWrap, words);
    }
    y_ += box.height() + 8;
  }

  /// In rows, each filled from the left, no row taller than allowed.
  void pictures() {
    const int count = static_cast<int>(figure_.pictures.size());
    const int columns = count <= 3 ? count : (count + 1) / 2;
    for (int first = 0; first < count; first += columns) {
      double aspects = 0;
      const int last = std::min(first + columns, count);
      for (int i = first; i < last; ++i) aspects += aspectOf(i);
      const double gaps = 8.0 * (last - first - 1);
      const double tall = std::min<double>(count == 1 ? 1.6 * kPictureHeight : kPictureHeight,
                                           (kPanelWidth - gaps) / aspects);
      double x = left_;
      const bool titled = !figure_.pictures[first].title.isEmpty();
      for (int i = first; i < last; ++i) {
        const double wide = tall * aspectOf(i);
        picture(i, QRectF(x, y_ + (titled ? kSmall + 6 : 0), wide, tall));
        x += wide + 8;
      }
      y_ += tall + 8 + (titled ? kSmall + 6 : 0);
    }
  }

  double aspectOf(int index) const {
    const QSize size = figure_.pictures[index].size();
    return size.isEmpty() ? 1 : double(size.width()) / size.height();
  }

  void picture(int index, const QRectF& place) {
    const CanvasPicture& shown = figure_.pictures[index];
    if (!painter_) return;
    if (!shown.title.isEmpty()) {
      painter_->setFont(
          sized(figure_.font, kSmall, shown.isTarget ? QFont::DemiBold : QFont::Normal));
      painter_->setPen(shown.isTarget ? figure_.colours.accent : figure_.colours.dim);
      painter_->drawText(QRectF(place.left(), place.top() - kSmall - 6, place.width(), kSmall + 6),
                         Qt::AlignLeft | Qt::AlignVCenter, shown.title);
    }
    if (shown.levels.isEmpty()) {
      painter_->fillRect(place, figure_.colours.line);
      painter_->setPen(figure_.colours.error);
      painter_->drawText(place, Qt::AlignCenter | Qt::TextWordWrap, shown.problem);
      return;
    }
    painter_->drawImage(place, levelOf(shown, 2 * place.width()));
    const double scale = place.width() / shown.size().width();
    if (figure_.heatmap && index < panel_.maps.size()) heat(panel_.maps[index], place, scale);
    for (const CanvasRegion& region : shown.regions) outline(region, place, scale);
  }

  static const QImage& levelOf(const CanvasPicture& shown, double wide) {
    for (auto level = shown.levels.rbegin(); level != shown.levels.rend(); ++level) {
      if (level->width() >= wide) return *level;
    }
    return shown.levels.first();
  }

  void heat(const Heatmap& map, const QRectF& place, double scale) {
    if (map.isEmpty()) return;
    const QRectF seen(place.topLeft() + map.rect.topLeft() * scale, map.rect.size() * scale);
    painter_->save();
    painter_->setClipRect(place);
    const QImage overlay = paintHeatmap(map, panel_.look);
    painter_->setRenderHint(QPainter::SmoothPixmapTransform,
                            panel_.look.style == HeatStyle::kSmooth);
    if (!overlay.isNull()) painter_->drawImage(seen, overlay);
    if (panel_.look.style == HeatStyle::kContour) {
      painter_->translate(seen.topLeft());
      const auto scaling =
          QTransform::fromScale(seen.width() / map.columns, seen.height() / map.rows);
      for (const HeatContour& contour : contoursOf(map, panel_.look)) {
        const QPainterPath path = scaling.map(contour.path);
        painter_->strokePath(path, QPen(QColor(0, 0, 0, 170), 4));
        painter_->strokePath(path, QPen(heatColour(contour.value, panel_.look), 2));
      }
    }
    painter_->restore();
  }

  void outline(const CanvasRegion& region, const QRectF& place, double scale) {
    if (region.label.isEmpty() && !region.isTarget) return;
    const QRectF box(place.topLeft() + region.rect.topLeft() * scale, region.rect.size() * scale);
    painter_->setBrush(Qt::NoBrush);
    painter_->setPen(QPen(region.isTarget ? figure_.colours.accent : QColor(255, 255, 255),
                          region.isTarget ? 3 : 1));
    painter_->drawRect(box.adjusted(1, 1, -1, -1));
  }

  void legend() {
    const QRectF bar(left_, y_, 280, 10);
    if (painter_) {
      const HeatLook& look = panel_.look;
      const double low = look.isDifference() ? -look.scale : 0;
      QLinearGradient gradient(bar.topLeft(), bar.topRight());
      for (int i = 0; i <= 32; ++i) {
        gradient.setColorAt(i / 32.0, heatColour(low + (look.scale - low) * i / 32, look));
      }
      painter_->setPen(QPen(figure_.colours.edge, 1));
      painter_->setBrush(gradient);
      painter_->drawRect(bar);
      painter_->setFont(sized(figure_.font, kSmall));
      painter_->setPen(figure_.colours.dim);
      const QRectF words(bar.left(), bar.bottom() + 2, bar.width(), kSmall + 6);
      const double middle = look.isDifference() ? 0.5 : 1 / look.scale;
      const double x = bar.left() + middle * bar.width();
      painter_->drawText(words, Qt::AlignLeft, QString::number(low));
      painter_->drawText(words, Qt::AlignRight, FigureWords::tr("%1 × uniform").arg(look.scale));
      painter_->drawText(
          QRectF(qMax(x - 50, bar.left() - 20), words.top(), 100, words.height()), Qt::AlignHCenter,
          look.isDifference() ? FigureWords::tr("0 equal") : FigureWords::tr("1 chance"));
      painter_->drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom() + 3));
    }
    y_ += 10 + kSmall + 16;
  }

  void answer() {
    if (panel_.tokens.isEmpty()) return;
    const QFont font = sized(figure_.font, kText + 1);
    const QFontMetricsF metrics(font);
    double x = left_;
    for (int i = 0; i < panel_.tokens.size(); ++i) {
      const QString word = panel_.tokens[i].text.trimmed();
      const double wide = metrics.horizontalAdvance(word) + 4;
      if (i > 0 && panel_.tokens[i].text.startsWith(QLatin1Char(' '))) x += 4;
      if (x + wide > left_ + kPanelWidth) {
        x = left_;
        y_ += metrics.height() + 8;
      }
      if (painter_) token(panel_.tokens[i], i, QRectF(x, y_, wide, metrics.height() + 3), font);
      x += wide;
    }
    y_ += metrics.height() + 14;
  }

  void token(const ShownToken& shown, int index, const QRectF& box, const QFont& font) {
    const double doubt = std::clamp(-shown.logProb / std::log(100.0), 0.0, 1.0);
    if (doubt > 0.02) {
      painter_->fillRect(QRectF(box.left() + 1, box.bottom() - 1, box.width() - 2, 1 + 3 * doubt),
                         figure_.colours.rejected);
    }
    painter_->setFont(font);
    painter_->setPen(figure_.colours.text);
    painter_->drawText(box, Qt::AlignCenter, shown.text.trimmed());
    if (index != panel_.token) return;
    painter_->setBrush(Qt::NoBrush);
    painter_->setPen(QPen(figure_.colours.accent, 2));
    painter_->drawRect(box);
  }

  QPainter* painter_;
  const Figure& figure_;
  const FigurePanel& panel_;
  double left_;
  double y_;
};

int figureWidth(const Figure& figure) {
  const int panels = std::max<int>(1, static_cast<int>(figure.panels.size()));
  return 2 * kEdge + panels * kPanelWidth + (panels - 1) * kGutter;
}

/// Question and caption, then the panels; returns where they end.
double layOut(QPainter* painter, const Figure& figure) {
  const double wide = figureWidth(figure) - 2 * kEdge;
  double y = kEdge;
  const auto line = [&](const QString& words, int pixels, QFont::Weight weight,
                        const QColor& colour) {
    const QFont font = sized(figure.font, pixels, weight);
    const double tall =
        QFontMetricsF(font).boundingRect(QRectF(0, 0, wide, 1e6), Qt::TextWordWrap, words).height();
    if (painter) {
      painter->setFont(font);
      painter->setPen(colour);
      painter->drawText(QRectF(kEdge, y, wide, tall + 2), Qt::TextWordWrap, words);
    }
    y += tall + 6;
  };
  line(figure.question, kHeading, QFont::DemiBold, figure.colours.text);
  line(figure.caption, kSmall, QFont::Normal, figure.colours.dim);
  y += 6;
  double bottom = y;
  for (int i = 0; i < figure.panels.size(); ++i) {
    const QPointF at(kEdge + i * (kPanelWidth + kGutter), y);
    bottom = std::max(bottom, PanelPainter(painter, figure, figure.panels[i], at).paint());
  }
  return bottom + kEdge;
}

}  // namespace

QSize figureSize(const Figure& figure) {
  return QSize(figureWidth(figure), static_cast<int>(std::ceil(layOut(nullptr, figure))));
}

void paintFigure(QPainter& painter, const Figure& figure) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.fillRect(QRect(QPoint(0, 0), figureSize(figure)), figure.colours.panel);
  layOut(&painter, figure);
}

QImage figureImage(const Figure& figure, double ratio) {
  QImage image((QSizeF(figureSize(figure)) * ratio).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(ratio);
  image.fill(figure.colours.panel);
  QPainter painter(&image);
  paintFigure(painter, figure);
  return image;
}

QString writeFigure(const Figure& figure, const QString& file) {
  QSaveFile out(file);
  if (!out.open(QIODevice::WriteOnly)) {
    return FigureWords::tr("Cannot write %1: %2").arg(file, out.errorString());
  }
  if (file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
    QSvgGenerator svg;
    svg.setOutputDevice(&out);
    svg.setSize(figureSize(figure));
    svg.setViewBox(QRect(QPoint(0, 0), figureSize(figure)));
    svg.setTitle(figure.question);
    QPainter painter(&svg);
    paintFigure(painter, figure);
  } else {
    constexpr double kRatio = 2;
    figureImage(figure, kRatio).save(&out, "PNG");
  }
  return out.commit() ? QString()
                      : FigureWords::tr("Cannot write %1: %2").arg(file, out.errorString());
}

}  // namespace mia::ui
