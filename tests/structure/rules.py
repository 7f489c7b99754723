"""The rules of the tree that a compiler does not enforce: who may include and link whom, where Qt may appear, how
long a file may be, what must not be committed. docs/architecture.md explains them; this table is what is checked."""
import os
import re
import subprocess

# folder -> folders it may include and link besides itself. The longest folder that a path starts with counts.
COMMON = {"engine/base", "engine/api", "engine/records"}  # what everything in engine/ may use
SERVICE = COMMON | {"engine/access"}  # whose objects belong to users (ADR 3)
SERVICES = {"engine/access", "engine/containers", "engine/images", "engine/networks", "engine/volumes",
            "engine/build", "engine/logs"}
CONCERNS = ["namespaces", "cgroups", "mounts", "network", "security"]
MAY_USE = {
    "app": {"ui", "models"},
    "ui": {"models"},
    "models": {"engine/api", "engine/dockerfile", "engine/base"},
    "engine/base": set(),
    "engine/api": {"engine/base"},
    "engine/records": {"engine/base"},
    "engine/dockerfile": COMMON,
    # main() constructs every service, then serves.
    "engine/helper": COMMON | SERVICES | {"engine/server", "engine/storage"},
    "engine/server": COMMON | SERVICES,
    "engine/access": COMMON,
    "engine/containers": SERVICE | {"engine/images", "engine/networks", "engine/volumes", "engine/storage",
                                    "engine/isolation", "engine/logs"},
    "engine/images": SERVICE | {"engine/storage"},
    "engine/networks": SERVICE | {"engine/isolation/network"},
    "engine/volumes": SERVICE | {"engine/storage"},
    "engine/build": SERVICE | {"engine/containers", "engine/images", "engine/storage", "engine/dockerfile"},
    "engine/storage": COMMON,
    "engine/logs": COMMON,
    "engine/stage": {"engine/base", "engine/isolation", "engine/logs"},
    "engine/worker": {"engine/containers", "engine/images"},
    "engine/isolation/plan": COMMON,
    **{f"engine/isolation/{c}": COMMON | {"engine/isolation/plan"} for c in CONCERNS},
}
# Single headers that more folders may include: both ends of a protocol.
SHARED_HEADERS = {"engine/stage/protocol.h": {"engine/containers"}}

# Where Qt may appear in engine/, and which modules besides Core ("": any without a window).
QT_FOLDERS = {"engine/server": "", "engine/helper": "", "engine/images/registry": "Network", "engine/access": "DBus"}

# Folders of tests/ that mirror no source folder.
OTHER_TESTS = {"contract", "docker", "fakes", "fresh", "fuzz", "guest", "gui", "bench", "structure", "system"}

LONG_FILE, TOO_LONG_FILE = 500, 600
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
MACHINE_PATH = re.compile(r"(?<![\w.}/$-])/(work/(main|wt|shared|briefs)|home/\w+/)")
# What is not prose or code of ours.
NOT_TEXT = re.compile(r"^LICENSE$|\.(png|svg|ico|tar|gz|xz|zst|bin|yaml|ts)$|/(corpus|fixtures|data)/")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
QT_INCLUDE = re.compile(r"^(Q[A-Z]\w*|Qt\w*/\w+|q[a-z]+\.h|KSyntaxHighlighting/.*|qtermwidget.*)$")
LIBRARY = re.compile(r"quayside_library\(\s*(\w+)([^)]*)\)", re.S)
LINKS = re.compile(r"target_link_libraries\(\s*\w+([^)]*)\)", re.S)


def source_files(top):
    """Paths, from the top, of what is or would be committed."""
    try:
        out = subprocess.run(["git", "-c", "safe.directory=*", "-C", top, "ls-files", "-co", "--exclude-standard"],
                             capture_output=True, text=True, check=True).stdout
        return [p for p in out.splitlines() if os.path.isfile(os.path.join(top, p))]
    except (OSError, subprocess.CalledProcessError):
        return [os.path.relpath(os.path.join(folder, f), top)
                for folder, _, files in os.walk(top) for f in files
                if not re.search(r"/(build[^/]*|\.git)(/|$)", folder[len(top):])]


def read(top, path):
    with open(os.path.join(top, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def owner(path):
    """The folder of MAY_USE that a path belongs to, or None."""
    return max((f for f in MAY_USE if path.startswith(f + "/")), key=len, default=None)


def within(path, folders):
    return any(path == f or path.startswith(f + "/") for f in folders)


def check_use(path, used, what):
    mine = owner(path)
    if mine is None or within(used, MAY_USE[mine] | {mine}) or within(mine, SHARED_HEADERS.get(used, ())):
        return []
    return [f"{path}: {what} {used}: {mine} may use only {', '.join(sorted(MAY_USE[mine])) or 'itself'}"]


def check_includes(top, path, text):
    problems = []
    for bracket, name in INCLUDE.findall(text):
        if bracket == "<":
            problems += check_library_header(path, name)
        elif os.path.exists(os.path.join(top, name)):
            problems += check_use(path, name, "includes")
        elif os.path.exists(os.path.join(top, os.path.dirname(path), name)):
            problems.append(f'{path}: #include "{name}": write the path from the top')
    return problems


def check_library_header(path, name):
    if name.startswith("nlohmann/") and path.endswith(".h") and not path.endswith("json.h"):
        return [f"{path}: includes <{name}>: JSON stays in .cpp files and json.h"]
    if path.startswith("engine/") and QT_INCLUDE.match(name) and not within(path, QT_FOLDERS):
        return [f"{path}: includes <{name}>: no Qt below engine/server"]
    return []


def check_links(top, lists):
    """CMake lists must not link what must not be included."""
    folder_of, links, problems = {}, [], []
    for path in lists:
        text = read(top, path)
        libraries = LIBRARY.findall(text)
        folder_of.update({name: os.path.dirname(path) for name, _ in libraries})
        links += [(path, linked) for _, linked in libraries] + [(path, linked) for linked in LINKS.findall(text)]
    for path, linked in links:
        for name in re.findall(r"Quayside::(\w+)", linked):
            if name in folder_of:
                problems += check_use(path, folder_of[name], f"links Quayside::{name} of")
        for module in re.findall(r"Qt6::(\w+)", linked):
            problems += check_qt_module(path, module)
    return problems


def check_qt_module(path, module):
    window = module in ("Widgets", "Gui", "Svg")
    if path.startswith("models/") and window:
        return [f"{path}: links Qt6::{module}: models have no widgets"]
    if path.startswith("engine/"):
        home = max((f for f in QT_FOLDERS if within(path, [f])), key=len, default=None)
        if home is None or window or QT_FOLDERS[home] not in ("", module) and module != "Core":
            return [f"{path}: links Qt6::{module}: no Qt below engine/server, and no window in the engine"]
    return []


def check_text(path, text):
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if UNFINISHED.search(line):
            problems.append(f"{path}:{number}: unfinished: {line.strip()[:80]}")
        if MACHINE_PATH.search(line):
            problems.append(f"{path}:{number}: a path of one machine: {line.strip()[:80]}")
    return problems


def check_mirror(top, path):
    """tests/X/tst_*.cpp tests the folder X."""
    match = re.match(r"tests/(.*)/tst_[^/]+\.cpp$", path)
    if not match or match[1].split("/")[0] in OTHER_TESTS or os.path.isdir(os.path.join(top, match[1])):
        return []
    return [f"{path}: mirrors no folder {match[1]}"]


def check_document(top, path, text):
    """A page about the tree names only what is there."""
    named = re.findall(r"`((?:app|ui|models|engine|tests|tools|docs|packaging|cmake)/[\w./-]+)`", text)
    missing = [n for n in named if not os.path.exists(os.path.join(top, n))]
    return [f"{path}: names {n}, which is not there" for n in missing]


def check_script(top, path, text):
    """What says who runs it may be run: ctest starts scripts by their name."""
    if text.startswith("#!") and not os.access(os.path.join(top, path), os.X_OK):
        return [f"{path}: begins with #! and may not be executed: chmod +x"]
    return []


def check_tree(top):
    """(problems, warnings) of the whole tree."""
    problems, warnings, files = [], [], source_files(top)
    for path in files:
        if NOT_TEXT.search(path):
            continue
        text = read(top, path)
        problems += check_text(path, text) + check_script(top, path, text)
        if path.endswith(".md"):
            problems += check_document(top, path, text)
        if not path.endswith((".cpp", ".h", ".c")):
            continue
        problems += check_includes(top, path, text) + check_mirror(top, path)
        lines = text.count("\n")
        if lines > TOO_LONG_FILE:
            problems.append(f"{path}: {lines} lines: split it along a seam")
        elif lines > LONG_FILE:
            warnings.append(f"{path}: {lines} lines")
    problems += check_links(top, [p for p in files if p.endswith("CMakeLists.txt") and not p.startswith("tests/")])
    return problems, warnings
