// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QStyleHints>

namespace mia::ui {

namespace {

/// Whether the desktop asks for dark windows. Before Qt 6.5 only its palette tells.
bool systemIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
  static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
  return dark;
#endif
}

QPalette paletteOf(const Tokens& t) {
  QPalette palette;
  const auto both = [&](QPalette::ColorRole role, const QColor& colour) {
    palette.setColor(role, colour);
  };
  both(QPalette::Window, t.panel);
  both(QPalette::WindowText, t.text);
  both(QPalette::Base, t.panel);
  both(QPalette::AlternateBase, t.canvas);
  both(QPalette::Text, t.text);
  both(QPalette::PlaceholderText, t.dim);
  both(QPalette::Button, t.raised);
  both(QPalette::ButtonText, t.text);
  both(QPalette::BrightText, t.error);
  both(QPalette::ToolTipBase, t.raised);
  both(QPalette::ToolTipText, t.text);
  both(QPalette::Highlight, t.accent);
  both(QPalette::HighlightedText, t.onAccent);
  both(QPalette::Link, t.accent);
  both(QPalette::LinkVisited, t.accent);
  both(QPalette::Light, t.raised);
  both(QPalette::Midlight, t.line);
  both(QPalette::Mid, t.line);
  both(QPalette::Dark, t.edge);
  both(QPalette::Shadow, t.edge);
  const QColor faint = mixed(t.panel, t.text, 0.38);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, faint);
  }
  return palette;
}

/// The style sheet with its @names replaced by this table's colours.
QString styleSheetOf(const Tokens& t) {
  QFile file(QStringLiteral(":/themes/studio.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QString sheet = QString::fromUtf8(file.readAll());
  const std::pair<const char*, QColor> names[] = {
      {"@canvas", t.canvas},
      {"@panel", t.panel},
      {"@raised", t.raised},
      {"@line", t.line},
      {"@edge", t.edge},
      {"@text", t.text},
      {"@dim", t.dim},
      {"@accent", t.accent},
      {"@onAccent", t.onAccent},
      {"@error", t.error},
      {"@hover", mixed(t.panel, t.text, 0.07)},
      {"@pressed", mixed(t.panel, t.text, 0.12)},
      {"@tint", mixed(t.panel, t.accent, 0.14)},
      {"@thumb", mixed(t.panel, t.text, 0.28)},
      {"@faint", mixed(t.panel, t.text, 0.38)},
  };
  for (const auto& [name, colour] : names) {
    const QRegularExpression word(QLatin1String(name) + QStringLiteral("\\b"));
    sheet.replace(word, colour.name());
  }
  return sheet;
}

}  // namespace

QString toString(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::kSystem: return QStringLiteral("system");
    case ThemeChoice::kLight: return QStringLiteral("light");
    case ThemeChoice::kDark: return QStringLiteral("dark");
  }
  return {};
}

ThemeChoice themeChoiceFromString(const QString& name) {
  if (name == QLatin1String("light")) return ThemeChoice::kLight;
  if (name == QLatin1String("dark")) return ThemeChoice::kDark;
  return ThemeChoice::kSystem;
}

Theme& Theme::instance() {
  static Theme* theme = new Theme(qApp);
  return *theme;
}

Theme::Theme(QObject* parent) : QObject(parent) {
  systemIsDark();  // read before the palette is ours
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QFont body = QApplication::font();
  body.setPixelSize(type::kBody);
  QApplication::setFont(body);
  qApp->installEventFilter(this);
  apply();
}

void Theme::choose(ThemeChoice choice) {
  choice_ = choice;
  apply();
}

QFont Theme::font(int pixels, QFont::Weight weight) {
  QFont font = QApplication::font();
  font.setPixelSize(pixels);
  font.setWeight(weight);
  return font;
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
  if (watched == qApp && event->type() == QEvent::ThemeChange && !applying_ &&
      choice_ == ThemeChoice::kSystem) {
    apply();
  }
  return QObject::eventFilter(watched, event);
}

void Theme::apply() {
  applying_ = true;
  dark_ = choice_ == ThemeChoice::kDark || (choice_ == ThemeChoice::kSystem && systemIsDark());
  QApplication::setPalette(paletteOf(tokens()));
  qApp->setStyleSheet(styleSheetOf(tokens()));
  applying_ = false;
  Q_EMIT changed();
}

}  // namespace mia::ui
