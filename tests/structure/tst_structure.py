#!/usr/bin/env python3
"""The tree keeps the rules of rules.py; and each rule is seen to fail on a planted violation."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(__file__))
import rules  # noqa: E402

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))


class Tree(unittest.TestCase):
    def test_tree_keeps_the_rules(self):
        problems, warnings = rules.check_tree(TOP)
        for warning in warnings:
            print("warning:", warning)
        self.assertEqual([], problems, "\n" + "\n".join(problems))

    def test_every_source_folder_has_a_rule(self):
        sources = [p for p in rules.source_files(TOP) if p.endswith((".cpp", ".h"))]
        self.assertGreater(len(sources), 10)
        ours = [p for p in sources if p.startswith(("engine/", "ui/", "models/", "app/"))]
        self.assertEqual([], [p for p in ours if not rules.owner(p)])


class PlantedViolations(unittest.TestCase):
    def setUp(self):
        self.top = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.top)
        for path in ("engine/base/fd.h", "engine/containers/containers.h", "engine/isolation/cgroups/prepare.h",
                     "engine/isolation/plan/launchplan.h", "engine/stage/protocol.h", "models/client/client.h"):
            self.write(path, "#pragma once\n")

    def write(self, path, text):
        os.makedirs(os.path.dirname(os.path.join(self.top, path)), exist_ok=True)
        with open(os.path.join(self.top, path), "w", encoding="utf-8") as file:
            file.write(text)

    def problems(self, path, text):
        self.write(path, text)
        return [p for p in rules.check_tree(self.top)[0] if p.startswith(path)]

    def assert_refused(self, path, text, word):
        found = self.problems(path, text)
        self.assertEqual(1, len(found), found)
        self.assertIn(word, found[0])

    def assert_allowed(self, path, text):
        self.assertEqual([], self.problems(path, text))

    def test_scripts_may_be_executed(self):
        self.assert_refused("tests/a.py", "#!/usr/bin/env python3\n", "chmod +x")
        os.chmod(os.path.join(self.top, "tests/a.py"), 0o755)
        self.assertEqual([], rules.check_tree(self.top)[0])

    def test_includes_follow_the_arrows(self):
        self.assert_allowed("engine/containers/a.cpp", '#include "engine/isolation/cgroups/prepare.h"\n')
        self.assert_allowed("engine/isolation/cgroups/a.cpp", '#include "engine/isolation/plan/launchplan.h"\n')
        self.assert_refused("ui/a.cpp", '#include "engine/base/fd.h"\n', "ui may use only")
        self.assert_refused("models/a.cpp", '#include "engine/containers/containers.h"\n', "models may use only")
        self.assert_refused("engine/images/a.cpp", '#include "engine/containers/containers.h"\n', "engine/images may")

    def test_one_concern_does_not_include_another(self):
        self.assert_refused("engine/isolation/mounts/a.cpp", '#include "engine/isolation/cgroups/prepare.h"\n',
                            "engine/isolation/mounts may use only")

    def test_the_protocol_is_shared_with_containers_only(self):
        self.assert_allowed("engine/containers/a.cpp", '#include "engine/stage/protocol.h"\n')
        self.assert_refused("engine/server/a.cpp", '#include "engine/stage/protocol.h"\n', "engine/server may use only")

    def test_qt_stays_in_its_places(self):
        self.assert_refused("engine/stage/init.cpp", "#include <QString>\n", "no Qt")
        self.assert_refused("engine/isolation/plan/a.cpp", "#include <QtCore/QString>\n", "no Qt")
        self.assert_refused("engine/images/a.cpp", "#include <QNetworkReply>\n", "no Qt")
        self.assert_allowed("engine/server/a.cpp", "#include <QLocalServer>\n")
        self.assert_allowed("engine/images/registry/a.cpp", "#include <QNetworkReply>\n")

    def test_links_follow_the_arrows(self):
        self.write("engine/containers/CMakeLists.txt", "quayside_library(containers SOURCES a.cpp)\n")
        self.assert_refused("engine/images/CMakeLists.txt",
                            "quayside_library(images SOURCES a.cpp\n  PRIVATE Quayside::containers)\n", "links Quayside::")
        self.assert_refused("engine/images/CMakeLists.txt",
                            "target_link_libraries(quayside_images PRIVATE Quayside::containers)\n", "links Quayside::")

    def test_qt_modules_stay_in_their_places(self):
        self.assert_refused("models/CMakeLists.txt", "quayside_library(m SOURCES a.cpp PUBLIC Qt6::Widgets)\n", "Widgets")
        self.assert_refused("engine/logs/CMakeLists.txt", "quayside_library(l SOURCES a.cpp PUBLIC Qt6::Core)\n", "Core")
        self.assert_refused("engine/server/CMakeLists.txt", "quayside_library(s SOURCES a.cpp PUBLIC Qt6::Gui)\n", "Gui")
        self.assert_refused("engine/access/CMakeLists.txt", "quayside_library(a SOURCES a.cpp PUBLIC Qt6::Network)\n",
                            "Network")
        self.assert_allowed("engine/access/CMakeLists.txt", "quayside_library(a SOURCES a.cpp PUBLIC Qt6::DBus)\n")

    def test_includes_are_written_from_the_top(self):
        self.assert_refused("engine/base/fd.cpp", '#include "fd.h"\n', "from the top")

    def test_json_stays_out_of_headers(self):
        self.assert_refused("engine/base/a.h", "#include <nlohmann/json.hpp>\n", "JSON")
        self.assert_allowed("engine/base/json.h", "#include <nlohmann/json.hpp>\n")

    def test_long_files(self):
        self.assert_refused("engine/base/a.cpp", "int x;\n" * 601, "601 lines")
        self.assert_allowed("engine/base/a.cpp", "int x;\n" * 600)

    def test_unfinished_parts_and_paths_of_one_machine(self):
        self.assert_refused("engine/base/a.cpp", "// TO" "DO later\n", "unfinished")
        self.assert_refused("docs/a.md", "see /wo" "rk/main/engine\n", "one machine")
        self.assert_allowed("docs/a.md", "an overlay needs upper/ and work/; /root and /work are nobody's\n")

    def test_pages_name_what_is_there(self):
        self.assert_refused("docs/a.md", "see `engine/base/gone.h`\n", "not there")
        self.assert_allowed("docs/a.md", "see `engine/base/fd.h`, `engine/base` and `<root>/layers`\n")

    def test_tests_mirror_folders(self):
        self.assert_refused("tests/engine/nowhere/tst_a.cpp", "int x;\n", "mirrors no folder")
        self.assert_allowed("tests/engine/base/tst_a.cpp", "int x;\n")


class ShellScripts(unittest.TestCase):
    @unittest.skipUnless(shutil.which("shellcheck"), "shellcheck is not installed")
    def test_shellcheck_is_content(self):
        scripts = []
        for path in rules.source_files(TOP):
            with open(os.path.join(TOP, path), "rb") as file:
                if file.readline().strip() in (b"#!/usr/bin/env bash", b"#!/bin/bash", b"#!/bin/sh"):
                    scripts.append(path)
        self.assertIn("run", scripts)
        done = subprocess.run(["shellcheck", *scripts], cwd=TOP, capture_output=True, text=True, check=False)
        self.assertEqual(0, done.returncode, "\n" + done.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2)
