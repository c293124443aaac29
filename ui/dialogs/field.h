// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <type_traits>

#include "run/config.h"
#include "ui/dialogs/config_words.h"

namespace mia::ui {

/// One option of a verb as a form shows it and as the command line takes it.
struct Field {
  enum class Kind {
    kInteger,
    kNumber,
    kSwitch,
    kText,
    kWords,  ///< several texts with spaces between, the option is given once for each
    kChoice,
    kFolder,
    kNewFolder  ///< one that need not be there yet
  };

  QString name;   ///< with underscores, as in the config; the option has dashes
  QString title;  ///< what people call it; "": the name in words
  Kind kind = Kind::kText;
  QString help;
  QString unit;
  double low = 0;
  double high = 0;
  QVariant fallback;  ///< what the command line takes when the option is not given
  QVariant value;     ///< what the form begins with
  QStringList choices;
  QString emptyChoice;  ///< what the choice "" is called; "": "all"
  bool required = false;

  QString option() const;  ///< "--learning-rate"
  QString label() const;   ///< "Learning rate"
  /// Why this value cannot be, in words; empty when it can.
  QString problem(const QVariant& value) const;
  /// What the command line needs to be told; nothing for the fallback.
  QStringList arguments(const QVariant& value) const;
};

namespace detail {

template <class T>
Field fieldOf(const run::FieldInfo& info, const T& fallback) {
  Field field;
  field.name = QString::fromLatin1(info.name);
  field.help = configWords(info.help);
  field.unit = configWords(info.unit);
  field.low = info.low;
  field.high = info.high;
  if constexpr (std::is_same_v<T, bool>) {
    field.kind = Field::Kind::kSwitch;
    field.fallback = fallback;
  } else if constexpr (std::is_integral_v<T>) {
    field.kind = Field::Kind::kInteger;
    field.fallback = static_cast<qlonglong>(fallback);
  } else if constexpr (std::is_floating_point_v<T>) {
    field.kind = Field::Kind::kNumber;
    field.fallback = static_cast<double>(fallback);
  } else {
    field.fallback = QString::fromStdString(fallback);
  }
  field.value = field.fallback;
  return field;
}

}  // namespace detail

/// A field for each of a run's config, which begins with the values of `start`.
template <class Config>
QList<Field> fieldsOf(const Config& start) {
  QList<Field> fields;
  const Config plain;
  Config::visit(plain, [&](const run::FieldInfo& info, const auto& fallback) {
    fields.append(detail::fieldOf(info, fallback));
  });
  qsizetype at = 0;
  Config::visit(start, [&](const run::FieldInfo& info, const auto& value) {
    fields[at++].value = detail::fieldOf(info, value).fallback;
  });
  return fields;
}

}  // namespace mia::ui
