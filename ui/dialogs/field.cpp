// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/field.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mia::ui {

namespace {

/// Translates what stands outside of any class.
struct FieldWords {
  Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

QString shortest(double number) { return QString::number(number, 'g', 12); }

QString rangeProblem(const Field& field, const QVariant& value) {
  bool isNumber = false;
  const QString text = value.toString().trimmed();
  const double number = field.kind == Field::Kind::kInteger
                            ? static_cast<double>(text.toLongLong(&isNumber))
                            : text.toDouble(&isNumber);
  if (!isNumber) {
    return field.kind == Field::Kind::kInteger
               ? FieldWords::tr("a whole number is needed")
               : FieldWords::tr("a number is needed, such as 0.1 or 5e-5");
  }
  if (number >= field.low && number <= field.high) return {};
  return FieldWords::tr("from %1 to %2").arg(shortest(field.low), shortest(field.high));
}

}  // namespace

QString Field::option() const {
  return QStringLiteral("--") + QString(name).replace(QLatin1Char('_'), QLatin1Char('-'));
}

QString Field::label() const {
  if (!title.isEmpty()) return title;
  QString words = QString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
  words[0] = words[0].toUpper();
  return configWords(words.toUtf8().constData());
}

QString Field::problem(const QVariant& given) const {
  const QString text = given.toString().trimmed();
  switch (kind) {
    case Kind::kInteger:
    case Kind::kNumber: return rangeProblem(*this, given);
    case Kind::kFolder:
      if (!text.isEmpty() && !QFileInfo(text).isDir())
        return FieldWords::tr("there is no such folder");
      [[fallthrough]];
    default: return required && text.isEmpty() ? FieldWords::tr("needed") : QString();
  }
}

QStringList Field::arguments(const QVariant& given) const {
  const QString text = given.toString().trimmed();
  switch (kind) {
    case Kind::kSwitch:
      if (given.toBool() == fallback.toBool()) return {};
      return {given.toBool() ? option() : QStringLiteral("--no-") + option().mid(2)};
    case Kind::kNumber:
    case Kind::kInteger:
      if (text.toDouble() == fallback.toDouble()) return {};
      return {option(), text};
    case Kind::kWords: {
      QStringList all;
      for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        all += {option(), word};
      }
      return all;
    }
    default:
      if (text == fallback.toString()) return {};
      return {option(), text};
  }
}

}  // namespace mia::ui
