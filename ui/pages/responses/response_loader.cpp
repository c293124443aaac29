// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/response_loader.h"

#include "ui/models/canvas_pictures.h"

namespace mia::ui {

using SamplePointer = std::shared_ptr<ShownSample>;

ResponseLoader::ResponseLoader(ProjectSession& session, QObject* parent)
    : QObject(parent), session_(session) {}

void ResponseLoader::load(qint64 sample) {
  wanted_ = sample;
  begin();
}

void ResponseLoader::begin() {
  if (working_ || wanted_ == 0) return;
  working_ = true;
  cancelled_ = false;
  const qint64 wanted = wanted_;
  wanted_ = 0;
  session_.read(
      this,
      [wanted](curation::Browser& browser) {
        auto sample = std::make_shared<ShownSample>();
        sample->facts = curation::sampleResponses(browser, SampleId{wanted});
        for (const curation::Response& response : sample->facts.responses) {
          sample->answers.push_back(storedAnswer(response));
        }
        if (auto truth = truthAnswer(sample->facts)) sample->answers.push_back(std::move(truth));
        return sample;
      },
      [this](Outcome<SamplePointer> outcome) {
        if (outcome.value) {
          draw(*outcome.value);
        } else {
          Q_EMIT failed(outcome.error);
          end();
        }
      });
}

void ResponseLoader::draw(const SamplePointer& sample) {
  session_.draw(
      this,
      [sample] {
        sample->pictures = drawCanvasPictures(sample->facts.source);
        return sample;
      },
      [this](Outcome<SamplePointer> outcome) {
        if (outcome.value) {
          if (wanted_ == 0 && !cancelled_) Q_EMIT loaded(*outcome.value);
        } else {
          Q_EMIT failed(outcome.error);
        }
        end();
      });
}

void ResponseLoader::end() {
  working_ = false;
  begin();
}

void ResponseLoader::readMaps(const std::shared_ptr<ShownAnswer>& answer) {
  if (answer->mapsRead || !answer->isStored()) return;
  answer->mapsRead = true;
  session_.read(
      this,
      [id = answer->response.candidate.id](curation::Browser& browser) {
        return browser.attention(id);
      },
      [this, answer](Outcome<curation::ShownAttention> outcome) {
        if (outcome.value) {
          answer->maps = HeatmapSet(outcome.value->maps);
          answer->chance = outcome.value->chance;
          if (!answer->maps.isEmpty()) {
            for (const Heatmap& map : answer->maps.ofLayer(answer->maps.layers().first())) {
              answer->views.append(map.rect);
            }
          }
          answer->problem = QString::fromStdString(outcome.value->problem);
        } else {
          answer->problem = outcome.error;
        }
        Q_EMIT mapsRead(answer);
      });
}

}  // namespace mia::ui
