// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace mia::storage {

/// One numbered step of the schema, from resources/schema; `number` is the user_version it makes.
struct Migration {
  int number;
  const char* name;
  const char* sql;
};

/// Every migration of a project file in order, 1, 2, …; built into the program.
std::span<const Migration> projectMigrations();

}  // namespace mia::storage
