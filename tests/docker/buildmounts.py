#!/usr/bin/env python3
"""RUN --mount in full, secrets and ssh agents handed over as descriptors among it, on an engine of ours.

  buildmounts.py ENGINE [PART-OF-A-NAME ...]
"""

import fcntl
import io
import json
import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys
import tarfile
import time
import urllib.parse

from checks import contains, equal, ok, run_on_one_engine, true
import apiclient
import engines

docker = engine = None
ALICE = 1234
SECRET = "hush-4711-nobody-may-see-this"


def context(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            content = content if isinstance(content, bytes) else content.encode()
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def ask(dockerfile, files=None, **query):
    """The whole answer to a build."""
    return apiclient.request(engine.socket, "POST", "/build?" + urllib.parse.urlencode(query),
                             context(dict(files or {}, Dockerfile=dockerfile)), {"Content-Type": "application/x-tar"}, seconds=120)


def text_of(answer):
    lines = [json.loads(line) for line in answer.body.decode().splitlines()] if answer.status == 200 else [answer.json()]
    return "".join(line.get("stream", line.get("error", line.get("message", ""))) for line in lines)


def built(dockerfile, files=None, **query):
    answer = ask(dockerfile, files, **query)
    text = text_of(answer)
    contains(text, "Successfully built", "%s %s" % (answer.status, dockerfile))
    return text


def refused(dockerfile, part, files=None, **query):
    text = text_of(ask(dockerfile, files, **query))
    true("Successfully built" not in text, text)
    contains(text, part)


def sealed(content, seals=fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW):
    descriptor = os.memfd_create("secret", os.MFD_ALLOW_SEALING | os.MFD_CLOEXEC)
    os.write(descriptor, content.encode())
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, seals)
    return descriptor


def as_user(uid, function):
    """What the function gives in a process of this user."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
            answer = function()
        except Exception as error:  # goes to the parent
            answer = error
        os.write(writer, pickle.dumps(answer))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        answer = pickle.load(pipe)
    os.waitpid(child, 0)
    if isinstance(answer, Exception):
        raise answer
    return answer


def entries(image):
    """The names in each layer of an image."""
    archive = docker("save", image, seconds=60)
    names = []
    with tarfile.open(fileobj=io.BytesIO(archive.raw)) as tar:
        for layer in json.load(tar.extractfile("manifest.json"))[0]["Layers"]:
            with tarfile.open(fileobj=io.BytesIO(tar.extractfile(layer).read())) as inner:
                names.append(inner.getnames())
    return names


def check_a_writable_bind_of_the_context_is_thrown_away():
    text = """FROM busybox
RUN --mount=type=bind,target=/ctx,rw echo new > /ctx/file && mkdir /ctx/sub && cat /ctx/file
RUN --mount=type=bind,target=/ctx cat /ctx/file; ls /ctx; ! echo x > /ctx/x
RUN --mount=type=bind,source=file,target=/one,rw cat /one && echo other > /one && cat /one
"""
    said = built(text, {"file": "old\n"}, t="bound")
    contains(said, "\nnew\n")
    contains(said, "\nold\nDockerfile\nfile\n")
    contains(said, "\nold\nother\n")
    equal(entries("bound")[1:], [], "nothing of it is in a layer")
    said = built("FROM busybox\nRUN --mount=source=[a]*,target=/x,rw cat /x\n", {"[a]*": "itself\n", "ab": "another\n"})
    contains(said, "\nitself\n", "a source is one path and no pattern")
    refused("FROM busybox\nRUN --mount=source=../etc,target=/x ls /x\n", "etc")
    refused("FROM busybox\nRUN --mount=source=none,target=/x true\n", "none")


def check_a_writable_bind_of_a_stage_is_thrown_away():
    text = """FROM busybox AS tools
RUN mkdir -p /opt/deep && echo tool > /opt/deep/tool && chown -R 1000:1000 /opt/deep
FROM busybox
RUN --mount=type=bind,from=tools,target=/tools,rw echo mine > /tools/opt/deep/tool && rm -r /tools/bin && cat /tools/opt/deep/tool
RUN --mount=type=bind,from=tools,source=/opt/deep,target=/deep,rw cat /deep/tool && echo x > /deep/x && stat -c %u:%g /deep/tool
RUN --mount=type=bind,from=tools,source=/opt/deep/tool,target=/file,rw echo over > /file && cat /file
RUN --mount=type=bind,from=tools,source=/opt/deep,target=/deep ls /deep && ! touch /deep/y 2>/dev/null
"""
    said = built(text, t="bound-stage")
    for part in ("\nmine\n", "\ntool\n1000:1000\n", "\nover\n", "\ntool\nRemoving"):
        contains(said, part)
    refused("FROM scratch AS none\nFROM busybox\nRUN --mount=from=none,source=/x,target=/y true\n", "has nothing at /x")
    refused("FROM busybox\nRUN --mount=from=busybox,source=/none,target=/y true\n", "nothing at")


def check_a_history_does_not_tell_what_was_mounted():
    text = "FROM busybox\nRUN --mount=target=/ctx cat /ctx/file > /made\n"
    built(text, {"file": "one"}, t="mounted")
    apiclient.request(engine.socket, "POST", "/build/prune")
    said = built(text + "RUN cat /made\n", {"file": "two"}, cachefrom='["mounted"]')
    true("Using cache" not in said, said)
    contains(said, "\ntwo")


def check_what_is_ignored_is_not_mounted():
    files = {"file": "seen\n", "hidden": SECRET, ".dockerignore": "hidden\n"}
    said = built("FROM busybox\nRUN --mount=target=/ctx ls -a /ctx; cat /ctx/hidden /ctx/file 2>&1; true\n", files)
    true(SECRET not in said, said)
    contains(said, "seen")
    refused("FROM busybox\nRUN --mount=source=hidden,target=/x cat /x\n", "hidden", files)


def check_a_bind_shows_nobody_what_they_may_not_read():
    folder = engine.folder + "/others"
    os.makedirs(folder + "/mine")
    os.chmod(folder, 0o755)
    for name, content, mode in (("mine/Dockerfile", "FROM busybox\nRUN --mount=target=/ctx cat /ctx/mine/Dockerfile; cat /ctx/root 2>&1; true\n", 0o644),
                                ("mine/Dockerfile.dockerignore", "root\n", 0o644), ("root", SECRET, 0o600)):
        with open(folder + "/" + name, "w") as file:
            file.write(content)
        os.chmod(folder + "/" + name, mode)
    archive = docker("save", "busybox").raw

    def build():
        apiclient.request(engine.socket, "POST", "/images/load", archive, {"Content-Type": "application/x-tar"})
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        answer = apiclient.request(engine.socket, "POST", "/build?" + urllib.parse.urlencode({"contextfd": opened, "dockerfile": "mine/Dockerfile"}), seconds=60)
        return text_of(answer)
    said = as_user(ALICE, build)
    contains(said, "RUN --mount=target=/ctx")
    contains(said, "Successfully built")
    true(SECRET not in said, said)


def check_a_cache_begins_with_what_a_stage_has():
    text = """FROM busybox AS seed
RUN mkdir -m 750 /seed && echo first > /seed/content && chown 7:8 /seed
FROM busybox
RUN --mount=type=cache,target=/c,from=seed,source=/seed cat /c/content; echo more >> /c/content; stat -c %%a:%%u:%%g /c; echo %d
"""
    contains(built(text % 1), "first\n750:7:8")
    contains(built(text % 2), "first\nmore\n")
    # Another beginning is another cache.
    contains(built(text.replace("echo first", "echo second") % 3), "\nsecond\n750")
    refused("FROM busybox\nRUN --mount=type=cache,target=/c,source=/x true\n", "name with from=")
    refused("FROM busybox\nRUN --mount=type=cache,target=/ true\n", "invalid mount target")


def check_owners_and_sharing_of_caches():
    said = built("FROM busybox\nRUN --mount=type=cache,target=/owned,uid=5,gid=6,mode=0710 stat -c %a:%u:%g /owned\n"
                 "RUN --mount=type=cache,target=/ro,ro ! touch /ro/x 2>/dev/null && echo read-only\n"
                 "RUN --mount=type=tmpfs,target=/t,size=1m ! dd if=/dev/zero of=/t/x bs=1M count=2 2>/dev/null && echo full\n")
    for part in ("710:5:6", "read-only", "full"):
        contains(said, part)
    # Two stages at once: a locked cache is one's after the other, private ones are two, a shared one is both's.
    text = "FROM busybox AS %s\nRUN --mount=type=cache,target=/c,id=%s,sharing=%s n=$(ls /c | wc -l); touch /c/$(cat /proc/sys/kernel/random/uuid); sleep 1; echo %s $n of $(ls /c | wc -l)\n"
    for sharing, seen in (("locked", {"0 of 1", "1 of 2"}), ("private", {"0 of 1"})):
        said = built("".join(text % (name, "sharing-" + sharing, sharing, name) for name in ("one", "two")) +
                     "FROM busybox\nCOPY --from=one /etc/passwd /1\nCOPY --from=two /etc/passwd /2\n")
        equal({line.split(" ", 1)[1] for line in said.splitlines() if line.startswith(("one ", "two "))}, seen, sharing)


def check_mount_points_are_in_no_layer():
    secret = sealed(SECRET)
    built("FROM busybox\nRUN --mount=type=secret,id=s true\nRUN --mount=type=cache,target=/root/.cache/pip/x true\n"
          "RUN --mount=type=tmpfs,target=/new/deep/place echo x > /kept\n", t="points", secrets=json.dumps({"s": secret}))
    os.close(secret)
    equal(entries("points")[1:], [["kept"]])


def check_secrets():
    secret, other = sealed(SECRET), sealed("second")
    handed = {"secrets": json.dumps({"token": secret, "a/b.txt": other})}
    text = """FROM busybox
RUN --mount=type=secret,id=token cat /run/secrets/token; stat -c ' %%a:%%u:%%g' /run/secrets/token; ! echo x > /run/secrets/token
RUN --mount=type=secret,id=token,target=/here/it-is,mode=0444,uid=3,gid=4,required cat /here/it-is; stat -c ' %%a:%%u:%%g' /here/it-is; df /here/it-is | grep -o tmpfs
RUN --mount=type=secret,id=token,env=TOKEN echo "the env: $TOKEN"; ls /run/secrets 2>/dev/null; true
RUN --mount=type=secret,id=token,env=TOKEN,target=/file echo "both: $TOKEN $(cat /file)"
RUN --mount=type=secret,source=a/b.txt cat /run/secrets/b.txt
USER 99
RUN --mount=type=secret,id=token cat /run/secrets/token 2>&1 | grep denied
RUN --mount=type=secret,id=absent ls /run/secrets 2>/dev/null; echo nothing %d
"""
    said = built(text % 1, t="with-secrets", **handed)
    for part in (SECRET + " 400:0:0", SECRET + " 444:3:4\ntmpfs", "the env: " + SECRET, "both: %s %s" % (SECRET, SECRET), "second", "denied"):
        contains(said, part)
    # Another secret, or none, makes no other step: it is in no key.
    again = built(text % 1, secrets=json.dumps({"token": other, "a/b.txt": other}))
    equal(again.count("Using cache"), 8, again)
    refused("FROM busybox\nRUN --mount=type=secret,id=gone,required echo never\n", "the secret gone is required")
    zero = sealed("a\0b")
    refused("FROM busybox\nRUN --mount=type=secret,id=z,env=Z true\n", "zero byte", secrets=json.dumps({"z": zero}))
    for descriptor in (secret, other, zero):
        os.close(descriptor)


def check_secrets_are_nowhere():
    word = "canary" + os.urandom(16).hex()
    secret = sealed(word)
    seen = []
    text = "FROM busybox\nRUN --mount=type=secret,id=t,env=T --mount=type=secret,id=t,target=/s cat /s >/dev/null; sleep 2; touch /made\nRUN --mount=type=secret,id=t,env=T exit 3\n"
    child = os.fork()
    if child == 0:
        ask(text, t="canary", secrets=json.dumps({"t": secret}))
        os._exit(0)
    true(apiclient.wait_until(lambda: engine.stages(), 10), "the step runs")
    time.sleep(0.5)
    seen += holders(word)  # while it runs: plans, records, logs
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/cmdline" % pid, "rb") as file:
                if word.encode() in file.read():
                    seen.append("the command line of %s" % pid)
        except OSError:
            pass
    os.waitpid(child, 0)
    engine.stop()
    seen += holders(word)
    engine.start()
    equal(seen, [])
    newest = apiclient.request(engine.socket, "GET", "/quayside/builds?limit=1").json()[0]
    steps = apiclient.request(engine.socket, "GET", "/quayside/builds/" + newest["Id"]).json()["Steps"]
    equal([step["State"] for step in steps], ["done", "done", "failed"], "both commands ran")
    os.close(secret)


def holders(word):
    """Files of the engine's folder that hold a word."""
    done = subprocess.run(["grep", "-rlaF", "--devices=skip", word, engine.folder], capture_output=True, text=True)
    return done.stdout.split()


def check_only_sealed_memory_is_a_secret():
    plain = os.memfd_create("plain", os.MFD_ALLOW_SEALING)
    growing = sealed("x", fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SHRINK)
    large = sealed("x" * (500 * 1024 + 1))
    file = os.open("/etc/passwd", os.O_RDONLY)
    path = os.open("/etc/shadow", os.O_PATH)
    left, right = socket.socketpair()
    for wrong in (plain, growing, file, path, left.fileno(), 9999, -1, "x", 2 ** 40):
        answer = ask("FROM busybox\n", secrets=json.dumps({"s": wrong}))
        equal(answer.status, 400, (wrong, answer.body))
    answer = ask("FROM busybox\n", secrets=json.dumps({"s": large}))
    equal(answer.status, 400)
    contains(answer.json()["message"], "at most 512000")
    for wrong in ("[]", "1", '{"a":', '{"a":3,"a":4}', '{"":3}'):
        equal(ask("FROM busybox\n", secrets=wrong).status, 400, wrong)
    equal(ask("FROM busybox\n", secrets=json.dumps({str(n): plain for n in range(101)})).status, 400)
    for wrong in (plain, file, 9999, -1):
        equal(ask("FROM busybox\n", agents=json.dumps({"default": wrong})).status, 400, wrong)
    for descriptor in (plain, growing, large, file, path):
        os.close(descriptor)
    left.close(), right.close()


def check_others_hand_over_what_is_theirs():
    def build():
        secret = sealed("alice's own")
        said = text_of(ask("FROM busybox\nRUN --mount=type=secret,id=s cat /run/secrets/s\n", secrets=json.dumps({"s": secret})))
        shadow = os.open("/etc/shadow", os.O_PATH)
        return said, ask("FROM busybox\n", secrets=json.dumps({"s": shadow})).status
    said, status = as_user(ALICE, build)
    contains(said, "alice's own")
    equal(status, 400)


def program(path):
    """A program of this machine and the libraries that it loads, as files of a context below root/."""
    listed = subprocess.run(["ldd", path], capture_output=True, text=True, check=True).stdout
    files = {}
    for name in [path] + [word for word in listed.split() if word.startswith("/")]:
        with open(name, "rb") as file:
            files["root" + name] = file.read()
    return files


def check_an_ssh_agent():
    for name in ("ssh-agent", "ssh-add", "ssh-keygen"):
        if not shutil.which(name):
            engines.skip("no %s (package openssh-client)" % name)
    folder = engine.folder + "/agent"
    os.makedirs(folder)
    address = folder + "/socket"
    ssh_add = os.path.realpath(shutil.which("ssh-add"))
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", address], stdout=subprocess.DEVNULL)
    try:
        true(apiclient.wait_until(lambda: os.path.exists(address)), "the agent listens")
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "the-key", "-f", folder + "/key"], check=True)
        subprocess.run(["ssh-add", "-q", folder + "/key"], check=True, env=dict(os.environ, SSH_AUTH_SOCK=address))
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(address)
            handed = json.dumps({"default": connection.fileno()})
            text = """FROM busybox
COPY --chmod=0755 root /
RUN --mount=type=ssh ls -ln $SSH_AUTH_SOCK; echo at $SSH_AUTH_SOCK
RUN --mount=type=ssh,id=other ls /run/buildkit 2>/dev/null; echo no agent: $SSH_AUTH_SOCK
RUN --mount=type=ssh,target=/a/s,mode=0666,uid=9,gid=8 ls -ln /a/s; echo at $SSH_AUTH_SOCK
RUN --mount=type=ssh {add} -L | cut -d' ' -f3; {add} -l | wc -l
RUN --mount=type=ssh {add} -D 2>/dev/null || echo kept; {add} -L | wc -l
USER 99
RUN --mount=type=ssh {add} -L 2>/dev/null || echo another user has none
""".format(add=ssh_add)
            said = built(text, program(ssh_add), agents=handed, t="agents")
            for part in ("srw------- ", "at /run/buildkit/ssh_agent.0", "no agent:", "srw-rw-rw-", "at /a/s", "\nthe-key\n1\n",
                         "\nkept\n1\n", "another user has none"):
                contains(said, part)
            equal(len(entries("agents")), 2, "only COPY has made a layer")
        refused("FROM busybox\nRUN --mount=type=ssh,required true\n", "the ssh agent default is required")
    finally:
        agent.send_signal(signal.SIGTERM)
        agent.wait()


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "buildmounts", users={"alice": ALICE}))
