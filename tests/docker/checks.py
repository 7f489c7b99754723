"""What the scripts of this folder share: the docker command on one engine, and checks that are counted."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

import busyboximage
import engines

SERVER_FOLDER = os.path.dirname(os.path.abspath(__file__))


class Docker:
    """Runs the docker command on an engine."""

    def __init__(self, engine):
        program = shutil.which("docker")
        if not program:
            engines.skip("the docker command is not installed (package docker-cli)")
        self.program = program
        self.config = tempfile.mkdtemp(prefix="qs-docker-config-", dir="/var/tmp")
        self.env = dict(os.environ, DOCKER_HOST="unix://" + engine.socket, DOCKER_CONFIG=self.config,
                        DOCKER_CLI_HINTS="false")
        self.env.pop("DOCKER_CONTEXT", None)

    def __call__(self, *arguments, stdin=None, seconds=60):
        """One command to its end. `stdin`: bytes."""
        done = subprocess.run([self.program] + list(arguments), env=self.env, input=stdin if stdin is not None else b"",
                              capture_output=True, timeout=seconds)
        return Outcome(arguments, done.returncode, done.stdout, done.stderr)

    def begin(self, *arguments):
        """A command in the background, with its output on a pipe."""
        return subprocess.Popen([self.program] + list(arguments), env=self.env, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def remove(self):
        shutil.rmtree(self.config, ignore_errors=True)


class Outcome:
    def __init__(self, arguments, code, out, err):
        self.arguments, self.code, self.raw = arguments, code, out
        self.out, self.err = out.decode(errors="replace").strip(), err.decode(errors="replace").strip()

    def __str__(self):
        return "docker %s: %d\n      stdout: %s\n      stderr: %s" % (
            " ".join(self.arguments), self.code, self.out[-600:], self.err[-600:])


class Failed(Exception):
    pass


class Checks:
    """Counts; one line for each check."""

    def __init__(self):
        self.passed, self.failed = 0, 0

    def run(self, function, *arguments):
        name = function.__name__.replace("_", " ")
        begin = time.time()
        try:
            function(*arguments)
            self.passed += 1
            print("ok      %-60s %6.2f s" % (name, time.time() - begin))
        except Failed as failure:
            self.failed += 1
            print("FAILED  %-60s\n    %s" % (name, failure))
        except Exception:  # one broken check must not hide the others
            self.failed += 1
            print("FAILED  %-60s\n%s" % (name, traceback.format_exc(limit=4)))
        sys.stdout.flush()

    def finish(self):
        print("%d checks, %d failed" % (self.passed + self.failed, self.failed))
        return 1 if self.failed else 0


def equal(actual, wanted, context=""):
    if actual != wanted:
        raise Failed("%r, where %r is right %s" % (actual, wanted, context))


def true(condition, context=""):
    if not condition:
        raise Failed("not so: %s" % context)


def contains(text, part, context=""):
    if part not in text:
        raise Failed("%r is not in %r %s" % (part, text[-800:], context))


def ok(outcome):
    """The command ended with 0; gives its output."""
    if outcome.code != 0:
        raise Failed(str(outcome))
    return outcome.out


def fails(outcome, code, *parts):
    """The command ended with `code` and said all of `parts`."""
    if outcome.code != code:
        raise Failed("exit code %d was right\n    %s" % (code, outcome))
    for part in parts:
        contains((outcome.out + outcome.err).lower(), part.lower(), str(outcome))


def all_of(namespace, order):
    """The functions of a module that begin with check_, in the order of the file."""
    found = [(value.__code__.co_firstlineno, value) for name, value in namespace.items() if name.startswith("check_")]
    chosen = [value for _, value in sorted(found, key=lambda pair: pair[0])]
    return [value for value in chosen if not order or any(part in value.__name__ for part in order)]


def run_on_one_engine(namespace, label, on_dockerd):
    """A script's main(): its checks (those that the command line names, or all) on an engine of its own, ours or a
    dockerd, which has the busybox image. The script's `engine` and `docker` are set. Gives the exit code."""
    if os.geteuid() != 0:
        engines.skip("starting an engine needs root")
    names = [argument for argument in sys.argv[2:] if not argument.startswith("--")]
    engine = namespace["engine"] = engines.Dockerd(label) if on_dockerd else engines.Quayside(sys.argv[1], label)
    docker = namespace["docker"] = Docker(engine)
    counted = Checks()
    try:
        archive, _ = busybox_archive(engine.folder)
        engine.start()
        ok(docker("load", "-i", archive))
        for function in all_of(namespace, names):
            counted.run(function)
        if counted.failed:
            print(engine.tail())
    finally:
        docker("rm", "-fv", *docker("ps", "-aq").out.split())
        engine.stop()
        docker.remove()
        engine.remove()
    return counted.finish()


def busybox_archive(folder):
    """Writes the busybox image's archive and root file system, and gives their paths."""
    busybox = busyboximage.find_busybox()
    if busybox is None:
        engines.skip("no static busybox (package busybox-static)")
    root = busyboximage.root_file_system(busybox)
    paths = folder + "/busybox.tar", folder + "/rootfs.tar"
    for path, content in zip(paths, (busyboximage.docker_archive(root, ["busybox:latest"]), root)):
        with open(path, "wb") as file:
            file.write(content)
    return paths
