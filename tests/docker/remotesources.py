#!/usr/bin/env python3
"""What builds fetch: ADD of addresses and repositories, and contexts that are one, from servers in the engine's own network.

  remotesources.py ENGINE [PART-OF-A-NAME ...]

Over http and over https with an authority of our own, which the engine sees as the machine's.
"""

import ctypes
import hashlib
import http.server
import io
import os
import subprocess
import sys
import tarfile
import threading
import urllib.parse

import apiclient
import engines
import pki
from checks import contains, equal, ok, run_on_one_engine, true

docker = engine = None
plain = secure = stranger = None  # addresses of the servers
commits = {}
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"


class Engine(engines.Quayside):
    """With a list of authorities of its own in place of the machine's."""

    def command(self):
        trusted = pki.Authority(self.folder).certificate
        return ["unshare", "--mount", "sh", "-c", 'mount --bind "$0" %s && exec "$@"' % CERTIFICATES, trusted] + super().command()


class Site(http.server.SimpleHTTPRequestHandler):
    """Files of a folder, and below /git/ repositories by git's own program (git-http-backend(1))."""

    protocol_version = "HTTP/1.1"
    top, asked = None, []

    def __init__(self, *arguments):
        super().__init__(*arguments, directory=self.top)

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.asked.append(self.path)
        if self.path.startswith("/git/"):
            self.backend()
        elif self.path.startswith("/moved/"):
            self.send_response(302)
            self.send_header("Location", self.path[len("/moved"):])
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            super().do_GET()

    def do_POST(self):
        self.backend()

    def backend(self):
        path, _, query = self.path[len("/git"):].partition("?")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        env = {"PATH": os.environ["PATH"], "GIT_PROJECT_ROOT": self.top + "/repositories", "GIT_HTTP_EXPORT_ALL": "1", "PATH_INFO": path,
               "QUERY_STRING": query, "REQUEST_METHOD": self.command, "CONTENT_TYPE": self.headers.get("Content-Type", ""),
               "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""), "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
               "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}
        done = subprocess.run(["git", "http-backend"], input=body, env=env, capture_output=True)
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line)
        self.send_response(int(fields.pop("Status", "200").split()[0]))
        for name, value in fields.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def in_network_of(pid, action):
    """What `action` gives on a thread of that process's network (setns(2) is for one thread)."""
    given = []

    def run():
        with open("/proc/%d/ns/net" % pid) as namespace:
            if ctypes.CDLL(None, use_errno=True).setns(namespace.fileno(), 0x40000000) != 0:
                raise OSError(ctypes.get_errno(), "setns")
        given.append(action())
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return given[0]


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # clients that do not trust it hang up


def serve(context=None):
    server = in_network_of(engine.process.pid, lambda: Server(("127.0.0.1", 0), Site))
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return "%s://127.0.0.1:%d" % ("https" if context else "http", server.server_port)


def git(folder, *words):
    env = dict(os.environ, GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a@example.org", GIT_COMMITTER_NAME="a", GIT_COMMITTER_EMAIL="a@example.org",
               GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1", GIT_ALLOW_PROTOCOL="file")
    return subprocess.run(["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"] + list(words), cwd=folder, env=env, check=True,
                          capture_output=True, text=True).stdout.strip()


def write(folder, files):
    for name, content in files.items():
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content.encode())


def repository(top, name, versions):
    """A bare repository with one commit for each of `versions`, the last of them on the branch `next`."""
    work = "%s/work-%s" % (top, name)
    os.makedirs(work)
    git(work, "init", "-q")
    for number, files in enumerate(versions):
        if number and number == len(versions) - 1:
            git(work, "checkout", "-q", "-b", "next")
        write(work, files)
        git(work, "add", "-A")
        git(work, "commit", "-q", "-m", "version %d" % number)
        commits.setdefault(name, []).append(git(work, "rev-parse", "HEAD"))
        if number == 0:
            git(work, "tag", "-a", "v1", "-m", "first")
    git(work, "checkout", "-q", "main")
    git(work, "clone", "-q", "--bare", ".", "%s/repositories/%s.git" % (top, name))
    return work


def ready():
    global plain, secure, stranger
    top = engine.folder + "/site"
    os.makedirs(top + "/repositories")
    Site.top = top
    repository(top, "lib", [{"lib.txt": "library\n"}])
    work = repository(top, "app", [
        {"Dockerfile": "FROM busybox\nCOPY . /app\n", "a.txt": "one\n", ".dockerignore": "hidden\n", "hidden": "h\n"},
        {"a.txt": "two\n", "sub/Dockerfile": "FROM busybox\nCOPY . /sub\n", "sub/Other": "FROM busybox\nLABEL other=yes\n", "sub/s.txt": "s\n"},
        {"a.txt": "three\n"}])
    plain = serve()
    authority = pki.Authority(engine.folder, "unused")
    trusted = pki.Authority.__new__(pki.Authority)  # the one that the engine's start has made
    trusted.folder, trusted.name, trusted.certificate = engine.folder, "ca", engine.folder + "/ca.crt"
    secure = serve(trusted.server("server", "IP:127.0.0.1"))
    stranger = serve(authority.server("stranger", "IP:127.0.0.1"))
    # A submodule with a relative address is one of the same server.
    git(work, "checkout", "-q", "-b", "with-module")
    git(work, "-c", "protocol.file.allow=always", "submodule", "-q", "add", top + "/repositories/lib.git", "lib")
    git(work, "config", "-f", ".gitmodules", "submodule.lib.url", "../lib.git")
    git(work, "commit", "-qam", "module")
    git(work, "push", "-q", top + "/repositories/app.git", "with-module")
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as tar:
        for name, content in {"Dockerfile": b"FROM busybox\nCOPY f /f\n", "f": b"in the archive\n"}.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    with open(top + "/context.tar.gz", "wb") as file:
        file.write(archive.getvalue())
    write(top, {"file.txt": "content\n", "deep/other": "other\n", "alone": "FROM busybox\nLABEL from=address\n"})
    os.utime(top + "/file.txt", (1000000000, 1000000000))
    subprocess.run(["chmod", "-R", "a+rX", top], check=True)


def post(body=b"", **query):
    answer = apiclient.request(engine.socket, "POST", "/build?" + urllib.parse.urlencode(query), body, {"Content-Type": "application/x-tar"}, seconds=60)
    return answer.body.decode()


def build(dockerfile, **query):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, content in {"Dockerfile": dockerfile, "local": "local\n"}.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content.encode()))
    return post(out.getvalue(), **query)


def built(told):
    contains(told, "Successfully built")
    return told


def refused(told, *parts):
    true('"errorDetail"' in told or '"message"' in told, "it was built: " + told[-500:])
    for part in parts:
        contains(told, part)


def run(image, command):
    return ok(docker("run", "--rm", image, "sh", "-c", command))


def check_a_repository_is_added_over_both_protocols():
    for place in (plain, secure):
        built(build("FROM busybox\nADD %s/git/app.git /src\n" % place, t="added", nocache=1))
        equal(run("added", "cd /src; find . -type f | sort; cat a.txt; stat -c '%u %g' a.txt"),
              "./.dockerignore\n./Dockerfile\n./a.txt\n./hidden\n./sub/Dockerfile\n./sub/Other\n./sub/s.txt\ntwo\n0 0")
    refused(build("FROM busybox\nADD %s/git/app.git /src\n" % stranger), "certificate")
    refused(build("FROM busybox\nADD %s/git/none.git /src\n" % plain), "none.git")


def check_references_and_folders_of_a_repository():
    for reference, wanted in {"#v1": "one", "#next": "three", "#main": "two", "#refs/heads/next": "three", "#" + commits["app"][1]: "two",
                              "#" + commits["app"][0]: "one"}.items():
        built(build("FROM busybox\nADD %s/git/app.git%s /src/\n" % (secure, reference), t="reference"))
        equal(run("reference", "cat /src/a.txt"), wanted, reference)
    built(build("FROM busybox\nADD %s/git/app.git#main:sub /src/\n" % plain, t="folder"))
    equal(run("folder", "ls /src"), "Dockerfile\nOther\ns.txt")
    built(build("FROM busybox\nADD %s/git/app.git#with-module /src/\n" % secure, t="module"))
    equal(run("module", "cat /src/lib/lib.txt"), "library")
    refused(build("FROM busybox\nADD %s/git/app.git#nowhere /src/\n" % plain), "nowhere")
    refused(build("FROM busybox\nADD %s/git/app.git#main:nowhere /src/\n" % plain), "nowhere")
    built(build("FROM busybox\nADD %s/git/app.git#main:../../.. /src/\n" % plain, t="up"))
    equal(run("up", "ls /src"), "Dockerfile\na.txt\nhidden\nsub", "above the repository is the repository")


def check_the_folder_of_git_is_kept_on_request():
    for flag, there in (("", "no"), ("--keep-git-dir=false", "no"), ("--keep-git-dir=true", "yes"), ("--keep-git-dir", "yes")):
        built(build("FROM busybox\nADD %s %s/git/app.git#v1 /src\n" % (flag, plain), t="kept"))
        equal(run("kept", "test -d /src/.git && echo yes || echo no"), there, flag)
    equal(run("kept", "cat /src/.git/HEAD"), commits["app"][0])
    contains(run("kept", "cat /src/.git/config"), plain + "/git/app.git")


def check_checksums():
    digest = "sha256:" + hashlib.sha256(b"content\n").hexdigest()
    built(build("FROM busybox\nARG SUM\nADD --checksum=$SUM %s/file.txt /f\n" % secure, t="sum", buildargs='{"SUM":"%s"}' % digest))
    equal(run("sum", "cat /f"), "content")
    refused(build("FROM busybox\nADD --checksum=sha256:%s %s/file.txt /f\n" % ("0" * 64, plain)), "digest mismatch", digest)
    refused(build("FROM busybox\nADD --checksum=md5:1 %s/file.txt /f\n" % plain))
    commit = commits["app"][0]
    for right in (commit, commit[:7]):
        built(build("FROM busybox\nADD --checksum=%s %s/git/app.git#v1 /src\n" % (right, plain)))
    for wrong in (commits["app"][1], commit[:6] + ("0" if commit[6] != "0" else "1"), "xyz", digest):
        refused(build("FROM busybox\nADD --checksum=%s %s/git/app.git#v1 /src\n" % (wrong, plain)), "checksum")
    refused(build("FROM busybox\nADD --checksum=%s local /f\n" % digest), "checksum")
    refused(build("FROM busybox\nADD --checksum=%s %s/file.txt %s/deep/other /f/\n" % (digest, plain, plain)), "checksum")


def check_addresses_of_files():
    built(build("FROM busybox\nADD %s/file.txt /named\nADD %s/file.txt %s/deep/other /folder/\nADD --chmod=640 --chown=1:2 %s/file.txt?x=1 /owned\n"
                "ADD %s/moved/deep/other /\nADD %s/context.tar.gz /packed/\nADD --unpack=true %s/context.tar.gz /unpacked/\n" %
                (plain, secure, plain, plain, secure, plain, plain), t="files"))
    equal(run("files", "stat -c '%a %u %g %Y %n' /named /owned; ls /folder /packed /unpacked; cat /other"),
          "600 0 0 1000000000 /named\n640 1 2 1000000000 /owned\n/folder:\nfile.txt\nother\n\n/packed:\ncontext.tar.gz\n\n/unpacked:\nDockerfile\nf\nother")
    refused(build("FROM busybox\nADD %s/nothing /x\n" % plain), "404")
    refused(build("FROM busybox\nADD %s/file.txt /x\n" % stranger), "certificate")
    refused(build("FROM busybox\nCOPY %s/file.txt /x\n" % plain))


def check_a_changed_file_is_fetched_again():
    text = "FROM busybox\nADD %s/changing /f\nRUN cat /f\n" % plain
    write(Site.top, {"changing": "first\n"})
    equal(built(build(text)).count("Using cache"), 0)
    equal(built(build(text)).count("Using cache"), 2)
    write(Site.top, {"changing": "second\n"})
    told = built(build(text))
    equal(told.count("Using cache"), 0)
    contains(told, "second")


def check_contexts_that_are_repositories():
    for place in (plain, secure):
        built(post(remote=place + "/git/app.git#v1", t="context", nocache=1))
        equal(run("context", "ls /app; cat /app/a.txt"), "Dockerfile\na.txt\none", ".dockerignore counts")
    built(post(remote=secure + "/git/app.git#next:sub", t="sub"))
    equal(run("sub", "ls /sub"), "Dockerfile\nOther\ns.txt")
    built(post(remote=secure + "/git/app.git#next:sub", dockerfile="Other", t="other"))
    equal(ok(docker("image", "inspect", "-f", "{{.Config.Labels.other}}", "other")), "yes")
    refused(post(remote=stranger + "/git/app.git"), "certificate")
    refused(post(remote=plain + "/git/app.git#nowhere"), "nowhere")
    refused(post(remote=plain + "/git/lib.git"), "Dockerfile")


def check_contexts_that_are_files():
    built(post(remote=secure + "/context.tar.gz", t="archive"))
    equal(run("archive", "cat /f"), "in the archive")
    built(post(remote=plain + "/alone", t="alone"))
    equal(ok(docker("image", "inspect", "-f", "{{.Config.Labels.from}}", "alone")), "address")
    refused(post(remote=plain + "/nothing"), "404")
    refused(post(remote=stranger + "/alone"), "certificate")


def check_linked_copies_do_not_look_below():
    told = built(build("FROM busybox\nRUN mkdir /real && ln -s /real /way\nCOPY --link local /way/\nADD --link %s/file.txt /way/\n"
                       "RUN echo $(ls -ld /way | cut -c1-10) $(ls /real | wc -l) $(ls /way)\n" % plain))
    contains(told, "drwxr-xr-x 0 file.txt local")


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "remotesources", engine=Engine(sys.argv[1], "remotesources"), ready=ready))
