"""Builders with one call: a case's folder in, an archive of the image out."""

import json
import os
import resource
import shutil
import subprocess

import engines


class BuildFailed(Exception):
    pass


def run(command, seconds, **options):
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              errors="replace", timeout=seconds, **options)
    except subprocess.TimeoutExpired:
        raise BuildFailed("%s took more than %d s" % (" ".join(command[:3]), seconds))
    if done.returncode != 0:
        # Without what the docker command says of its old builder every time.
        raise BuildFailed(done.stdout.partition("environment-variable.\n")[2][-1500:] or done.stdout[-1500:])
    return done.stdout


def shared_options(case):
    """What docker and buildah call by the same names."""
    options = ["-f", os.path.join(case.folder, case.dockerfile)]
    if case.target:
        options += ["--target", case.target]
    for name, value in case.arguments.items():
        options += ["--build-arg", "%s=%s" % (name, value)]
    for name, value in case.labels.items():
        options += ["--label", "%s=%s" % (name, value)]
    if case.network:
        options += ["--network", case.network]
    return options


class Docker:
    """The docker command on an engine of its own: ours, or dockerd."""

    def __init__(self, engine, buildkit=False):
        self.engine, self.buildkit = engine, buildkit
        self.config = engine.folder + "/docker-config"
        os.makedirs(self.config, exist_ok=True)
        self.env = dict(os.environ, DOCKER_HOST="unix://" + engine.socket, DOCKER_CONFIG=self.config,
                        DOCKER_BUILDKIT="1" if buildkit else "0")
        self.env.pop("DOCKER_CONTEXT", None)

    def __call__(self, *arguments, seconds=1200):
        return run(["docker"] + list(arguments), seconds, env=self.env)

    def load(self, archive):
        self("load", "-i", archive)

    def build(self, case, archive):
        self("build", "-t", "compared", *shared_options(case), case.context)
        self("save", "-o", archive, "compared")


class Buildah:
    def __init__(self, folder):
        if not shutil.which("buildah"):
            engines.skip("buildah is not installed")
        self.folder = folder
        self.options = ["--root", folder + "/buildah", "--runroot", folder + "/buildah-run", "--storage-driver", "overlay"]
        self.policy = folder + "/policy.json"
        with open(self.policy, "w") as file:
            json.dump({"default": [{"type": "insecureAcceptAnything"}]}, file)

        # Its own defaults may be above what this process may raise.
        limits = ["%s=%d:%d" % ((name,) + resource.getrlimit(what))
                  for name, what in (("nproc", resource.RLIMIT_NPROC), ("nofile", resource.RLIMIT_NOFILE))]
        with open(folder + "/containers.conf", "w") as file:
            file.write("[containers]\ndefault_ulimits = %s\n" % json.dumps(limits))
        self.env = dict(os.environ, CONTAINERS_CONF=folder + "/containers.conf")

    def __call__(self, command, *arguments, seconds=1200):
        return run(["buildah"] + self.options + [command] + list(arguments), seconds, env=self.env)

    def load(self, archive):
        # A name without a registry is looked up in those of registries.conf; localhost/ is in none.
        self("pull", "--signature-policy", self.policy, "docker-archive:" + archive)

    def build(self, case, archive):
        self("build", "--format", "docker", "--isolation", "chroot", "--pull=never", "--signature-policy", self.policy,
             "--layers=false", "--identity-label=false", "-t", "compared", *shared_options(case), case.context)
        if os.path.exists(archive):
            os.remove(archive)
        self("push", "--signature-policy", self.policy, "localhost/compared", "docker-archive:%s:compared" % archive)

    def remove(self):
        subprocess.run(["buildah"] + self.options + ["rm", "--all"], capture_output=True, check=False)
        with open("/proc/self/mounts") as mounts:
            left = [line.split()[1] for line in mounts if line.split()[1].startswith(self.folder + "/buildah")]
        for mount in reversed(left):
            subprocess.run(["umount", "-l", mount], check=False)


class HostDockerd(engines.Dockerd):
    """One that changes nothing of the machine's network, for builds that use it (`--network host`)."""

    def __init__(self):
        super().__init__("compare-dockerd")
        self.own_network = False

    def command(self):
        return super().command() + ["--bridge=none", "--iptables=false", "--ip6tables=false", "--ip-forward=false"]
