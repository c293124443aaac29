#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/selection/agreement.json: Cohen's kappa of drawn tables with the limits of its
95 % interval by statsmodels, and the kappa again by scikit-learn from the ratings themselves.

Made with statsmodels 0.15.0 and scikit-learn 1.9.1. Run: make_agreement_goldens.py"""
import json
import pathlib

import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa

rng = np.random.default_rng(5)
tables = [
    [[20, 5], [10, 15]],
    [[45, 15], [25, 15]],
    [[0, 7], [9, 0]],
    [[30, 0, 0], [0, 12, 0], [0, 0, 8]],
    [[118, 3, 9], [2, 14, 1], [11, 0, 42]],
    [[5, 0, 1], [0, 0, 0], [2, 0, 4]],
]
tables += [rng.multinomial(n, rng.dirichlet(np.ones(9))).reshape(3, 3).tolist() for n in (17, 200, 5000)]

cases = []
for table in tables:
    counts = np.array(table)
    found = cohens_kappa(counts)
    first, second = zip(*[(i, j) for (i, j), n in np.ndenumerate(counts) for _ in range(n)])
    assert abs(cohen_kappa_score(first, second) - found.kappa) < 1e-9
    cases.append({"table": table, "kappa": float(found.kappa), "low": float(found.kappa_low),
                  "high": float(found.kappa_upp)})
target = pathlib.Path(__file__).parents[1] / "data" / "selection" / "agreement.json"
target.parent.mkdir(exist_ok=True)
target.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
