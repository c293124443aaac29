// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

// Outside of any namespace: the resources lie in a static library.
static void initialiseTranslations() { Q_INIT_RESOURCE(translations); }

namespace mia::ui {

namespace {

bool install(QObject* owner, const QLocale& locale, const QString& name, const QString& folder) {
  auto* translator = new QTranslator(owner);
  return translator->load(locale, name, QStringLiteral("_"), folder) &&
         QCoreApplication::installTranslator(translator);
}

}  // namespace

void speak(QObject* owner, const QLocale& locale) {
  initialiseTranslations();
  const auto words = [&](const QLocale& spoken) {
    return install(owner, spoken, QStringLiteral("mia-studio"), QStringLiteral(":/translations"));
  };
  // English has a file as well: the code's words count only in the plural.
  const QLocale spoken = words(locale) ? locale : QLocale(QLocale::English);
  if (spoken != locale) words(spoken);
  install(owner, spoken, QStringLiteral("qtbase"),
          QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

}  // namespace mia::ui
