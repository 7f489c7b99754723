"""Every text of the window has its translation: nothing missing, nothing unfinished, and no blank to fill in lost.
Usage: tst_translations.py LUPDATE"""
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LUPDATE = sys.argv.pop(1) if len(sys.argv) > 1 else "lupdate"
# language: number of its plural forms; English stands in the sources and has plural forms only.
LANGUAGES = {"de": 2, "en": 2, "fr": 2}
PLACES = re.compile(r"%(?:\d|n)")
# French keeps these signs together with the word before or after them, by a space that does not break.
BREAKING_SPACE = {"fr": re.compile(r"\S [:;!?»]|« ")}


def messages(path):
    """(context, source, comment) -> message element"""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = message
    return found


def forms(message):
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def blanks_around(text):
    return text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]


def texts_of_the_sources(plural_only):
    with tempfile.TemporaryDirectory() as folder:
        ts = os.path.join(folder, "all.ts")
        command = [LUPDATE, "-silent", "-no-obsolete", "-locations", "none", "-recursive", "app", "ui", "models", "-I", ".",
                   "-ts", ts] + (["-pluralonly"] if plural_only else [])
        subprocess.run(command, cwd=TOP, check=True)
        return messages(ts)


def problems_of(language, plurals, wanted, there):
    problems = [f"{key[1]!r} ({key[0]}) is missing: ninja translations, then translate it" for key in wanted
                if key not in there]
    for (context, source, _), message in there.items():
        where = f"{source!r} ({context})"
        if message.find("translation").get("type") is not None:
            problems.append(f"{where} is {message.find('translation').get('type')}")
            continue
        if message.get("numerus") == "yes" and len(forms(message)) != plurals:
            problems.append(f"{where} has {len(forms(message))} plural forms instead of {plurals}")
        for form in forms(message):
            if not form.strip():
                problems.append(f"{where} has an empty translation")
            elif sorted(set(PLACES.findall(form))) != sorted(set(PLACES.findall(source))):
                problems.append(f"{where} loses or adds a place to fill in: {form!r}")
            elif blanks_around(form) != blanks_around(source):
                problems.append(f"{where} has other blanks around it: {form!r}")
            elif language in BREAKING_SPACE and BREAKING_SPACE[language].search(form):
                problems.append(f"{where} has a space where the line may break: {form!r}")
    return [f"{language}: {problem}" for problem in problems]


class Translations(unittest.TestCase):
    def check(self, language):
        wanted = texts_of_the_sources(language == "en")
        self.assertGreater(len(wanted), 10)  # lupdate has read the sources
        there = messages(os.path.join(TOP, "translations", f"quayside_{language}.ts"))
        self.assertEqual([], problems_of(language, LANGUAGES[language], wanted, there))

    def test_german_is_complete(self):
        self.check("de")

    def test_french_is_complete(self):
        self.check("fr")

    def test_plurals_of_english_are_complete(self):
        self.check("en")

    def test_every_translation_is_checked(self):
        there = [re.fullmatch(r"quayside_(\w+)\.ts", name) for name in os.listdir(os.path.join(TOP, "translations"))]
        self.assertEqual(sorted(LANGUAGES), sorted(match[1] for match in there if match))

    def test_no_text_hides_behind_a_macro(self):
        """lupdate expands none: what stands in one is in no language but English."""
        hiding = []
        for top in ("app", "models", "ui"):
            for folder, _, names in os.walk(os.path.join(TOP, top)):
                for name in names:
                    if name.endswith((".cpp", ".h")):
                        with open(os.path.join(folder, name), encoding="utf-8") as file:
                            hiding += [f"{name}: {line.strip()}" for line in file
                                       if re.match(r"\s*#\s*define\b.*(TRANSLATE|\btr\()", line)]
        self.assertEqual([], hiding)

    def test_an_incomplete_one_is_found(self):
        source = """<TS><context><name>A</name>
            <message><source>one %1</source><translation>eins</translation></message>
            <message><source>two</source><translation type="unfinished">zwei</translation></message>
            <message numerus="yes"><source>%n x</source><translation><numerusform>%n x</numerusform></translation></message>
            <message><source>three</source><translation></translation></message>
            <message><source>four:</source><translation>quatre :</translation></message>
            <message><source> five</source><translation>cinq</translation></message></context></TS>"""
        with tempfile.NamedTemporaryFile("w", suffix=".ts") as file:
            file.write(source)
            file.flush()
            there = messages(file.name)
        found = problems_of("fr", 2, {("A", "six", ""): None, **there}, there)
        for part in ("'six' (A) is missing", "'one %1' (A) loses", "'two' (A) is unfinished", "'%n x' (A) has 1 plural",
                     "'three' (A) has an empty", "'four:' (A) has a space where", "' five' (A) has other blanks"):
            self.assertTrue(any(part in problem for problem in found), (part, found))
        self.assertEqual(7, len(found))


if __name__ == "__main__":
    unittest.main(verbosity=2)
