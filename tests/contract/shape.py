"""The shape of a JSON document: its keys and types without its values; and how two shapes differ."""


def shape_of(value, path, maps):
    """`maps`: paths whose keys are data (labels, port names), so that one entry stands for all."""
    if isinstance(value, dict):
        children = {key: shape_of(child, path + "." + ("*" if path in maps else key), maps)
                    for key, child in value.items()}
        return {"map": merge_all(children.values())} if path in maps else {"object": children}
    if isinstance(value, list):
        return {"list": merge_all(shape_of(child, path + "[]", maps) for child in value)}
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, (int, float)):
        return "number"
    return "null" if value is None else "string"


def merge_all(shapes):
    """One shape for the elements of a list: what any of them has. None: there was no element."""
    merged = None
    for shape in shapes:
        merged = shape if merged is None else merge(merged, shape)
    return merged


def merge(one, other):
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        if "object" in one:
            keys = one["object"].keys() | other["object"].keys()
            return {"object": {key: merge(one["object"][key], other["object"][key])
                               if key in one["object"] and key in other["object"]
                               else one["object"].get(key, other["object"].get(key)) for key in keys}}
        kind = next(iter(one))
        if one[kind] is None or other[kind] is None:
            return one if other[kind] is None else other
        return {kind: merge(one[kind], other[kind])}
    return one if other == "null" else other


def differences(reference, ours, path):
    """(path, sentence) for whatever differs. A list or map without elements says nothing about them."""
    if isinstance(reference, dict) and isinstance(ours, dict) and reference.keys() == ours.keys():
        if "object" in reference:
            return _object_differences(reference["object"], ours["object"], path)
        kind = next(iter(reference))
        if reference[kind] is None or ours[kind] is None:
            return []
        return differences(reference[kind], ours[kind], path + ("[]" if kind == "list" else ".*"))
    if reference != ours:
        return [(path, "is %s there, %s here" % (_kind(reference), _kind(ours)))]
    return []


def _object_differences(reference, ours, path):
    found = []
    for key in sorted(reference.keys() | ours.keys()):
        below = path + "." + key
        if key not in ours:
            found.append((below, "is missing here"))
        elif key not in reference:
            found.append((below, "is only here"))
        else:
            found += differences(reference[key], ours[key], below)
    return found


def _kind(shape):
    return next(iter(shape)) if isinstance(shape, dict) else str(shape)
