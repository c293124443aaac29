// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QActionGroup>
#include <QHBoxLayout>

#include "ui/commands/key_bindings.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/audit/batch_bar.h"
#include "ui/pages/audit/pair_queue.h"
#include "ui/pages/audit/review_words.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/side_panel.h"
#include "ui/session/settings.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/key_bar.h"
#include "ui/widgets/parts.h"

// What can be done on the page by name or key, and the bar above it.

namespace mia::ui {

namespace {

/// Keys that go on working while they are held down; a decision is made once for each press.
bool repeats(const QString& id) {
  static const QStringList kRepeating{
      QStringLiteral("previous"), QStringLiteral("next"),       QStringLiteral("layer-down"),
      QStringLiteral("layer-up"), QStringLiteral("token-back"), QStringLiteral("token-forward")};
  return kRepeating.contains(id);
}

bool isDigit(const QKeySequence& key) {
  const int code = key.isEmpty() ? 0 : key[0].toCombined();
  return code >= Qt::Key_0 && code <= Qt::Key_9;
}

bool isView(const QString& id) {
  return id == QLatin1String("pairs") || id == QLatin1String("thresholds") ||
         id == QLatin1String("agreement");
}

}  // namespace

QAction* AuditPage::keyed(const char* id, const char* iconName, std::function<void()> work) {
  const QString name = QString::fromLatin1(id);
  for (const KeyBinding& binding : KeyBindings::all()) {
    if (name != QLatin1String(binding.id)) continue;
    QAction* action =
        makeAction(this, QString::fromLatin1(iconName), KeyBindings::titleOf(binding), {});
    action->setAutoRepeat(repeats(name));
    connect(action, &QAction::triggered, this, std::move(work));
    actions_.insert(name, action);
    return action;
  }
  Q_UNREACHABLE();
}

void AuditPage::buildActions() {
  using Field = AnswerPane::Field;
  keyed("accept", "check", [this] { decideAndGoOn(DecisionKind::kAccept); });
  keyed("reject", "close", [this] { decideAndGoOn(DecisionKind::kReject); });
  keyed("swap", "swap", [this] { decide(DecisionKind::kSwap); })->setCheckable(true);
  keyed("skip", "skip", [this] { goOn(); });
  keyed("undo", "undo", [this] { undo(); });
  keyed("flag", "flag", [this] { setFlagging(!flagging_); })->setCheckable(true);
  keyed("edit-rejected", "edit", [this] { edit(Field::kRejected); });
  keyed("edit-chosen", "edit", [this] { edit(Field::kChosen); });
  keyed("note", "note", [this] { edit(Field::kNote); });
  keyed("previous", "previous", [this] { queue_->step(-1); });
  keyed("next", "next", [this] { queue_->step(+1); });
  const std::tuple<const char*, const char*, const Setting<bool>*> switches[] = {
      {"heatmap", "heatmap", &settings::kAuditHeatmap},
      {"chosen-map", "check", &settings::kAuditChosenMap},
      {"rejected-map", "close", &settings::kAuditRejectedMap}};
  for (const auto& [id, iconName, setting] : switches) {
    QAction* toggle = keyed(id, iconName, [] {});
    toggle->setCheckable(true);
    toggle->setChecked(get(*setting));
    connect(toggle, &QAction::toggled, this, [this, setting = setting](bool on) {
      set(*setting, on);
      showMaps();
      prefetch();
    });
  }
  keyed("target", "target", [this] { holdTarget(!held_); })->setCheckable(true);
  for (int number = 1; number <= 9; ++number) {
    const QByteArray id = "image-" + QByteArray::number(number);
    QAction* zoom = keyed(id.constData(), "zoom-in", [this, number] { zoomTo(number); });
    zoom->setCheckable(true);
    imageActions_.append(zoom);
  }
  keyed("layer-down", "layers", [this] { pane_->look().layers().step(-1, false); });
  keyed("layer-up", "layers", [this] { pane_->look().layers().step(+1, false); });
  keyed("token-back", "previous", [this] { stepToken(-1); });
  keyed("token-forward", "next", [this] { stepToken(+1); });
  auto* views = new QActionGroup(this);
  const std::tuple<const char*, const char*, View> kinds[] = {
      {"pairs", "compare", View::kPairs},
      {"thresholds", "threshold", View::kThresholds},
      {"agreement", "agreement", View::kAgreement}};
  for (const auto& [id, iconName, view] : kinds) {
    QAction* choice = keyed(id, iconName, [this, view = view] { turnTo(view); });
    choice->setCheckable(true);
    views->addAction(choice);
  }
  keyed("batch", "batch", [this] { openBatch(); });
  keyed("pane", "samples", [this] {
    sideTab_ = !sideTab_;
    applyWidth();
  });
  export_ = makeAction(this, QStringLiteral("export"), tr("Export the accepted pairs…"), {});
  connect(export_, &QAction::triggered, this, &AuditPage::exportAccepted);
  again_ = makeAction(this, QStringLiteral("refresh"), tr("List the pairs anew"), {});
  connect(again_, &QAction::triggered, this, [this] { queue_->reload(); });
  buildFlagActions();
  connect(&KeyBindings::instance(), &KeyBindings::changed, this, &AuditPage::applyKeys);
  applyKeys();
}

/// The digits that name a reason, once the flag key was pressed.
void AuditPage::buildFlagActions() {
  for (int i = 0; i <= flagReasons().size(); ++i) {
    const QString words =
        i == 0 ? tr("Flag: none") : tr("Flag: %1").arg(flagWords(flagReasons()[i - 1]));
    QAction* action =
        makeAction(this, QStringLiteral("flag"), words, {static_cast<Qt::Key>(Qt::Key_0 + i)});
    action->setAutoRepeat(false);
    action->setEnabled(false);
    connect(action, &QAction::triggered, this, [this, i] { flag(i); });
    flagActions_.append(action);
  }
  leave_ = makeAction(this, QStringLiteral("close"), tr("Leave what was begun"), {Qt::Key_Escape});
  connect(leave_, &QAction::triggered, this, &AuditPage::escape);
}

void AuditPage::applyKeys() {
  for (auto entry = actions_.constBegin(); entry != actions_.constEnd(); ++entry) {
    const QKeySequence key = KeyBindings::instance().key(entry.key());
    setKeys(entry.value(), key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
  }
  fillKeyBar();
}

/// The keys that mean something now: those of the pairs, or the reasons of a flag.
void AuditPage::fillKeyBar() {
  QVector<QPair<QList<QAction*>, QString>> shown;
  if (flagging_) {
    for (int i = 1; i <= flagReasons().size(); ++i) {
      shown.append({{flagActions_[i]}, flagWords(flagReasons()[i - 1])});
    }
    shown.append({{flagActions_[0]}, tr("no flag")});
    shown.append({{leave_}, tr("leave it")});
  } else {
    for (const KeyBinding& binding : KeyBindings::all()) {
      const QString id = QString::fromLatin1(binding.id);
      if (isView(id) || id == QLatin1String("pane")) continue;
      const QString word = KeyBindings::wordOf(binding);
      if (shown.isEmpty() || shown.last().second != word) shown.append({{}, word});
      shown.last().first.append(actions_.value(id));
    }
  }
  keyBar_->setActions(shown);
}

void AuditPage::updateActions() {
  const bool pairs = view() == View::kPairs;
  const bool pair = pairs && shown_ != nullptr;
  const int images = pair ? shown_->facts.sample.recipe.imageCount : 0;
  for (auto entry = actions_.constBegin(); entry != actions_.constEnd(); ++entry) {
    const QString& id = entry.key();
    const bool always = isView(id) || id == QLatin1String("pane");
    const bool walks = id == QLatin1String("undo") || id == QLatin1String("previous") ||
                       id == QLatin1String("next") || id == QLatin1String("batch") ||
                       id == QLatin1String("skip");
    // A reason's digit is the reason's, for as long as one is asked for.
    const bool free = !flagging_ || !isDigit(entry.value()->shortcut());
    const bool there = imageActions_.indexOf(entry.value()) < images;  // -1: another action
    entry.value()->setEnabled(free && (always || (walks ? pairs : pair && there)));
  }
  for (QAction* action : std::as_const(flagActions_)) action->setEnabled(pair && flagging_);
  keyBar_->setVisible(pairs);
}

QWidget* AuditPage::buildBar() {
  auto* segments = makeFrame("segments");
  auto* choices = new QHBoxLayout(segments);
  choices->setContentsMargins(2, 2, 2, 2);
  choices->setSpacing(2);
  for (const char* id : {"pairs", "thresholds", "agreement"}) {
    QToolButton* button = makeButton(actionOf(id));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setProperty("role", "segment");
    choices->addWidget(button);
  }
  reviewer_ = makeLabel("dim");
  auto* bar = makeFrame("bar");
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::kMedium, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(space::kTiny);
  row->addWidget(segments);
  row->addSpacing(space::kMedium);
  paneButton_ = makeButton(actionOf("pane"));
  row->addWidget(paneButton_);
  row->addWidget(reviewer_);
  row->addStretch();
  for (const char* id : {"heatmap", "chosen-map", "rejected-map"}) {
    row->addWidget(makeButton(actionOf(id)));
  }
  row->addSpacing(space::kMedium);
  for (QAction* action : {again_, actionOf("batch"), export_}) row->addWidget(makeButton(action));
  return bar;
}

}  // namespace mia::ui
