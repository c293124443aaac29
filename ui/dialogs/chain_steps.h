// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/field.h"

namespace mia::ui {

/// A step of the chain that is done by a verb of the command line.
struct ChainStep {
  QString verb;
  QString action;       ///< "Generate answers…"
  QString title;        ///< of the job: "Generating answers"
  QString explanation;  ///< what it does, one or two sentences
  QString iconName;
};

/// Generate, select, train, evaluate, export, in the chain's order.
const QList<ChainStep>& chainSteps();
/// The step of this verb; null when the verb is none of them.
const ChainStep* chainStep(const QString& verb);

/// What a form begins with.
enum class Preset { kPaper, kDemo };

struct StepFields {
  QList<Field> main;
  QList<Field> more;
};

/// The fields of a step's form. With kDemo they begin with what the demo runs with (Error when its
/// settings cannot be read).
StepFields fieldsOfStep(const QString& verb, Preset preset);

}  // namespace mia::ui
