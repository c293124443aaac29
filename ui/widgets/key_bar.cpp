// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_bar.h"

#include <QAction>
#include <QPainter>
#include <QStyle>

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

}  // namespace

KeyCap::KeyCap(QAction* action, const QString& word) : word_(word) {
  setDefaultAction(action);
  // The keys themselves reach everything; twenty more stops of Tab would only be in the way.
  setFocusPolicy(Qt::NoFocus);
  setAccessibleName(action->text());
  connect(action, &QAction::changed, this, [this] {
    updateGeometry();
    update();
  });
}

QString KeyCap::key() const {
  const QKeySequence first = defaultAction()->shortcut();
  switch (first.isEmpty() ? 0 : first[0].toCombined()) {
    case Qt::Key_Left: return QStringLiteral("←");
    case Qt::Key_Right: return QStringLiteral("→");
    case Qt::Key_Backspace: return QStringLiteral("⌫");
    default: return first.toString(QKeySequence::NativeText);
  }
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

void KeyBar::setActions(const QVector<QPair<QAction*, QString>>& actions) {
  for (KeyCap* cap : std::as_const(caps_)) {
    flow_->removeWidget(cap);
    cap->hide();
    cap->deleteLater();  // it may be the one that was clicked
  }
  caps_.clear();
  for (const auto& [action, word] : actions) {
    auto* cap = new KeyCap(action, word);
    flow_->addWidget(cap);
    caps_.append(cap);
    cap->show();
  }
  updateGeometry();
}

int KeyBar::heightForWidth(int width) const { return flow_->heightForWidth(width); }

}  // namespace mia::ui
