#!/usr/bin/env python3
"""The templates of the Dockerfile studio, built and run by our engine. Their bases are made here: of busybox, of this
machine's compiler, of its Node.js. All of them, with bases of Debian's packages: tests/builds/templates.

  templates.py ENGINE [PART-OF-A-NAME ...]
"""

import glob
import os
import shutil
import subprocess
import sys

from checks import equal, ok, run_on_one_engine, true
import apiclient

docker = engine = rootfs = None
os.environ["DOCKER_BUILDKIT"] = "0"
TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../resources/templates")
PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def tell(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL).stdout.strip()


def libraries(programs):
    """What these are linked with, the loader included."""
    found = set()
    for program in programs:
        for line in subprocess.run(["ldd", program], capture_output=True, text=True).stdout.splitlines():
            found.update(word for word in line.split() if word.startswith("/"))
    return found


def base_of(name, followed, kept=()):
    """An image of busybox and these paths of this machine; links among `followed` become what they lead to."""
    folder = os.path.join(engine.folder, name)
    os.mkdir(folder)
    subprocess.run(["tar", "-xf", rootfs, "-C", folder], check=True)
    for paths, options in ((followed, "-chf"), (kept, "-cf")):
        if not paths:
            continue
        packed = subprocess.Popen(["tar", "-C", "/", options, "-"] + sorted(path.lstrip("/") for path in paths),
                                  stdout=subprocess.PIPE)
        subprocess.run(["tar", "-xf", "-", "-C", folder], stdin=packed.stdout, check=True)
        equal(packed.wait(), 0, "packing " + name)
    if not os.path.lexists(folder + "/usr/bin/env"):
        os.symlink("../../bin/busybox", folder + "/usr/bin/env")
    packed = subprocess.run(["tar", "-C", folder, "-cf", "-", "."], capture_output=True, check=True).stdout
    shutil.rmtree(folder)
    ok(docker("import", "--change", "ENV " + PATH, "-", name, stdin=packed, seconds=120))


def compiler_base():
    """False where there is no compiler here that links statically."""
    compilers = [shutil.which("gcc"), shutil.which("g++")]
    if None in compilers:
        return False
    programs = set(compilers)
    for name in ("cc1", "cc1plus", "collect2", "as", "ld"):
        path = tell(compilers[0], "-print-prog-name=" + name)
        programs.add(path if path.startswith("/") else shutil.which(path))
    files = set()
    for name in ("crt1.o", "crti.o", "crtn.o", "crtbeginT.o", "crtend.o", "libc.a", "libm.a", "libgcc.a", "libgcc_eh.a",
                 "libstdc++.a", "liblto_plugin.so"):
        path = os.path.normpath(tell(compilers[0], "-print-file-name=" + name))
        if path.startswith("/"):
            files.add(path)
    if not any(path.endswith("/libc.a") for path in files):
        return False
    for path in [path for path in files if path.endswith("/libm.a")]:  # a script that names the others
        files.update(glob.glob(os.path.dirname(path) + "/libm-*.a") + glob.glob(os.path.dirname(path) + "/libmvec.a"))
    told = subprocess.run([compilers[1], "-E", "-v", "-xc++", os.devnull], capture_output=True, text=True).stderr
    listed = told.split("search starts here:")[-1].split("End of search")[0].splitlines()
    headers = {os.path.normpath(line.strip()) for line in listed if line.strip().startswith("/")}
    base_of("compiler", programs | files | headers | libraries(programs))
    return True


def build(name, *arguments):
    ok(docker("build", "-q", "-t", "template-" + name, *arguments, os.path.join(TEMPLATES, name), seconds=180))


def serves(name, wanted, path="/"):
    """Runs it, as nobody in particular, and asks it; then it ends before it is killed for not listening."""
    ok(docker("run", "-d", "--name", name, "--read-only", "--tmpfs", "/tmp", "template-" + name))
    address = ok(docker("inspect", "-f", "{{.NetworkSettings.IPAddress}}", name))
    fetch = ["wget", "-q", "-O", "-", "http://%s:8000%s" % (address, path)]
    answer = None

    def asked():
        nonlocal answer
        answer = docker("run", "--rm", "busybox", *fetch)
        return answer.code == 0

    if not apiclient.wait_until(asked, 20):
        raise AssertionError("%s\n%s" % (answer, docker("logs", name)))
    true(wanted in answer.out, answer)
    equal(ok(docker("inspect", "-f", "{{.Config.User}}", name)), "10001:10001")
    if ok(docker("inspect", "-f", "{{if .Config.Healthcheck}}yes{{end}}", name)):
        def is_healthy():
            return ok(docker("inspect", "-f", "{{.State.Health.Status}}", name)) == "healthy"

        true(apiclient.wait_until(is_healthy, 60), docker("inspect", "-f", "{{json .State.Health}}", name))
    ok(docker("stop", "-t", "30", name, seconds=60))
    how = ok(docker("inspect", "-f", "{{.State.ExitCode}} {{.Config.StopSignal}}", name)).split()
    true(how[0] != "137" or how[-1] == "SIGKILL", how)
    ok(docker("rm", "-v", name))


def check_static_site():
    build("static", "--build-arg", "BASE=busybox")
    serves("static", "Hello from a container.")


def check_several_stages():
    build("multistage", "--build-arg", "BASE=busybox", "--build-arg", "VERSION=7")
    serves("multistage", "Hello from a container.")
    equal(ok(docker("run", "--rm", "template-multistage", "cat", "version.txt")), "7")
    build("multistage", "--build-arg", "BASE=busybox", "--target", "test")


def check_cpp_and_the_smallest():
    if not compiler_base():
        print("        not built: no gcc and g++ with static libraries here")
        return
    for name in ("cpp", "minimal"):
        build(name, "--build-arg", "BUILDER=compiler")
        equal(ok(docker("run", "--rm", "template-" + name)), "Hello from a container.")
        size = int(ok(docker("image", "inspect", "-f", "{{.Size}}", "template-" + name)))
        true(size < 5000000, "the compiler is not in it: %d bytes" % size)


def node_base(name):
    """False where there is no Node.js with npm here."""
    node, npm = shutil.which("node"), "/usr/lib/node_modules/npm"
    if node is None or not os.path.isdir(npm):
        return False
    base_of(name, {node} | libraries([os.path.realpath(node)]), {npm, shutil.which("npm")})
    return True


def check_node():
    if not node_base("node"):
        print("        not built: no Node.js with npm here")
        return
    build("node", "--build-arg", "BASE=node")
    serves("node", "Hello from a container.")


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "templates"))
