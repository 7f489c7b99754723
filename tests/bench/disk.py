"""Where the engines under test keep their files."""
import contextlib
import os
import shutil
import subprocess
import tempfile

import engines


@contextlib.contextmanager
def own_file_system(megabytes=0):
    """Both engines' folders on an ext4 of their own, with a journal as people have it, on the same disk: without one it looks
    long for inodes where many were freed lately, for as long as another's leftovers say."""
    folder = tempfile.mkdtemp(prefix="qs-bench-disk-", dir=engines.Engine.place)
    image, mounted = folder + "/image", folder + "/mounted"
    try:
        os.mkdir(mounted)
        with open(image, "wb") as file:
            file.truncate((4096 + 30 * megabytes) << 20)
        subprocess.run(["mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", image], check=True)
        subprocess.run(["mount", "-o", "loop", image, mounted], check=True)
        engines.Engine.place = mounted
        yield
    finally:
        engines.Engine.place = os.path.dirname(folder)
        subprocess.run(["umount", mounted], check=False)
        shutil.rmtree(folder)
