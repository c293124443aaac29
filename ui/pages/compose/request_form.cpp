// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compose/request_form.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpressionValidator>

#include "curation/layout_preview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kWordingHeight = 76;

QString toText(const std::vector<int>& counts) {
  QStringList parts;
  for (const int count : counts) parts.append(QString::number(count));
  return parts.join(QStringLiteral(", "));
}

std::vector<int> toCounts(const QString& text) {
  std::vector<int> counts;
  for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
    const int count = part.trimmed().toInt();
    if (count >= 1 && count <= 64) counts.push_back(count);
  }
  return counts;
}

QColor toQt(Colour colour) { return QColor(colour.red, colour.green, colour.blue); }

Colour fromQt(const QColor& colour) {
  const auto part = [](int value) { return static_cast<std::uint8_t>(value); };
  return {part(colour.red()), part(colour.green()), part(colour.blue())};
}

QIcon swatch(const QColor& colour) {
  QPixmap pixmap(16, 16);
  pixmap.fill(colour);
  QPainter painter(&pixmap);
  painter.setPen(tokens().dim);
  painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1));
  return QIcon(pixmap);
}

}  // namespace

RequestForm::RequestForm(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  column->setSpacing(space::kLarge);
  addImages();
  addGrid();
  addInset();
  addWording();
  addSamples();
  column->addStretch();
  setRequest(request_);
}

template <class Change>
void RequestForm::change(const QString& what, Change&& change) {
  if (quiet_) return;
  Request request = request_;
  change(request);
  if (request == request_) return;
  request_ = request;
  Q_EMIT edited(request, what);
}

QFormLayout* RequestForm::addGroup(const QString& title) {
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kSmall);
  column->addWidget(makeLabel("heading", title));
  group_ = new QFormLayout;
  group_->setSpacing(space::kSmall);
  group_->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  group_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  column->addLayout(group_);
  layout()->addWidget(box);
  return group_;
}

void RequestForm::addRow(const QString& label, QWidget* field) {
  field->setAccessibleName(label);
  field->setMinimumWidth(96);
  auto* name = makeLabel("dim", label);
  name->setBuddy(field);
  group_->addRow(name, field);
}

void RequestForm::addNumber(const QString& label, const QString& suffix, double low, double high,
                            int decimals, std::function<double(const Request&)> read,
                            std::function<void(Request&, double)> write) {
  auto* field = new QDoubleSpinBox;
  field->setDecimals(decimals);
  field->setRange(low, high);
  field->setSuffix(suffix);
  addRow(label, field);
  connect(field, &QDoubleSpinBox::valueChanged, this, [this, label, write](double value) {
    change(label, [&](Request& request) { write(request, value); });
  });
  refreshers_.push_back([this, field, read] { field->setValue(read(request_)); });
}

void RequestForm::addChoice(const QString& label, const QStringList& names,
                            std::function<int(const Request&)> read,
                            std::function<void(Request&, int)> write) {
  auto* field = new QComboBox;
  field->addItems(names);
  addRow(label, field);
  connect(field, &QComboBox::currentIndexChanged, this, [this, label, write](int index) {
    change(label, [&](Request& request) { write(request, index); });
  });
  refreshers_.push_back([this, field, read] { field->setCurrentIndex(read(request_)); });
}

QLineEdit* RequestForm::addText(const QString& label, const QString& tip,
                                std::function<QString(const Request&)> read,
                                std::function<void(Request&, const QString&)> write) {
  auto* field = new QLineEdit;
  field->setToolTip(tip);
  addRow(label, field);
  connect(field, &QLineEdit::textEdited, this, [this, label, write](const QString& text) {
    change(label, [&](Request& request) { write(request, text); });
  });
  refreshers_.push_back([this, field, read] {
    if (!field->hasFocus()) field->setText(read(request_));
  });
  return field;
}

void RequestForm::addSwitch(const QString& label, std::function<bool(const Request&)> read,
                            std::function<void(Request&, bool)> write) {
  auto* field = new QCheckBox;
  addRow(label, field);
  connect(field, &QCheckBox::toggled, this, [this, label, write](bool on) {
    change(label, [&](Request& request) { write(request, on); });
  });
  refreshers_.push_back([this, field, read] { field->setChecked(read(request_)); });
}

void RequestForm::addColour(const QString& label, std::function<Colour(const Request&)> read,
                            std::function<void(Request&, Colour)> write) {
  auto* field = new QPushButton;
  addRow(label, field);
  connect(field, &QPushButton::clicked, this, [this, label, read, write] {
    auto* dialog = new QColorDialog(toQt(read(request_)), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::currentColorChanged, this,
            [this, label, write](const QColor& c) {
              change(label, [&](Request& request) { write(request, fromQt(c)); });
            });
    dialog->open();
  });
  refreshers_.push_back([this, field, read] {
    const QColor colour = toQt(read(request_));
    field->setIcon(swatch(colour));
    field->setText(colour.name());
  });
}

void RequestForm::addImages() {
  addGroup(tr("IMAGES"));
  QLineEdit* counts = addText(
      tr("Images"), tr("How many, each sample draws one: 3 or 2, 4, 9. Empty: the paper's"),
      [](const Request& r) { return toText(r.imageCounts); },
      [](Request& r, const QString& text) { r.imageCounts = toCounts(text); });
  counts->setPlaceholderText(tr("the paper's"));
  addNumber(
      tr("Target's place"), {}, 0, 64, 0,
      [](const Request& r) { return r.target ? *r.target + 1.0 : 0.0; },
      [](Request& r, double value) {
        r.target = value > 0 ? std::optional<int>(int(value) - 1) : std::nullopt;
      });
  auto* target = qobject_cast<QDoubleSpinBox*>(group_->itemAt(1, QFormLayout::FieldRole)->widget());
  target->setSpecialValueText(tr("random"));
  addChoice(
      tr("Others"), {tr("random"), tr("same source"), tr("look-alike"), tr("unlike")},
      [](const Request& r) { return static_cast<int>(r.distractors); },
      [](Request& r, int index) { r.distractors = static_cast<curation::Distractors>(index); });
}

void RequestForm::addGrid() {
  grid_ = addGroup(tr("GRID"))->parentWidget();
  const QString px = tr(" px");
  addNumber(
      tr("Columns"), {}, 0, 16, 0, [](const Request& r) { return r.gridColumns; },
      [](Request& r, double value) { r.gridColumns = int(value); });
  qobject_cast<QDoubleSpinBox*>(group_->itemAt(0, QFormLayout::FieldRole)->widget())
      ->setSpecialValueText(tr("most square"));
  const auto number = [&](const QString& label, int low, int high, int GridParameters::*field) {
    addNumber(
        label, px, low, high, 0, [field](const Request& r) { return r.grid.*field; },
        [field](Request& r, double value) { r.grid.*field = int(value); });
  };
  addChoice(
      tr("Order"), {tr("by rows"), tr("by columns")},
      [](const Request& r) { return static_cast<int>(r.grid.order); },
      [](Request& r, int index) { r.grid.order = static_cast<CellOrder>(index); });
  number(tr("Cell width"), 32, 2048, &GridParameters::cellWidth);
  number(tr("Cell height"), 32, 2048, &GridParameters::cellHeight);
  number(tr("Margin"), 0, 512, &GridParameters::margin);
  addChoice(
      tr("Fit"), {tr("whole, top left"), tr("whole, centred"), tr("fill"), tr("stretch")},
      [](const Request& r) { return static_cast<int>(r.grid.fit); },
      [](Request& r, int index) { r.grid.fit = static_cast<Fit>(index); });
  addColour(
      tr("Background"), [](const Request& r) { return r.grid.background; },
      [](Request& r, Colour colour) { r.grid.background = colour; });
  number(tr("Border"), 0, 64, &GridParameters::border);
  addColour(
      tr("Border colour"), [](const Request& r) { return r.grid.borderColour; },
      [](Request& r, Colour colour) { r.grid.borderColour = colour; });
  addSwitch(
      tr("Labels"), [](const Request& r) { return r.grid.labels; },
      [](Request& r, bool on) { r.grid.labels = on; });
  addText(
      tr("Label"), tr("{i} is the number of the image; letters, digits and signs of ASCII"),
      [](const Request& r) { return QString::fromStdString(r.grid.labelText); },
      [](Request& r, const QString& text) { r.grid.labelText = text.toStdString(); });
  addNumber(
      tr("Label size"), tr(" %"), 10, 100, 0,
      [](const Request& r) { return r.grid.labelScale * 100; },
      [](Request& r, double value) { r.grid.labelScale = value / 100; });
  addChoice(
      tr("Label side"), {tr("above"), tr("below")},
      [](const Request& r) { return static_cast<int>(r.grid.labelSide); },
      [](Request& r, int index) { r.grid.labelSide = static_cast<LabelSide>(index); });
  addChoice(
      tr("Label place"), {tr("left"), tr("centre"), tr("right")},
      [](const Request& r) { return static_cast<int>(r.grid.labelAlign); },
      [](Request& r, int index) { r.grid.labelAlign = static_cast<LabelAlign>(index); });
  addColour(
      tr("Label colour"), [](const Request& r) { return r.grid.labelColour; },
      [](Request& r, Colour colour) { r.grid.labelColour = colour; });
}

void RequestForm::addInset() {
  inset_ = addGroup(tr("INSET"))->parentWidget();
  const auto share = [&](const QString& label, double low, double PicInPicParameters::*field) {
    addNumber(
        label, tr(" %"), low, 100, 1, [field](const Request& r) { return r.picInPic.*field * 100; },
        [field](Request& r, double value) { r.picInPic.*field = value / 100; });
  };
  share(tr("Size"), 5, &PicInPicParameters::scale);
  share(tr("Across"), 0, &PicInPicParameters::centreX);
  share(tr("Down"), 0, &PicInPicParameters::centreY);
  addNumber(
      tr("Frame"), tr(" px"), 0, 64, 0, [](const Request& r) { return r.picInPic.border; },
      [](Request& r, double value) { r.picInPic.border = int(value); });
  addColour(
      tr("Frame colour"), [](const Request& r) { return r.picInPic.borderColour; },
      [](Request& r, Colour colour) { r.picInPic.borderColour = colour; });
}

void RequestForm::addWording() {
  addGroup(tr("WORDING"));
  wordings_ = new QComboBox;
  wordings_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  wordings_->setMinimumContentsLength(12);
  addRow(tr("Offered"), wordings_);
  wording_ = new QPlainTextEdit;
  wording_->setFixedHeight(kWordingHeight);
  wording_->setTabChangesFocus(true);
  wording_->setPlaceholderText(tr("the paper's"));
  wording_->setAccessibleName(tr("Wording"));
  wording_->setToolTip(
      tr("{images} the pictures as the layout announces them, {marks} their bare marks, {k} the "
         "target's number, {question} with a small first letter, {Question} as asked"));
  group_->addRow(wording_);
  QLabel* places = makeText("caption");
  places->setText(QStringLiteral("{images}  {marks}  {k}  {question}  {Question}"));
  group_->addRow(places);
  connect(wording_, &QPlainTextEdit::textChanged, this, [this] {
    change(tr("Wording"), [&](Request& r) { r.wording = wording_->toPlainText().toStdString(); });
  });
  connect(wordings_, &QComboBox::activated, this, [this](int index) {
    wording_->setPlainText(index == 0 ? QString() : wordings_->itemText(index));
  });
  refreshers_.push_back([this] {
    const QString text = QString::fromStdString(request_.wording);
    if (wording_->toPlainText() != text) wording_->setPlainText(text);
    const auto offered = curation::offeredWordings(request_.layout);
    if (wordings_->count() == static_cast<int>(offered.size()) + 1 &&
        wordings_->itemText(1) == QString::fromStdString(offered.front())) {
      return;
    }
    wordings_->clear();
    wordings_->addItem(tr("the paper's"));
    for (const std::string& words : offered) wordings_->addItem(QString::fromStdString(words));
  });
}

void RequestForm::addSamples() {
  addGroup(tr("SAMPLES"));
  addNumber(
      tr("Number"), {}, 0, 1e7, 0, [](const Request& r) { return double(r.limit); },
      [](Request& r, double value) { r.limit = static_cast<std::int64_t>(value); });
  qobject_cast<QDoubleSpinBox*>(group_->itemAt(0, QFormLayout::FieldRole)->widget())
      ->setSpecialValueText(tr("all questions"));
  addNumber(
      tr("Seed"), {}, 0, 1e9, 0, [](const Request& r) { return double(r.seed); },
      [](Request& r, double value) { r.seed = static_cast<std::uint64_t>(value); });
  addChoice(
      tr("Split"), {tr("train"), tr("held-out")},
      [](const Request& r) { return static_cast<int>(r.split); },
      [](Request& r, int index) { r.split = static_cast<Split>(index); });
  addNumber(
      tr("Held out"), tr(" %"), 0, 90, 0, [](const Request& r) { return r.heldOutShare * 100; },
      [](Request& r, double value) { r.heldOutShare = value / 100; });
  addNumber(
      tr("Turn"), {}, 0, 99, 0, [](const Request& r) { return r.turn ? *r.turn + 1.0 : 0.0; },
      [](Request& r, double value) {
        r.turn = value > 0 ? std::optional<int>(int(value) - 1) : std::nullopt;
      });
  qobject_cast<QDoubleSpinBox*>(group_->itemAt(4, QFormLayout::FieldRole)->widget())
      ->setSpecialValueText(tr("all"));
  addNumber(
      tr("Longest answer"), {}, 1, 100000, 0, [](const Request& r) { return r.maxAnswer; },
      [](Request& r, double value) { r.maxAnswer = int(value); });
}

void RequestForm::setRequest(const curation::ComposeRequest& request) {
  request_ = request;
  quiet_ = true;
  for (const auto& refresh : refreshers_) refresh();
  quiet_ = false;
  grid_->setVisible(request.layout == LayoutKind::kGrid);
  inset_->setVisible(request.layout == LayoutKind::kPicInPic);
}

}  // namespace mia::ui
