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
        self.program, self.socket = program, engine.socket
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


class UserDocker(Docker):
    """The docker command, run by a user of this uid, who is in no group."""

    def __init__(self, engine, uid):
        super().__init__(engine)
        self.uid = uid
        os.chown(self.config, uid, uid)

    def __call__(self, *arguments, stdin=b"", seconds=60):
        done = subprocess.run(["setpriv", "--reuid", str(self.uid), "--regid", str(self.uid), "--clear-groups",
                               self.program] + list(arguments), env=self.env, input=stdin, capture_output=True,
                              cwd="/", timeout=seconds)  # the script's own may be closed to that user
        return Outcome(arguments, done.returncode, done.stdout, done.stderr)

    def raw(self, data, seconds=20):
        """Bytes to the socket as this user, and what comes back until the engine or the time ends it."""
        script = ("import socket, sys\ns = socket.socket(socket.AF_UNIX); s.settimeout(%d); s.connect(sys.argv[1])\n"
                  "s.sendall(sys.stdin.buffer.read()); s.shutdown(socket.SHUT_WR)\n"
                  "while True:\n    piece = s.recv(65536)\n    if not piece: break\n    sys.stdout.buffer.write(piece)\n") % seconds
        done = subprocess.run(["setpriv", "--reuid", str(self.uid), "--regid", str(self.uid), "--clear-groups", sys.executable,
                               "-c", script, self.socket], input=data, capture_output=True, timeout=seconds + 5)
        return done.stdout.decode(errors="replace")

    def api(self, method, path, body=b"", length=None):
        """One request by hand: its status and its whole text."""
        more = "Connection: close\r\nContent-Type: application/json"
        if "/attach/ws" in path:  # the handshake of RFC 6455, without which nothing is looked up
            more = ("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
        head = "%s %s HTTP/1.1\r\nHost: x\r\n%s\r\nContent-Length: %d\r\n\r\n"
        text = self.raw((head % (method, path, more, len(body) if length is None else length)).encode() + body)
        status = text.split(" ", 2)[1] if text.startswith("HTTP/") else "none"
        return int(status) if status.isdigit() else 0, text


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


def chosen():
    """The checks that the command line asks for: parts of their names; none means all."""
    return [argument for argument in sys.argv[2:] if not argument.startswith("--")]


def run_on_one_engine(namespace, label, dockerd=False, engine=None, users=None, load=True, ready=None):
    """A script's main(): its checks (those that are chosen) on an engine of its own. Gives the exit code.

    Of the script's variables, those that it declares (as None) are set: `engine` (`engine`, else a new one of ours or a
    `dockerd`), `docker` (the command as root), the docker command as each of `users` (name: uid), `archive` and
    `rootfs` (busybox_archive()). The engine has the busybox image where `load` says so; `ready` is called before the
    first check."""
    if os.geteuid() != 0:
        engines.skip("starting an engine needs root")
    if users and not shutil.which("setpriv"):
        engines.skip("no setpriv (package util-linux)")
    engine = engine or (engines.Dockerd(label) if dockerd else engines.Quayside(sys.argv[1], label))
    if users:
        os.chmod(engine.folder, 0o711)
    clients = {"docker": Docker(engine), **{name: UserDocker(engine, uid) for name, uid in (users or {}).items()}}
    counted = Checks()
    try:
        archive, rootfs = busybox_archive(engine.folder)
        for name, value in {"engine": engine, "archive": archive, "rootfs": rootfs, **clients}.items():
            if namespace.get(name, name) is None:
                namespace[name] = value
        engine.start()
        if load:
            ok(clients["docker"]("load", "-i", archive))
        if ready:
            ready()
        for function in all_of(namespace, chosen()):
            counted.run(function)
        if counted.failed:
            print(engine.tail())
    finally:
        end_engine(engine, clients)
    return counted.finish()


def end_engine(engine, clients):
    """Removes what the checks left, then the engine and its clients, also where a removal hangs or fails."""
    try:
        for container in clients["docker"]("ps", "-aq").out.split():
            clients["docker"]("rm", "-fv", container)
    finally:
        engine.stop()
        for client in clients.values():
            client.remove()
        engine.remove()


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
