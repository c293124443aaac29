// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "selection/agreement.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/json.h"

using namespace mia;
using selection::Agreement;
using selection::agreementOf;

TEST_CASE("kappa and its interval are those of statsmodels and scikit-learn") {
  const Json cases = readJsonFile(MIA_TEST_DATA "/selection/agreement.json");
  REQUIRE(cases.size() >= 9);
  for (const Json& golden : cases) {
    std::vector<std::int64_t> table;
    for (const Json& row : golden.at("table")) {
      for (const Json& count : row) table.push_back(count.get<std::int64_t>());
    }
    const Agreement found = agreementOf(table, golden.at("table").size());
    CHECK(found.kappa == doctest::Approx(golden.at("kappa").get<double>()).epsilon(1e-9));
    CHECK(found.low ==
          doctest::Approx(std::max(-1.0, golden.at("low").get<double>())).epsilon(1e-9));
    CHECK(found.high ==
          doctest::Approx(std::min(1.0, golden.at("high").get<double>())).epsilon(1e-9));
  }
}

TEST_CASE("where there is nothing to compare there is no kappa") {
  const std::int64_t none[4] = {0, 0, 0, 0};
  CHECK(std::isnan(agreementOf(none, 2).observed));
  const std::int64_t oneSided[4] = {12, 0, 0, 0};
  const Agreement found = agreementOf(oneSided, 2);
  CHECK(found.items == 12);
  CHECK(found.same == 12);
  CHECK(found.observed == 1);
  CHECK(std::isnan(found.kappa));
}
