// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/config_words.h"

#include <QCoreApplication>

namespace mia::ui {

namespace {

/// What lupdate cannot find: labels are made of the names of fields, and units and explanations of
/// a config are those of run/config.h.
[[maybe_unused]] constexpr const char* kConfigWords[] = {
    QT_TRANSLATE_NOOP("ConfigWords", "Model"),
    QT_TRANSLATE_NOOP("ConfigWords", "Wrong"),
    QT_TRANSLATE_NOOP("ConfigWords", "Seed"),
    QT_TRANSLATE_NOOP("ConfigWords", "Adapter"),
    QT_TRANSLATE_NOOP("ConfigWords", "Split"),
    QT_TRANSLATE_NOOP("ConfigWords", "Layout"),
    QT_TRANSLATE_NOOP("ConfigWords", "Limit"),
    QT_TRANSLATE_NOOP("ConfigWords", "Min perplexity"),
    QT_TRANSLATE_NOOP("ConfigWords", "Layers"),
    QT_TRANSLATE_NOOP("ConfigWords", "Max pairs"),
    QT_TRANSLATE_NOOP("ConfigWords", "Paper share"),
    QT_TRANSLATE_NOOP("ConfigWords", "Rule"),
    QT_TRANSLATE_NOOP("ConfigWords", "Threshold"),
    QT_TRANSLATE_NOOP("ConfigWords", "Max length ratio"),
    QT_TRANSLATE_NOOP("ConfigWords", "Min edit distance"),
    QT_TRANSLATE_NOOP("ConfigWords", "Max ground truth"),
    QT_TRANSLATE_NOOP("ConfigWords", "Per sample"),
    QT_TRANSLATE_NOOP("ConfigWords", "Run"),
    QT_TRANSLATE_NOOP("ConfigWords", "Selection"),
    QT_TRANSLATE_NOOP("ConfigWords", "Training"),
    QT_TRANSLATE_NOOP("ConfigWords", "Arm"),
    QT_TRANSLATE_NOOP("ConfigWords", "Out"),
    QT_TRANSLATE_NOOP("ConfigWords", "Format"),
    QT_TRANSLATE_NOOP("ConfigWords", "Max new tokens"),
    QT_TRANSLATE_NOOP("ConfigWords", "Samples"),
    QT_TRANSLATE_NOOP("ConfigWords", "Temperature"),
    QT_TRANSLATE_NOOP("ConfigWords", "Batch size"),
    QT_TRANSLATE_NOOP("ConfigWords", "Maps"),
    QT_TRANSLATE_NOOP("ConfigWords", "Beta"),
    QT_TRANSLATE_NOOP("ConfigWords", "Gamma"),
    QT_TRANSLATE_NOOP("ConfigWords", "Learning rate"),
    QT_TRANSLATE_NOOP("ConfigWords", "Warmup ratio"),
    QT_TRANSLATE_NOOP("ConfigWords", "Weight decay"),
    QT_TRANSLATE_NOOP("ConfigWords", "Max grad norm"),
    QT_TRANSLATE_NOOP("ConfigWords", "Num train epochs"),
    QT_TRANSLATE_NOOP("ConfigWords", "Max steps"),
    QT_TRANSLATE_NOOP("ConfigWords", "Micro batch size"),
    QT_TRANSLATE_NOOP("ConfigWords", "Max length"),
    QT_TRANSLATE_NOOP("ConfigWords", "Lora r"),
    QT_TRANSLATE_NOOP("ConfigWords", "Lora alpha"),
    QT_TRANSLATE_NOOP("ConfigWords", "Lora dropout"),
    QT_TRANSLATE_NOOP("ConfigWords", "Disable dropout"),
    QT_TRANSLATE_NOOP("ConfigWords", "Save steps"),
    QT_TRANSLATE_NOOP("ConfigWords", "Eval steps"),
    QT_TRANSLATE_NOOP("ConfigWords", "Objective"),
    QT_TRANSLATE_NOOP("ConfigWords", "Attention"),
    QT_TRANSLATE_NOOP("ConfigWords", "Pairs"),
    QT_TRANSLATE_NOOP("ConfigWords", "tokens"),
    QT_TRANSLATE_NOOP("ConfigWords", "answers"),
    QT_TRANSLATE_NOOP("ConfigWords", "prompts"),
    QT_TRANSLATE_NOOP("ConfigWords", "epochs"),
    QT_TRANSLATE_NOOP("ConfigWords", "steps"),
    QT_TRANSLATE_NOOP("ConfigWords", "pairs"),
    QT_TRANSLATE_NOOP("ConfigWords", "where an answer is cut"),
    QT_TRANSLATE_NOOP("ConfigWords", "answers drawn per prompt besides the greedy one"),
    QT_TRANSLATE_NOOP("ConfigWords", "of the drawn answers"),
    QT_TRANSLATE_NOOP("ConfigWords", "prompts answered together"),
    QT_TRANSLATE_NOOP("ConfigWords", "keep a mean attention map per picture and layer"),
    QT_TRANSLATE_NOOP("ConfigWords", "how strongly the policy is held to the reference"),
    QT_TRANSLATE_NOOP("ConfigWords", "weight of the cross-entropy of the chosen answer"),
    QT_TRANSLATE_NOOP("ConfigWords", "peak learning rate"),
    QT_TRANSLATE_NOOP("ConfigWords", "share of the steps that warm up, linearly"),
    QT_TRANSLATE_NOOP("ConfigWords", "AdamW's weight decay"),
    QT_TRANSLATE_NOOP("ConfigWords", "gradients are clipped to this norm; 0 never"),
    QT_TRANSLATE_NOOP("ConfigWords", "how often each pair is seen"),
    QT_TRANSLATE_NOOP("ConfigWords", "stop after so many steps; 0: by epochs"),
    QT_TRANSLATE_NOOP("ConfigWords", "pairs per optimiser step"),
    QT_TRANSLATE_NOOP("ConfigWords", "pairs per forward pass"),
    QT_TRANSLATE_NOOP("ConfigWords", "longer pairs are dropped, and counted"),
    QT_TRANSLATE_NOOP("ConfigWords", "LoRA rank"),
    QT_TRANSLATE_NOOP("ConfigWords", "LoRA scale is alpha / r"),
    QT_TRANSLATE_NOOP("ConfigWords", "LoRA dropout; off while disable_dropout is on"),
    QT_TRANSLATE_NOOP("ConfigWords", "as TRL: no dropout in policy and reference"),
    QT_TRANSLATE_NOOP("ConfigWords", "a checkpoint every so many steps"),
    QT_TRANSLATE_NOOP("ConfigWords", "score held-out pairs every so many steps; 0: never"),
    QT_TRANSLATE_NOOP("ConfigWords", "dpo, or sft: fine-tuning on the chosen answers alone"),
    QT_TRANSLATE_NOOP("ConfigWords", "of LoRA's start and the order of the pairs"),
    QT_TRANSLATE_NOOP("ConfigWords", "record where each model looked"),
};

}  // namespace

QString configWords(const char* english) {
  return QCoreApplication::translate("ConfigWords", english);
}

}  // namespace mia::ui
