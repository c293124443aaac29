// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

namespace mia {

using SourceId = Id<struct SourceTag>;
using ImageId = Id<struct ImageTag>;
using QuestionId = Id<struct QuestionTag>;
using SampleId = Id<struct SampleTag>;
using CandidateId = Id<struct CandidateTag>;
using SelectionId = Id<struct SelectionTag>;
using PairId = Id<struct PairTag>;

}  // namespace mia
