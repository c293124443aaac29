// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

namespace mia::ui {

/// A piece of an answer and how likely the model held it.
struct ShownToken {
  QString text;  ///< as the tokenizer gives it, with the space before a word
  double logProb = 0;
};

/// An answer token by token: the less likely one was, the stronger its ground and the thicker the
/// line under it; the figures are told on hover. One token can be the current one.
class TokenStrip : public QWidget {
  Q_OBJECT

 public:
  explicit TokenStrip(QWidget* parent = nullptr);

  void setTokens(QVector<ShownToken> tokens);
  const QVector<ShownToken>& shownTokens() const { return tokens_; }
  /// -1: none, the answer as a whole.
  void setCurrent(int token);
  int current() const { return current_; }
  /// A figure per token, drawn as a bar over it from 0 to the largest; none hides them. `what`
  /// names it in the tool tip.
  void setMarks(QVector<double> marks, const QString& what);
  const QVector<double>& marks() const { return marks_; }
  void setTextPixels(int pixels);
  QRectF tokenRect(int token) const { return rects_.value(token); }

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {80, 24}; }

 Q_SIGNALS:
  /// A token was chosen by mouse or key; -1: the answer as a whole.
  void chosen(int token);
  /// The token under the mouse; -1: none.
  void hovered(int token);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QVector<QRectF> laidOut(int width) const;
  void relayout();
  int tokenAt(const QPointF& point) const;
  void choose(int token);
  void paintToken(QPainter& painter, int token) const;
  QString words(int token) const;
  int lineHeight() const { return textPixels_ * 2 + 2; }

  QVector<ShownToken> tokens_;
  QVector<QRectF> rects_;
  QVector<double> marks_;
  QString markName_;
  int current_ = -1;
  int hovered_ = -1;
  int textPixels_ = 13;
  bool rightToLeft_ = false;
};

}  // namespace mia::ui
