"""The layer explorer on a large image of real files: opened the first time, when nothing is known of its layers, and again."""
import glob
import os
import re
import statistics
import tarfile
import time

import apiclient
from figures import Figure
from quayside import IMAGE

LAYERS = 8
FILES_A_GIGABYTE = 20_000  # 52 KB each: a Debian with compilers and Python has some 50 KB a file


def layer_tar(megabytes, number):
    """A tar, piece by piece. A tenth of the files is under the same names in every layer, which makes waste."""
    files = max(1, megabytes * FILES_A_GIGABYTE // 1024)
    size = (megabytes << 20) // files
    noise = os.urandom(size)
    for file in range(files):
        top = "all" if file % 10 == 0 else f"layer{number}"
        entry = tarfile.TarInfo(f"data/{top}/d{file // 100}/s{file // 10 % 10}/file-with-a-name-{file}.so")
        entry.size, entry.mtime = size, 1700000000 + number
        yield entry.tobuf(tarfile.GNU_FORMAT) + f"{number} {file}".encode().ljust(32) + noise[32:] + bytes(-size % 512)
    yield bytes(10240)


def make_image(engine, megabytes):
    """Layers of that size in all, one on the other."""
    image = IMAGE
    for number in range(LAYERS):
        ident = engine.call("POST", "/containers/create", {"Image": image, "Cmd": ["true"]}).json()["Id"]
        connection = apiclient._Connection(engine.socket, 600)
        connection.request("PUT", f"/containers/{ident}/archive?path=/", body=layer_tar(megabytes // LAYERS or 1, number),
                           headers={"Content-Type": "application/x-tar"}, encode_chunked=True)
        answer = connection.getresponse()
        if answer.status != 200:
            raise RuntimeError(f"filling layer {number}: {answer.read()[:300]!r}")
        connection.close()
        engine.call("POST", f"/commit?container={ident}&repo=large&tag={number}", {}, seconds=600)
        engine.remove_container(ident)
        image = f"large:{number}"
    return image


def peak(engine):
    with open(f"/proc/{engine.process.pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read())[1]) / 1024


def forget_peak(engine):
    with open(f"/proc/{engine.process.pid}/clear_refs", "w", encoding="ascii") as file:
        file.write("5")


def opened(engine, image):
    """Milliseconds until a window has what it shows first: the layers, and the image's root folder."""
    began = time.perf_counter()
    contents = engine.call("GET", f"/quayside/images/{image}/contents").json()
    tree = engine.call("GET", f"/quayside/images/{image}/tree?path=/").json()
    took = (time.perf_counter() - began) * 1000
    if not tree["Entries"] or len(contents["Layers"]) != LAYERS + 1:
        raise RuntimeError(f"the image has {len(contents['Layers'])} layers")
    return took, contents


def forget_indices(engine, cold):
    for index in glob.glob(engine.root + "/layers/*/contents"):
        os.unlink(index)
    if cold:
        os.sync()
        with open("/proc/sys/vm/drop_caches", "w", encoding="ascii") as file:
            file.write("3")


def open_large(engine, megabytes):
    image = make_image(engine, megabytes)
    forget_peak(engine)
    first = []
    for _ in range(3):
        forget_indices(engine, cold=False)
        took, contents = opened(engine, image)
        first.append(took)
    again = [opened(engine, image)[0] for _ in range(5)]
    forget_indices(engine, cold=True)
    cold, _ = opened(engine, image)
    search = time.perf_counter()
    engine.call("GET", f"/quayside/images/{image}/find?text=no-such-name")
    search = (time.perf_counter() - search) * 1000
    memory = peak(engine)
    engine.remove_all()
    what = f"{contents['Size'] / (1 << 30):.2f} GiB, {sum(layer['Added'] + layer['Changed'] for layer in contents['Layers'])} files"
    return [Figure(f"image of {what}, opened the first time", statistics.median(first), "ms", 1000,
                   detail=f"with cold caches {cold:.0f} ms"),
            Figure("the same, opened again", statistics.median(again), "ms", 1000,
                   detail=f"search through all of it {search:.0f} ms"),
            Figure("the engine's memory at its highest meanwhile", memory, "MiB", 100)]
