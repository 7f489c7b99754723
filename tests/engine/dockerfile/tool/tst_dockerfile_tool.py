#!/usr/bin/env python3
"""quayside-dockerfile as a person and a CI job call it: tst_dockerfile_tool.py PROGRAM."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1)
CLEAN = "FROM debian:12\nCOPY a /a\n"


def call(*arguments, text=""):
    return subprocess.run([PROGRAM, *arguments], input=text, capture_output=True, text=True, timeout=20)


class Tool(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = os.path.join(folder.name, "Dockerfile")

    def write(self, text, name="Dockerfile"):
        with open(os.path.join(os.path.dirname(self.file), name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self):
        with open(self.file, encoding="utf-8") as file:
            return file.read()

    def test_lint_names_file_line_and_column(self):
        self.write("FROM debian:12\nRUN true && sudo x\n")
        result = call("lint", self.file)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout, f"{self.file}:2:13: error DL3004 Do not use sudo as it leads to unpredictable "
                                        "behavior. Use a tool like gosu to enforce root\n")

    def test_lint_is_silent_where_nothing_is_wrong(self):
        result = call("lint", "-", text=CLEAN)
        self.assertEqual((result.returncode, result.stdout), (0, ""))

    def test_lint_json_has_fixes(self):
        result = call("lint", "--json", "-", text="FROM debian:12\nADD a /a\n")
        self.assertEqual(result.returncode, 1)
        finding, = json.loads(result.stdout)
        self.assertEqual((finding["id"], finding["severity"], finding["line"], finding["column"], finding["endColumn"]),
                         ("DL3020", "error", 2, 1, 4))
        self.assertEqual(finding["fixes"], [{"title": "Use COPY", "edits": [
            {"line": 2, "column": 1, "endLine": 2, "endColumn": 4, "text": "COPY"}]}])
        self.assertEqual(call("lint", "--json", "-", text=CLEAN).stdout, "[]\n")

    def test_lint_reads_the_ignore_file_of_the_folder(self):
        self.write(CLEAN)
        self.write("a\n", ".dockerignore")
        self.assertIn("CopyIgnoredFile", call("lint", self.file).stdout)
        self.write("b\n", "Dockerfile.dockerignore")
        self.assertEqual(call("lint", self.file).returncode, 0)
        self.assertIn("CopyIgnoredFile", call("lint", "--ignorefile", os.path.join(os.path.dirname(self.file), ".dockerignore"),
                                              self.file).stdout)

    def test_lint_takes_facts_and_choices(self):
        text = "FROM base:1\nCOPY $x /a\nLABEL mail=me\nUSER root\n"
        self.assertIn("DL3002", call("lint", "-", text=text).stdout)
        result = call("lint", "--skip=DL3002", "--platform", "linux/amd64", "--image", "base:1=linux/arm64,A=b",
                      "--label=mail=email", "-", text=text)
        ids = [line.split()[2] for line in result.stdout.splitlines()]
        self.assertEqual(ids, ["InvalidBaseImagePlatform", "UndefinedVar", "DL3058"])
        self.assertEqual(call("lint", "--no-hadolint", "-", text=text).returncode, 0)
        self.assertIn("DL3057", call("lint", "--enable=DL3057", "-", text=text).stdout)

    def test_lint_says_what_is_no_dockerfile(self):
        self.assertIn(":1:1: error SyntaxError", call("lint", "-", text="").stdout)
        self.assertEqual(call("lint", "/nowhere/Dockerfile").returncode, 1)

    def test_format_prints_checks_and_writes(self):
        self.write("from debian:12\ncopy a  /a\n")
        os.chmod(self.file, 0o640)
        self.assertEqual(call("format", self.file).stdout, CLEAN)
        self.assertEqual(call("format", "--check", self.file).returncode, 1)
        self.assertNotEqual(self.read(), CLEAN)
        self.assertEqual(call("format", "--write", self.file).returncode, 0)
        self.assertEqual(self.read(), CLEAN)
        self.assertEqual(os.stat(self.file).st_mode & 0o777, 0o640)
        self.assertEqual(call("format", "--check", self.file).returncode, 0)
        self.assertEqual(os.listdir(os.path.dirname(self.file)), ["Dockerfile"])

    def test_format_refuses_what_does_not_parse(self):
        result = call("format", "-", text="# nothing\n")
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertIn("standard input: dockerfile parse error", result.stderr)

    def test_calls_that_make_no_sense(self):
        for arguments in ([], ["what"], ["lint"], ["lint", "--what", "-"], ["lint", "--skip"], ["lint", "--skip=DL9999", "-"],
                          ["lint", "--image=x", "-"], ["format"], ["format", "--write", "-"], ["format", "--check", "--write", "x"]):
            with self.subTest(arguments):
                self.assertEqual(call(*arguments).returncode, 2)


if __name__ == "__main__":
    unittest.main()
