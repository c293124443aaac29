// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QObject;

namespace mia::ui {

/// Has the window speak a language for as long as `owner` lives: that of the desktop where we speak
/// it, English elsewhere.
void speak(QObject* owner, const QLocale& locale = QLocale());

}  // namespace mia::ui
