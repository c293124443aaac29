// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/chain_steps.h"

#include <QCoreApplication>

#include "base/resources.h"
#include "curation/demo.h"
#include "curation/select.h"

namespace mia::ui {

namespace {

using Kind = Field::Kind;

/// Translates what stands outside of any class.
struct ChainWords {
  Q_DECLARE_TR_FUNCTIONS(ChainWords)
};

Field makeField(const char* name, Kind kind, const QString& help, const QVariant& fallback = {}) {
  Field field;
  field.name = QLatin1String(name);
  field.kind = kind;
  field.help = help;
  field.fallback = field.value = fallback;
  return field;
}

Field makeNumber(const char* name, Kind kind, const QString& help, const QVariant& fallback,
                 double low, double high) {
  Field field = makeField(name, kind, help, fallback);
  field.low = low;
  field.high = high;
  return field;
}

Field makeChoice(const char* name, const QStringList& choices, const QString& help,
                 const QString& fallback) {
  Field field = makeField(name, Kind::kChoice, help, fallback);
  field.choices = choices;
  return field;
}

Field modelField() {
  return makeField(
      "model", Kind::kFolder,
      ChainWords::tr("folder of a checkpoint in the Hugging Face layout; empty: the demo model"));
}

Field wrongField() {
  return makeChoice(
      "wrong", {QStringLiteral("normalised"), QStringLiteral("string")},
      ChainWords::tr("when an answer counts as wrong: normalised looks past case, punctuation "
                     "and articles"),
      QStringLiteral("normalised"));
}

Field seedField(const QString& help) {
  return makeNumber("seed", Kind::kInteger, help, 1, 0, 9e15);
}

/// Puts the fields of these names first, the others behind "more".
StepFields divided(QList<Field> fields, const QStringList& main) {
  StepFields divided;
  for (Field& field : fields) {
    (main.contains(field.name) ? divided.main : divided.more).append(std::move(field));
  }
  return divided;
}

StepFields generateFields(const curation::DemoSettings& start) {
  QList<Field> fields{
      modelField(),
      makeField("adapter", Kind::kFolder,
                ChainWords::tr("folder of a PEFT adapter to answer with")),
      makeChoice("split",
                 {QStringLiteral("train"), QStringLiteral("held-out"), QStringLiteral("all")},
                 ChainWords::tr("which samples are answered"), QStringLiteral("train")),
      makeChoice("layout",
                 {QString(), QStringLiteral("single"), QStringLiteral("sequence"),
                  QStringLiteral("grid"), QStringLiteral("pip")},
                 ChainWords::tr("only samples of this layout"), QString()),
      makeNumber("limit", Kind::kInteger, ChainWords::tr("answer at most so many samples; 0: all"),
                 0, 0, 1e9)};
  fields += fieldsOf(start.generate);
  return divided(fields, {QStringLiteral("model"), QStringLiteral("split"), QStringLiteral("limit"),
                          QStringLiteral("samples"), QStringLiteral("max_new_tokens")});
}

QString layersOf(const curation::DemoSettings& start) {
  if (start.rule.firstLayer < 0) return {};
  return QStringLiteral("%1-%2").arg(start.rule.firstLayer).arg(start.rule.lastLayer);
}

StepFields selectFields(const curation::DemoSettings& start) {
  const auto plain = curation::SelectRequest{}.rule;
  const auto& rule = start.rule;
  Field perplexity = makeNumber("min_perplexity", Kind::kNumber,
                                ChainWords::tr("an answer's perplexity must be above this"),
                                plain.minPerplexity, 0, 1e6);
  perplexity.value = rule.minPerplexity;
  Field layers = makeField(
      "layers", Kind::kText,
      ChainWords::tr("the deciding layer, or a range such as 10-20; empty: the middle one"));
  layers.value = layersOf(start);
  Field pairs = makeNumber("max_pairs", Kind::kInteger, ChainWords::tr("draw so many; 0: all"),
                           static_cast<qlonglong>(plain.maxPairs), 0, 1e9);
  pairs.value = static_cast<qlonglong>(rule.maxPairs);
  Field paperShare = makeField("paper_share", Kind::kSwitch,
                               ChainWords::tr("shares by the paper's approximate regions"), false);
  QList<Field> fields{
      makeChoice(
          "rule",
          {QStringLiteral("attention"), QStringLiteral("any-wrong"), QStringLiteral("distractor")},
          ChainWords::tr("which wrong answers become rejected ones"), QStringLiteral("attention")),
      layers,
      makeField(
          "threshold", Kind::kWords,
          ChainWords::tr("LAYOUT[:IMAGES]=SHARE, several with spaces between; empty: the paper's")),
      perplexity,
      pairs,
      wrongField(),
      makeNumber("max_length_ratio", Kind::kNumber,
                 ChainWords::tr("longer / shorter answer at most"), plain.maxLengthRatio, 1, 1e6),
      makeNumber("min_edit_distance", Kind::kNumber,
                 ChainWords::tr("share of characters that must differ"), plain.minEditDistance, 0,
                 1),
      makeNumber("max_ground_truth", Kind::kInteger,
                 ChainWords::tr("ground truths of so many characters are left out"),
                 static_cast<qlonglong>(plain.maxGroundTruth), 1, 1e9),
      makeNumber("per_sample", Kind::kInteger, ChainWords::tr("pairs a sample may give"),
                 plain.perSample, 1, 1000),
      paperShare,
      seedField(ChainWords::tr("of the draw")),
      makeField("run", Kind::kText, ChainWords::tr("only the answers of this generate run"))};
  return divided(fields,
                 {QStringLiteral("rule"), QStringLiteral("layers"), QStringLiteral("threshold"),
                  QStringLiteral("min_perplexity"), QStringLiteral("max_pairs")});
}

StepFields trainFields(const curation::DemoSettings& start) {
  QList<Field> fields{
      modelField(),
      makeNumber("selection", Kind::kInteger,
                 ChainWords::tr("the selection to train on; 0: the newest"), 0, 0, 1e9),
      makeChoice("pairs", {QStringLiteral("automatic"), QStringLiteral("accepted")},
                 ChainWords::tr("automatic: what the rule selected; accepted: what the audit "
                                "accepted, with edits and swaps"),
                 QStringLiteral("automatic"))};
  fields += fieldsOf(start.train);
  for (Field& field : fields) {
    if (field.name != QLatin1String("objective")) continue;
    field.kind = Kind::kChoice;
    field.choices = QStringList{QStringLiteral("dpo"), QStringLiteral("sft")};
  }
  return divided(fields, {QStringLiteral("model"), QStringLiteral("pairs"), QStringLiteral("beta"),
                          QStringLiteral("gamma"), QStringLiteral("learning_rate"),
                          QStringLiteral("num_train_epochs"), QStringLiteral("batch_size"),
                          QStringLiteral("lora_r")});
}

StepFields evaluateFields(const curation::DemoSettings& start) {
  Field model = modelField();
  model.help =
      ChainWords::tr("folder of a checkpoint; empty: the one that the training run began with");
  Field training = makeChoice("training", {QString()},
                              ChainWords::tr("whose adapter the second model has"), QString());
  training.emptyChoice = ChainWords::tr("the newest finished");
  Field limit =
      makeNumber("limit", Kind::kInteger,
                 ChainWords::tr("ask so many, evenly of every layout and number of images; 0: all"),
                 0, 0, 1e9);
  limit.unit = ChainWords::tr("samples");
  QList<Field> fields{
      model, training, limit,
      makeField("arm", Kind::kWords,
                ChainWords::tr("NAME=FOLDER of adapters to compare instead of a training run's")),
      wrongField()};
  fields += fieldsOf(start.evaluate);
  return divided(fields, {QStringLiteral("model"), QStringLiteral("training"),
                          QStringLiteral("limit"), QStringLiteral("max_new_tokens")});
}

StepFields exportFields() {
  Field out = makeField("out", Kind::kNewFolder, ChainWords::tr("the folder to write; it is made"));
  out.required = true;
  return {
      {makeChoice(
           "format",
           {QStringLiteral("mia-dpo"), QStringLiteral("llama-factory"), QStringLiteral("peft")},
           ChainWords::tr("pairs for MIA-DPO or LLaMA-Factory, or the adapter for PEFT"),
           QStringLiteral("mia-dpo")),
       out},
      {makeNumber("selection", Kind::kInteger,
                  ChainWords::tr("pairs: of this selection; 0: the newest"), 0, 0, 1e9),
       makeField("run", Kind::kText,
                 ChainWords::tr("peft: of this training run; empty: the newest finished one"))}};
}

}  // namespace

const QList<ChainStep>& chainSteps() {
  static const QList<ChainStep> all{
      {QStringLiteral("generate"), ChainWords::tr("Generate answers…"),
       ChainWords::tr("Generating answers"),
       ChainWords::tr(
           "The model answers every sample that it has not answered yet, and where it looked is "
           "recorded."),
       QStringLiteral("answers")},
      {QStringLiteral("select"), ChainWords::tr("Select pairs…"), ChainWords::tr("Selecting pairs"),
       ChainWords::tr(
           "Wrong answers become the rejected ones of pairs, by where the model looked. Needs no "
           "model; earlier selections stay."),
       QStringLiteral("select")},
      {QStringLiteral("train"), ChainWords::tr("Train…"), ChainWords::tr("Training"),
       ChainWords::tr(
           "LoRA by DPO on the selected pairs. A run with the same settings is gone on with."),
       QStringLiteral("train")},
      {QStringLiteral("evaluate"), ChainWords::tr("Evaluate…"), ChainWords::tr("Evaluating"),
       ChainWords::tr("The model before and after training answers the same held-out samples."),
       QStringLiteral("evaluate")},
      {QStringLiteral("export"), ChainWords::tr("Export…"), ChainWords::tr("Exporting"),
       ChainWords::tr("Writes the selected pairs, or the trained adapter, for other tools."),
       QStringLiteral("export")}};
  return all;
}

const ChainStep* chainStep(const QString& verb) {
  for (const ChainStep& step : chainSteps()) {
    if (step.verb == verb) return &step;
  }
  return nullptr;
}

StepFields fieldsOfStep(const QString& verb, Preset preset) {
  const curation::DemoSettings start =
      preset == Preset::kDemo ? curation::readDemoSettings(resourceFolder() / "demo" / "demo.json")
                              : curation::DemoSettings{};
  if (verb == QLatin1String("generate")) return generateFields(start);
  if (verb == QLatin1String("select")) return selectFields(start);
  if (verb == QLatin1String("train")) return trainFields(start);
  if (verb == QLatin1String("evaluate")) return evaluateFields(start);
  return exportFields();
}

}  // namespace mia::ui
