// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_bar.h"

#include <QAction>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kCapHeight = 22;
constexpr int kCapPadding = 6;
constexpr int kWordGap = 5;

int capWidth(const QString& key) {
  const QFontMetrics metrics(Theme::font(type::kCaption, QFont::DemiBold));
  return qMax(18, metrics.horizontalAdvance(key) + 2 * kCapPadding);
}

/// The first key of an action, as it stands on a keyboard.
QString keyOf(const QAction& action) {
  const QKeySequence first = action.shortcut();
  switch (first.isEmpty() ? 0 : first[0].toCombined()) {
    case Qt::Key_Left: return QStringLiteral("←");
    case Qt::Key_Right: return QStringLiteral("→");
    case Qt::Key_Backspace: return QStringLiteral("⌫");
    default: return first.toString(QKeySequence::NativeText);
  }
}

}  // namespace

KeyCap::KeyCap(const QList<QAction*>& actions, const QString& word)
    : actions_(actions), word_(word) {
  // The keys themselves reach everything; twenty more stops of Tab would only be in the way.
  setFocusPolicy(Qt::NoFocus);
  if (actions.size() == 1) {
    setDefaultAction(actions.first());
    setAccessibleName(actions.first()->text());
  } else {
    auto* menu = new QMenu(this);
    menu->addActions(actions);
    setMenu(menu);
    setPopupMode(InstantPopup);
    setCheckable(true);
    setAccessibleName(word);
    follow();
  }
  for (QAction* action : actions) connect(action, &QAction::changed, this, &KeyCap::follow);
}

/// One action is followed by the button itself.
void KeyCap::follow() {
  if (actions_.size() > 1) {
    setEnabled(std::any_of(actions_.begin(), actions_.end(),
                           [](const QAction* action) { return action->isEnabled(); }));
    setChecked(std::any_of(actions_.begin(), actions_.end(),
                           [](const QAction* action) { return action->isChecked(); }));
  }
  updateGeometry();
  update();
}

QString KeyCap::key() const {
  QStringList keys;
  for (const QAction* action : actions_) {
    if (const QString key = keyOf(*action); !key.isEmpty()) keys << key;
  }
  if (keys.size() < 2) return keys.value(0);
  return keys.first() + QStringLiteral(" … ") + keys.last();
}

QSize KeyCap::sizeHint() const {
  const QFontMetrics metrics(Theme::font(type::kCaption));
  return {capWidth(key()) + kWordGap + metrics.horizontalAdvance(word_) + 4, kCapHeight};
}

void KeyCap::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Tokens& t = tokens();
  const bool on = isChecked(), usable = isEnabled();
  const QColor faint = mixed(t.panel, t.text, 0.38);
  const int wide = capWidth(key());
  const QRectF cap(isRightToLeft() ? width() - wide + 0.5 : 0.5, 2.5, wide - 1, kCapHeight - 5);
  painter.setPen(on ? t.accent : usable ? t.edge : t.line);
  painter.setBrush(on                       ? mixed(t.panel, t.accent, 0.14)
                   : underMouse() && usable ? mixed(t.panel, t.text, 0.12)
                                            : t.canvas);
  painter.drawRoundedRect(cap, 4, 4);
  painter.setFont(Theme::font(type::kCaption, QFont::DemiBold));
  painter.setPen(!usable ? faint : on ? t.accent : t.text);
  painter.drawText(cap, Qt::AlignCenter, key());
  painter.setFont(Theme::font(type::kCaption));
  painter.setPen(usable ? t.dim : faint);
  const QRect rest(wide + kWordGap, 0, width() - wide - kWordGap, kCapHeight);
  painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rest),
                   Qt::AlignLeft | Qt::AlignVCenter, word_);
}

KeyBar::KeyBar() {
  setProperty("role", "strip");
  flow_ = new FlowLayout(this, space::kTiny);
  flow_->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, space::kTiny);
  setAccessibleName(tr("Keys"));
}

void KeyBar::setActions(const QVector<QPair<QList<QAction*>, QString>>& actions) {
  for (KeyCap* cap : std::as_const(caps_)) {
    flow_->removeWidget(cap);
    cap->hide();
    cap->deleteLater();  // it may be the one that was clicked
  }
  caps_.clear();
  for (const auto& [same, word] : actions) {
    auto* cap = new KeyCap(same, word);
    flow_->addWidget(cap);
    caps_.append(cap);
    cap->show();
  }
  updateGeometry();
}

int KeyBar::heightForWidth(int width) const { return flow_->heightForWidth(width); }

}  // namespace mia::ui
