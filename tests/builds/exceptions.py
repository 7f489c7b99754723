"""Where two builds of one Dockerfile need not have the same bytes, and why. Kind, mode and owner count all the same."""

import fnmatch

CONTENT = {
    "var/log/dpkg.log": "the time of each line",
    "var/log/alternatives.log": "the time of each line",
    "var/log/apt/*.log": "the time of each run",
    "var/log/apt/eipp.log.xz": "compressed with the order that apt happened to plan in",
    "var/cache/apt/*pkgcache.bin": "addresses and times of the lists that it was made from",
    "var/cache/ldconfig/aux-cache": "inodes and times of the libraries",
    "*/__pycache__/*.pyc": "the time of the source",
    "*/.config/configstore/*.json": "when a program last asked for a newer version of itself",
    "*/.npm/_cacache/index-v5/*": "when each file was fetched",
}

# Whole entries: their names say when, or what a server said at that moment.
ENTRIES = {
    "*/.npm/_logs/*": "named by the time of the run",
    "*/.npm/_update-notifier-last-checked": "made where npm had the time to ask",
}


def matches(path, patterns):
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)


def may_differ(path, ours, theirs):
    """Whether two entries of this path, or an entry and None, may stand side by side."""
    if matches(path, ENTRIES):
        return True
    if ours is None or theirs is None or not matches(path, CONTENT):
        return False
    return all(ours.get(fact) == theirs.get(fact) for fact in ("kind", "mode", "owner", "attributes"))
