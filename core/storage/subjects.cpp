// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/subjects.h"

namespace mia::storage {
namespace {

const std::string kImagesOfSample =
    "SELECT i.content_hash FROM sample_images s JOIN images i ON i.id = s.image_id "
    "WHERE s.sample_id = ?1 ORDER BY s.position";

std::vector<std::string> imagesOf(Statement& images, SampleId sample) {
  std::vector<std::string> hashes;
  images.bind(sample);
  while (images.step()) hashes.push_back(images.string(0));
  return hashes;
}

std::span<const std::byte> blobOf(const std::string& text) {
  return std::as_bytes(std::span(text));
}

}  // namespace

SubjectReader::SubjectReader(Database& database)
    : sample_(database,
              "SELECT q.fingerprint, s.turn, s.recipe_hash FROM samples s "
              "JOIN questions q ON q.id = s.question_id WHERE s.id = ?1"),
      images_(database, kImagesOfSample),
      candidate_(database, "SELECT run_id, arm, number, text FROM candidates WHERE id = ?1") {}

SubjectContent SubjectReader::contentOf(const ReviewSubject& subject) {
  const auto check = [](bool found) {
    if (!found)
      throw Error(ErrorKind::kInternal, "A decision is about an answer that is not there");
  };
  if (last_.first != subject.sample) {
    check(sample_.bind(subject.sample).step());
    last_ = {subject.sample,
             {sample_.string(0), sample_.integer(1), sample_.string(2),
              imagesOf(images_, subject.sample)}};
  }
  check(candidate_.bind(subject.candidate).step());
  return {last_.second,          candidate_.string(0), candidate_.string(1),
          candidate_.integer(2), candidate_.string(3), subject.answer};
}

SubjectMatcher::SubjectMatcher(Database& here)
    : sample_(here,
              "SELECT s.id FROM questions q JOIN samples s ON s.question_id = q.id "
              "WHERE q.fingerprint = ?1 AND s.turn = ?2 AND s.recipe_hash = ?3"),
      images_(here, kImagesOfSample),
      // The answer of the same run before one of the same number before any of the same text.
      candidates_(here,
                  "SELECT id FROM candidates WHERE sample_id = ?1 AND text = ?2 "
                  "ORDER BY run_id = ?3 AND arm = ?4 AND number = ?5 DESC, number = ?5 DESC, id "
                  "LIMIT 1") {}

std::optional<ReviewSubject> SubjectMatcher::find(const SubjectContent& subject) {
  if (last_.first != subject.sample) last_ = {subject.sample, findSample(subject.sample)};
  if (!last_.second) return std::nullopt;
  candidates_.bind(*last_.second, subject.text, subject.run, subject.arm, subject.number);
  if (!candidates_.step()) return std::nullopt;
  return ReviewSubject{*last_.second, candidates_.id<CandidateId>(0), subject.answer};
}

std::optional<SampleId> SubjectMatcher::findSample(const SampleContent& sample) {
  if (!sample_.bind(blobOf(sample.question), sample.turn, blobOf(sample.recipe)).step()) {
    return std::nullopt;
  }
  const auto here = sample_.id<SampleId>(0);
  if (imagesOf(images_, here) != sample.images) return std::nullopt;
  return here;
}

}  // namespace mia::storage
