// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compose/compose_page.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>

#include "base/content_hash.h"
#include "base/files.h"
#include "ui/pages/compose/change_request.h"
#include "ui/pages/compose/layout_canvas.h"
#include "ui/pages/compose/model_box.h"
#include "ui/pages/compose/preset_box.h"
#include "ui/pages/compose/preview_facts.h"
#include "ui/pages/compose/request_form.h"
#include "ui/pages/compose/sample_sheet.h"
#include "ui/session/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kSheetDelay = 250;     ///< ms of rest before the sheet is drawn anew
constexpr int kGesturePause = 1000;  ///< ms after which an edit is a step of its own
constexpr LayoutKind kLayouts[] = {LayoutKind::kSequence, LayoutKind::kGrid, LayoutKind::kPicInPic};

/// The paper's layout of this kind, whatever was set; samples and seed are kept.
curation::ComposeRequest paperPreset(LayoutKind layout, const curation::ComposeRequest& kept) {
  curation::ComposeRequest request;
  request.layout = layout;
  request.limit = kept.limit;
  request.seed = kept.seed;
  request.split = kept.split;
  request.heldOutShare = kept.heldOutShare;
  request.source = kept.source;
  return request;
}

}  // namespace

ComposePage::ComposePage(ProjectSession& session)
    : session_(session), loader_(session.folder(), this) {
  request_.layout = LayoutKind::kGrid;
  samples_ = new SampleSheet(this);
  buildTools();
  buildActions();
  form_ = new RequestForm;
  auto* scroll = new QScrollArea;
  scroll->setWidget(form_);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setMinimumWidth(250);
  compose_ = new QPushButton(tr("Compose"));
  compose_->setDefault(true);
  auto* left = new QWidget;
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, space::kMedium);
  column->addWidget(scroll, 1);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
  foot->addWidget(compose_);
  column->addLayout(foot);
  splitter_ = new QSplitter(Qt::Horizontal);
  splitter_->setChildrenCollapsible(false);
  splitter_->setHandleWidth(1);
  splitter_->addWidget(left);
  splitter_->addWidget(buildMiddle());
  splitter_->addWidget(samples_->strip());
  splitter_->setStretchFactor(1, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(splitter_);
  connectParts();
  restore();
}

ComposePage::~ComposePage() {
  set(settings::kComposeSplitter, splitter_->saveState());
  set(settings::kComposeLayout, QString::fromStdString(presetText(request_)));
}

void ComposePage::buildTools() {
  tools_ = new QWidget(this);
  auto* row = new QHBoxLayout(tools_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kMedium);
  auto* segments = makeFrame("segments");
  auto* inner = new QHBoxLayout(segments);
  inner->setContentsMargins(2, 2, 2, 2);
  inner->setSpacing(2);
  layouts_ = new QButtonGroup(this);
  const QString names[] = {tr("Sequence"), tr("Grid"), tr("Pic-in-pic")};
  for (int i = 0; i < 3; ++i) {
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setText(names[i]);
    button->setAccessibleName(names[i]);
    button->setProperty("role", "segment");
    button->setFocusPolicy(Qt::TabFocus);
    layouts_->addButton(button, static_cast<int>(kLayouts[i]));
    inner->addWidget(button);
  }
  presets_ = new PresetBox(session_);
  segments->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  row->addWidget(segments);
  row->addWidget(presets_);
}

void ComposePage::buildActions() {
  const auto name = [](const char* icon) { return QString::fromLatin1(icon); };
  const auto toggle = [&](const char* iconName, const QString& text, const QKeySequence& key) {
    QAction* action = makeAction(this, name(iconName), text, {key});
    action->setCheckable(true);
    return action;
  };
  patches_ = toggle("patches", tr("Patches of the model"), Qt::Key_P);
  modelView_ = toggle("eye", tr("What the model is given"), Qt::Key_M);
  outlines_ = toggle("regions", tr("Outline the images"), Qt::Key_R);
  sheetShown_ = toggle("samples", tr("Contact sheet"), Qt::Key_C);
  outlines_->setChecked(true);
  const auto on = [&](const char* iconName, const QString& text, const QList<QKeySequence>& keys,
                      auto work) {
    QAction* action = makeAction(this, name(iconName), text, keys);
    connect(action, &QAction::triggered, this, work);
    return action;
  };
  on("previous", tr("Previous sample"), {Qt::Key_K, Qt::Key_PageUp}, [this] { step(-1); });
  on("next", tr("Next sample"), {Qt::Key_J, Qt::Key_PageDown}, [this] { step(+1); });
  on("save", tr("Save as preset"), {QKeySequence::Save}, [this] { presets_->save(request_); });
  on("export", tr("Export the contact sheet…"), {Qt::CTRL | Qt::Key_E}, [this] { askExport(); });
  on("run", tr("Compose the samples"), {Qt::CTRL | Qt::Key_Return}, [this] { composeSamples(); });
  const QString layouts[] = {tr("Sequence"), tr("Grid"), tr("Picture in picture")};
  for (int i = 0; i < 3; ++i) {
    on("compose", layouts[i], {QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i))},
       [this, i] { setLayout(kLayouts[i]); });
  }
}

QWidget* ComposePage::buildBar() {
  auto* bar = makeFrame("bar");
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::kSmall, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(2);
  const QList<QAction*> all = actions();
  for (QAction* action : {all[4], all[5]}) row->addWidget(makeButton(action));
  place_ = makeLabel("caption");
  row->addWidget(place_);
  row->addStretch();
  for (QAction* action : {outlines_, patches_, modelView_}) row->addWidget(makeButton(action));
  models_ = new ModelBox;
  row->addWidget(models_);
  row->addStretch();
  for (QAction* action : {sheetShown_, all[6], all[7]}) row->addWidget(makeButton(action));
  return bar;
}

QWidget* ComposePage::buildMiddle() {
  canvas_ = new LayoutCanvas;
  canvas_->setMessage(tr("Preparing the preview"), {});
  middle_ = new QStackedWidget;
  middle_->addWidget(canvas_);
  middle_->addWidget(samples_->sheet());
  note_ = new Note;
  prompt_ = makeText("");
  prompt_->setAccessibleName(tr("The prompt as it will be sent"));
  facts_ = makeText("caption");
  auto* foot = makeFrame("strip");
  auto* words = new QVBoxLayout(foot);
  words->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, space::kMedium);
  words->setSpacing(space::kTiny);
  words->addWidget(makeLabel("heading", tr("PROMPT AS SENT")));
  words->addWidget(prompt_);
  words->addWidget(facts_);
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(buildBar());
  column->addWidget(note_);
  column->addWidget(middle_, 1);
  column->addWidget(foot);
  return box;
}

void ComposePage::connectParts() {
  connect(layouts_, &QButtonGroup::idClicked, this,
          [this](int id) { setLayout(static_cast<LayoutKind>(id)); });
  connect(form_, &RequestForm::edited, this, &ComposePage::edit);
  connect(canvas_, &LayoutCanvas::gestureBegun, this, [this] { ++gesture_; });
  const auto changed = [this](const QString& what, auto change) {
    curation::ComposeRequest request = request_;
    change(request);
    edit(request, what);
  };
  connect(canvas_, &LayoutCanvas::insetMoved, this, [changed, this](double x, double y) {
    changed(tr("Move the inset"), [&](curation::ComposeRequest& request) {
      request.picInPic.centreX = x;
      request.picInPic.centreY = y;
    });
  });
  connect(canvas_, &LayoutCanvas::insetScaled, this, [changed, this](double scale) {
    changed(tr("Resize the inset"),
            [&](curation::ComposeRequest& request) { request.picInPic.scale = scale; });
  });
  connect(canvas_, &LayoutCanvas::cellResized, this, [changed, this](const QSize& size) {
    changed(tr("Resize the cells"), [&](curation::ComposeRequest& request) {
      request.grid.cellWidth = size.width();
      request.grid.cellHeight = size.height();
    });
  });
  connect(canvas_, &LayoutCanvas::targetMoved, this, [changed, this](int place) {
    changed(tr("Move the target"),
            [&](curation::ComposeRequest& request) { request.target = place; });
  });
  connect(canvas_, &LayoutCanvas::resized, this, &ComposePage::ask);
  connect(patches_, &QAction::toggled, canvas_, &LayoutCanvas::setPatchesShown);
  connect(outlines_, &QAction::toggled, canvas_, &LayoutCanvas::setOutlinesShown);
  connect(modelView_, &QAction::toggled, this, &ComposePage::ask);
  connect(models_, &ModelBox::changed, this, &ComposePage::ask);
  connect(sheetShown_, &QAction::toggled, this, [this](bool on) {
    middle_->setCurrentIndex(on ? 1 : 0);
    middle_->currentWidget()->setFocus();
  });
  connect(samples_, &SampleSheet::opened, this, [this] { sheetShown_->setChecked(false); });
  connect(samples_, &SampleSheet::chosen, this, [this](qint64 index) { step(index - index_); });
  connect(presets_, &PresetBox::paperChosen, this,
          [this](LayoutKind layout) { edit(paperPreset(layout, request_), tr("Preset")); });
  connect(presets_, &PresetBox::chosen, this,
          [this](const curation::ComposeRequest& request) { edit(request, tr("Preset")); });
  connect(presets_, &PresetBox::saved, note_, &Note::clear);
  connect(presets_, &PresetBox::failed, note_, &Note::showError);
  connect(compose_, &QPushButton::clicked, this, &ComposePage::composeSamples);
  connect(&loader_, &PreviewLoader::shown, this, &ComposePage::take);
  connect(&loader_, &PreviewLoader::failed, this, [this](const QString& sentence) {
    settled_ = true;
    note_->showError(sentence);
    if (!canvas_->preview()) canvas_->setMessage(tr("Nothing to show"), sentence);
  });
  connect(&loader_, &PreviewLoader::sheetStarted, samples_, &SampleSheet::clear);
  connect(&loader_, &PreviewLoader::sheetGrew, this, [this](const QVector<SheetItem>& items) {
    samples_->append(items);
    samples_->setPlace(index_);
  });
  connect(&session_, &ProjectSession::countsChanged, this, &ComposePage::ask);
  sheetDelay_.setSingleShot(true);
  sheetDelay_.setInterval(kSheetDelay);
  connect(&sheetDelay_, &QTimer::timeout, this,
          [this] { loader_.askSheet(request_, SampleSheet::kSamples, SampleSheet::kEdge); });
}

void ComposePage::restore() {
  const QString kept = get(settings::kComposeLayout);
  curation::ComposeRequest request = request_;
  try {
    if (!kept.isEmpty()) {
      request = curation::composeRequestFromJson(parseJson(kept.toStdString(), "settings"),
                                                 "The last layout");
    }
  } catch (const std::exception&) {
    // Settings of another version: the paper's grid.
  }
  request.source.reset();  // of whatever project that was
  if (!splitter_->restoreState(get(settings::kComposeSplitter)))
    splitter_->setSizes({270, 720, 132});
  showRequest(request);
}

void ComposePage::takeFocus() { middle_->currentWidget()->setFocus(); }

bool ComposePage::isSettled() const {
  return settled_ && loader_.isIdle() && !sheetDelay_.isActive();
}

bool ComposePage::showState(const QString& state) {
  const QString layout = state.section(QLatin1Char('/'), 0, 0);
  const QString view = state.section(QLatin1Char('/'), 1, 1);
  if (!layout.isEmpty()) {
    try {
      showRequest(paperPreset(layoutKindFromString(layout.toStdString()), request_));
    } catch (const Error&) {
      return false;
    }
  }
  patches_->setChecked(view == QLatin1String("patches") || view == QLatin1String("model"));
  modelView_->setChecked(view == QLatin1String("model"));
  sheetShown_->setChecked(view == QLatin1String("sheet"));
  return true;
}

/// Every change goes through the undo stack, which shows it.
void ComposePage::edit(const curation::ComposeRequest& request, const QString& what) {
  if (request == request_) return;
  const bool goesOn = sinceEdit_.isValid() && sinceEdit_.elapsed() < kGesturePause;
  if (!goesOn || what != lastEdited_) ++gesture_;
  lastEdited_ = what;
  sinceEdit_.start();
  session_.undoStack().push(new ChangeRequest(
      what, gesture_, request_, request, [page = QPointer<ComposePage>(this)](const auto& shown) {
        if (page) page->showRequest(shown);
      }));
}

void ComposePage::showRequest(const curation::ComposeRequest& request) {
  request_ = request;
  form_->setRequest(request);
  canvas_->setRequest(request);
  layouts_->button(static_cast<int>(request.layout))->setChecked(true);
  compose_->setText(request.limit > 0
                        ? tr("Compose %1 samples", nullptr, request.limit).arg(request.limit)
                        : tr("Compose all samples"));
  ask();
  sheetDelay_.start();
}

void ComposePage::setLayout(LayoutKind layout) {
  curation::ComposeRequest request = request_;
  request.layout = layout;
  request.imageCounts.clear();
  request.wording.clear();
  request.target.reset();
  edit(request, tr("Layout"));
  layouts_->button(static_cast<int>(request_.layout))->setChecked(true);
}

void ComposePage::step(qint64 samples) {
  const qint64 last = qMax<qint64>(0, available_ - 1);
  const qint64 index = qBound<qint64>(0, index_ + samples, last);
  if (index == index_) return;
  index_ = index;
  ask();
}

void ComposePage::ask() {
  settled_ = false;
  PreviewAsk ask;
  ask.request = request_;
  ask.index = index_;
  ask.fit = canvas_->wantedFit();
  ask.look =
      modelView_->isChecked() ? curation::PreviewLook::kModel : curation::PreviewLook::kCanvas;
  ask.model = models_->folder();
  loader_.ask(ask);
}

void ComposePage::take(const std::shared_ptr<LoadedPreview>& preview) {
  settled_ = true;
  available_ = preview->available;
  canvas_->setPreview(preview);
  const QString problem = previewProblem(*preview);
  if (problem.isEmpty()) {
    note_->clear();
  } else {
    note_->showError(problem);
  }
  prompt_->setText(QString::fromStdString(preview->preview.sample.sample.prompt));
  place_->setText(tr("%1 of %2").arg(index_ + 1).arg(available_));
  facts_->setText(previewFacts(*preview));
  samples_->setPlace(index_);
}

void ComposePage::askExport() {
  const QString file = QFileDialog::getSaveFileName(
      this, tr("Export the contact sheet"), QStringLiteral("contact-sheet.png"), tr("PNG (*.png)"));
  if (!file.isEmpty()) exportSheet(file);
}

void ComposePage::exportSheet(const QString& file) {
  session_.draw(
      this,
      [images = samples_->pictures(), file] {
        return SampleSheet::pictureOf(images).save(file, "PNG");
      },
      [this, file](Outcome<bool> outcome) {
        if (!outcome.value.value_or(false)) note_->showError(tr("Cannot write %1").arg(file));
      });
}

void ComposePage::composeSamples() {
  const std::string text = presetText(request_);
  const QString file = session_.folder() + QStringLiteral("/cache/layouts/") +
                       QString::fromStdString(contentHash(text)) + QStringLiteral(".json");
  session_.draw(
      this,
      [file, text] {
        const std::filesystem::path path = file.toStdString();
        std::filesystem::create_directories(path.parent_path());
        writeFileAtomically(path, text);
        return true;
      },
      [this, file](Outcome<bool> outcome) {
        if (!outcome.value) return note_->showError(outcome.error);
        Q_EMIT jobAsked(tr("Composing samples"),
                        {QStringLiteral("compose"), QStringLiteral("--recipe"), file});
      });
}

}  // namespace mia::ui
