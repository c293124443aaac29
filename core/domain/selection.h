// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/json.h"
#include "domain/ids.h"

namespace mia {

/// One selection of pairs: the rule and every threshold it was made with.
struct Selection {
  SelectionId id;
  std::string created;  ///< ISO 8601, UTC
  std::string rule;     ///< such as "attention"
  Json parameters = Json::object();
};

}  // namespace mia
