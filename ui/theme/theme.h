// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>

#include "ui/theme/tokens.h"

class QApplication;

namespace mia::ui {

enum class ThemeChoice { kSystem, kLight, kDark };

QString toString(ThemeChoice choice);  ///< "system", "light", "dark"
ThemeChoice themeChoiceFromString(const QString& name);

/// The look of the running program: one token table, turned into palette, style sheet and fonts.
/// Widgets that paint themselves ask tokens() while painting and so follow every change.
class Theme : public QObject {
  Q_OBJECT

 public:
  /// The application's; made on first use, after QApplication.
  static Theme& instance();

  ThemeChoice choice() const { return choice_; }
  void choose(ThemeChoice choice);
  bool isDark() const { return dark_; }
  const Tokens& tokens() const { return dark_ ? darkTokens() : lightTokens(); }

  /// The system's font at one of the sizes of `type`.
  static QFont font(int pixels, QFont::Weight weight = QFont::Normal);

 Q_SIGNALS:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  explicit Theme(QObject* parent);
  void apply();

  ThemeChoice choice_ = ThemeChoice::kSystem;
  bool dark_ = false;
  bool applying_ = false;
};

inline const Tokens& tokens() { return Theme::instance().tokens(); }

}  // namespace mia::ui
