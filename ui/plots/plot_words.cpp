// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "ui/jobs/job.h"
#include "ui/theme/tokens.h"

namespace mia::ui {

namespace {

const QChar kMinus(0x2212);
const QChar kThinSpace(0x202f);

/// Without zeros that say nothing: "0.50" is "0.5", "3.00" is "3".
QString trimmedNumber(QString text) {
  if (!text.contains(QLatin1Char('.'))) return text;
  while (text.endsWith(QLatin1Char('0'))) text.chop(1);
  if (text.endsWith(QLatin1Char('.'))) text.chop(1);
  return text;
}

QString scientific(double value) {
  const int exponent = static_cast<int>(std::floor(std::log10(value)));
  const double mantissa = value / std::pow(10.0, exponent);
  return trimmedNumber(QString::number(mantissa, 'f', 1)) + QStringLiteral("e%1").arg(exponent);
}

QString scaled(double value, double base, const QStringList& units) {
  int unit = 0;
  while (value >= base && unit + 1 < units.size()) {
    value /= base;
    ++unit;
  }
  const int digits = value >= 100 || unit == 0 ? 0 : 1;
  const QString number = trimmedNumber(QString::number(value, 'f', digits));
  return units[unit].isEmpty() ? number : number + kThinSpace + units[unit];
}

}  // namespace

QString numberWords(double value) {
  if (!std::isfinite(value)) return QStringLiteral("–");
  if (value == 0) return QStringLiteral("0");
  const double size = std::abs(value);
  QString words;
  if (size >= 10000) {
    words = scaled(size, 1000,
                   {QString(), QStringLiteral("k"), QStringLiteral("M"), QStringLiteral("G"),
                    QStringLiteral("T")});
  } else if (size >= 0.001) {
    const int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.1 ? 3 : 4;
    words = trimmedNumber(QString::number(size, 'f', digits));
  } else {
    words = scientific(size);
  }
  return value < 0 ? kMinus + words : words;
}

QString byteWords(double bytes) {
  return scaled(bytes, 1024,
                {QStringLiteral("B"), QStringLiteral("KB"), QStringLiteral("MB"),
                 QStringLiteral("GB"), QStringLiteral("TB")});
}

QString spanWords(double seconds) {
  return seconds == 0 ? QStringLiteral("0") : durationWords(seconds);
}

QString unitWords(PlotUnit unit, double value) {
  switch (unit) {
    case PlotUnit::kSeconds: return spanWords(value);
    case PlotUnit::kBytes: return byteWords(value);
    case PlotUnit::kShare:
      return trimmedNumber(QString::number(value * 100, 'f', 1)) + QStringLiteral(" %");
    default: return numberWords(value);
  }
}

QColor plotColour(int number, bool dark) {
  const Tokens& tokens = dark ? darkTokens() : lightTokens();
  if (number == kChosenColour) return tokens.chosen;
  if (number == kRejectedColour) return tokens.rejected;
  constexpr QRgb kDark[] = {0x56B4E9, 0xE69F00, 0x2FB98F, 0xCC79A7, 0xF0E442, 0xE3702A, 0x4C9BD6};
  constexpr QRgb kLight[] = {0x0072B2, 0xB26A00, 0x00805D, 0xA8487F, 0x7A7000, 0xD55E00, 0x3A7CA5};
  constexpr int kCount = 7;
  return QColor(dark ? kDark[number % kCount] : kLight[number % kCount]);
}

}  // namespace mia::ui
