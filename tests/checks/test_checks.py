#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guards guard: a copy of the tree passes its checks, and each spoilt copy fails with the reason.

    test_checks.py [--torch DIR] [unittest options]
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
SPDX = ("// SPDX-FileCopyrightText: 2026 MIA Studio contributors\n"
        "// SPDX-License-Identifier: GPL-3.0-or-later\n")
torch = ""


class Checks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.copy = pathlib.Path(folder.name)
        for name in ("app", "core", "ui", "packaging"):
            shutil.copytree(TOP / name, self.copy / name)
        (self.copy / "tests").mkdir()
        shutil.copytree(TOP / "resources/translations", self.copy / "resources/translations")
        for name in ("CMakeLists.txt", ".clang-format"):
            shutil.copy(TOP / name, self.copy / name)

    def change(self, path, old, new):
        file = self.copy / path
        text = file.read_text()
        self.assertIn(old, text)
        file.write_text(text.replace(old, new, 1))

    def check(self, name):
        return subprocess.run([self.copy / "packaging/checks" / name], capture_output=True, text=True)

    def assert_refused(self, done, *words):
        said = " ".join((done.stdout + done.stderr).split())
        self.assertNotEqual(done.returncode, 0, said)
        for word in words:
            self.assertIn(word, said)

    def configure(self):
        options = [f"-DCMAKE_PREFIX_PATH={torch}"] if torch else []
        return subprocess.run(["cmake", "-S", self.copy, "-B", self.copy / "build", "-DMIA_TESTS=OFF", *options],
                              capture_output=True, text=True)

    def test_ui_that_links_model_fails_the_configure_step(self):
        (self.copy / "ui/peek.cpp").write_text(SPDX)
        with (self.copy / "ui/CMakeLists.txt").open("a") as file:
            file.write("target_link_libraries(mia_ui PRIVATE mia_model)\n")
        self.assert_refused(self.configure(), "The room 'ui' must not link 'mia_model'")

    def test_a_room_that_is_not_on_the_map_fails_the_configure_step(self):
        with (self.copy / "core/CMakeLists.txt").open("a") as file:
            file.write("mia_room(attic USES base)\n")
        self.assert_refused(self.configure(), "The room 'attic' is not on the map")

    def test_the_tree_as_it_is_keeps_its_layers(self):
        done = self.check("layering")
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_domain_that_includes_opencv_fails_the_layering_check(self):
        self.change("core/domain/image.h", "#pragma once\n", "#pragma once\n#include <opencv2/core.hpp>\n")
        self.assert_refused(self.check("layering"), "core/domain/image.h:4",
                            'the room "domain" must not use opencv')

    def test_ui_that_includes_model_fails_the_layering_check(self):
        (self.copy / "ui/peek.h").write_text(SPDX + '#pragma once\n#include "model/lvlm/llava.h"\n')
        self.assert_refused(self.check("layering"), 'the room "ui" must not use "model"')

    def test_a_process_started_outside_jobs_fails_the_layering_check(self):
        (self.copy / "ui/peek.h").write_text(SPDX + "#pragma once\n#include <QProcess>\n")
        self.assert_refused(self.check("layering"), "only ui/jobs starts processes")

    def test_a_header_that_nothing_includes_is_found(self):
        (self.copy / "core/base/attic.h").write_text(SPDX + "#pragma once\n")
        self.assert_refused(self.check("unused"), "core/base/attic.h: nothing includes it")

    def test_a_function_far_too_long_is_found(self):
        body = "  ++n;\n" * 200
        (self.copy / "core/base/attic.cpp").write_text(SPDX + f"int attic(int n) {{\n{body}  return n;\n}}\n")
        self.assert_refused(self.check("sizes"), "core/base/attic.cpp:3: attic: 203 lines")

    def test_a_text_without_german_is_found(self):
        self.change("ui/pages/start/start_page.cpp", 'tr("Demo project")', 'tr("Attic project")')
        self.assert_refused(self.check("words"),
                            "mia-studio_de.ts: mia::ui::StartPage: “Attic project” is not translated",
                            "mia-studio_de.ts: mia::ui::StartPage: “Demo project” is said nowhere")

    def test_a_translation_that_loses_a_placeholder_is_found(self):
        self.change("resources/translations/mia-studio_de.ts", ">Projekt %1 öffnen<", ">Projekt öffnen<")
        self.assert_refused(self.check("words"), "“Open project %1” has other placeholders in “Projekt öffnen”")

    def test_a_source_without_its_licence_is_found(self):
        (self.copy / "core/base/attic.cpp").write_text("int attic;\n")
        self.assert_refused(self.check("licence"), "core/base/attic.cpp: no SPDX lines")

    def test_a_source_set_otherwise_is_found(self):
        for name in ("app", "core", "ui"):  # one file is enough
            shutil.rmtree(self.copy / name)
            (self.copy / name).mkdir()
        (self.copy / "core/attic.cpp").write_text(SPDX + "int  attic ;\n")
        self.assert_refused(self.check("format"), "core/attic.cpp:3")

    def test_a_script_that_bash_cannot_read_is_found(self):
        (self.copy / "packaging/attic.sh").write_text("#!/usr/bin/env bash\nif true; then\n")
        self.assert_refused(self.check("shell"), "packaging/attic.sh")


if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[1] == "--torch":
        torch = sys.argv[2]
        del sys.argv[1:3]
    unittest.main(verbosity=2)
