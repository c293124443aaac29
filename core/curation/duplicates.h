// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/progress.h"
#include "curation/project.h"
#include "domain/image.h"

namespace mia::curation {

struct DuplicateRequest {
  int bits = 4;  ///< of 64 in which look-alikes may differ, 0 .. 7; 0: exact copies and twins only
};

struct DuplicateSummary {
  std::int64_t images = 0;
  std::int64_t looked = 0;      ///< contents that were decoded now; all others were known
  std::int64_t unreadable = 0;  ///< contents that could not be; they have exact copies alone
  std::int64_t groups = 0;
  std::int64_t grouped = 0;  ///< images in groups
  std::int64_t copies = 0;   ///< of them with the content of another one
};

/// Finds images with the same content or the same looks and stores them as groups, in place of the
/// groups found before. What pictures look like is kept by content, so that a stopped search goes
/// on (Error kStopped) and the next one looks at new pictures alone.
DuplicateSummary findDuplicates(Project& project, const DuplicateRequest& request,
                                const WorkContext& work = {});

/// A group that was found: its images, the most alike to the first before the others.
struct DuplicateGroup {
  struct Member {
    Image image;
    int distance = 0;  ///< bits from the first
  };
  std::int64_t number = 0;
  std::vector<Member> members;
};
std::vector<DuplicateGroup> duplicateGroups(Project& project);

}  // namespace mia::curation
