"""Where two builds of one Dockerfile need not have the same bytes. Each line says why; kind, mode and owner count all the same."""

import fnmatch

CONTENT = {
}


def may_differ(path, ours, theirs):
    """Whether two entries of this path, or an entry and None, may stand side by side."""
    if ours is None or theirs is None:
        return False
    if not any(fnmatch.fnmatchcase(path, pattern) for pattern in CONTENT):
        return False
    return all(ours.get(fact) == theirs.get(fact) for fact in ("kind", "mode", "owner", "attributes"))
