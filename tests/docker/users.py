#!/usr/bin/env python3
"""Two ordinary users and root on one engine: what each may do, and what they see of one another.

  users.py ENGINE [PART-OF-A-NAME ...]
"""

import os
import subprocess
import sys
import time

from checks import contains, equal, fails, ok, run_on_one_engine, true

docker = alice = bob = engine = None


def home_of(user):
    folder = "%s/home-%d" % (engine.folder, user.uid)
    if not os.path.isdir(folder):
        os.makedirs(folder, 0o700)
        os.chown(folder, user.uid, user.uid)
    return folder


def check_a_user_runs_containers():
    equal(ok(alice("run", "--rm", "busybox", "echo", "hi")), "hi")
    ok(alice("run", "-d", "--name", "hers", "-p", "8080:80", "busybox", "httpd", "-f", "-h", "/www"))
    ok(bob("run", "-d", "--name", "his", "busybox", "sleep", "600"))
    ok(docker("run", "-d", "--name", "roots", "busybox", "sleep", "600"))
    ok(alice("exec", "hers", "true"))


def check_nobody_sees_the_others():
    equal(ok(alice("ps", "-a", "--format", "{{.Names}}")), "hers")
    equal(ok(bob("ps", "-a", "--format", "{{.Names}}")), "his")
    equal(sorted(ok(docker("ps", "-a", "--format", "{{.Names}}")).split()), ["hers", "his", "roots"])


def check_nobody_touches_the_others():
    identity = ok(docker("inspect", "--format", "{{.Id}}", "his"))
    for name in ("his", "roots", identity, identity[:8]):
        for command in (["inspect", "--type", "container", name], ["logs", name], ["exec", name, "true"], ["stop", name],
                        ["kill", name], ["pause", name], ["rename", name, "mine"], ["rm", "-f", name], ["start", name],
                        ["restart", name], ["wait", name], ["attach", name]):
            done = alice(*command)
            contains(done.err.lower(), "no such container", done)
            true(done.code != 0 or command[0] == "rm", done)
    equal(ok(docker("inspect", "--format", "{{.State.Status}}", "his")), "running")
    fails(alice("run", "--rm", "--network", "container:his", "busybox", "true"), 125, "No such container")
    fails(alice("run", "--rm", "--pid", "container:roots", "busybox", "true"), 125)
    fails(alice("run", "--rm", "--volumes-from", "his", "busybox", "true"), 125)


def check_files_of_others_are_out_of_reach():
    for name in ("his", "roots"):
        for command in (["cp", name + ":/etc/passwd", "-"], ["cp", "/bin/true", name + ":/x"], ["diff", name], ["export", name],
                        ["commit", name, "stolen"]):
            done = alice(*command)
            contains(done.err.lower(), "no such container", done)
            true(done.code != 0, done)
    equal(ok(alice("images", "-q", "stolen")), "")


def check_copies_go_no_further_than_the_caller():
    """What docker cp writes into a bind is the caller's; what she may not read or write there it can't either."""
    folder = home_of(alice)
    with open(folder + "/roots", "w") as file:
        file.write("not hers")
    os.chmod(folder + "/roots", 0o600)
    ok(alice("create", "--name", "bound", "-v", folder + ":/x", "busybox", "sleep", "600"))
    for _ in range(2):  # stopped, then running
        true(alice("cp", "bound:/x/roots", "-").code != 0 or b"not hers" not in alice("cp", "bound:/x/roots", "-").raw)
        ok(alice("cp", "/bin/true", "bound:/x/copied"))
        made = os.stat(folder + "/copied")
        equal((made.st_uid, made.st_gid), (alice.uid, alice.uid))
        ok(alice("start", "bound"))
    equal(open(folder + "/roots").read(), "not hers")
    ok(alice("commit", "bound", "hers:made"))
    ok(alice("run", "--rm", "hers:made", "true"))
    ok(alice("rm", "-f", "bound"))


def check_every_user_has_ids_of_their_own():
    first = ok(alice("exec", "hers", "cat", "/proc/self/uid_map")).split()
    second = ok(bob("exec", "his", "cat", "/proc/self/uid_map")).split()
    equal((first[0], first[2], second[0], second[2]), ("0", "65536", "0", "65536"))
    true(abs(int(first[1]) - int(second[1])) >= 65536, (first, second))
    pid = ok(docker("inspect", "--format", "{{.State.Pid}}", "hers"))
    with open("/proc/%s/status" % pid) as file:
        true("Uid:\t%s" % first[1] in file.read(), "the process has the ids of its map")


def check_what_needs_more_rights_is_refused_by_name():
    for options, part in ((["--privileged"], "privileged"), (["--pid", "host"], "pid"), (["--network", "host"], "network"),
                          (["--ipc", "host"], "ipc"), (["--userns", "host"], "user"), (["--cgroupns", "host"], "cgroup"),
                          (["--uts", "host"], "uts"), (["--cap-add", "SYS_ADMIN"], "SYS_ADMIN"),
                          (["--cap-add", "ALL"], "ALL"), (["--device", "/dev/null:/dev/x"], "device"),
                          (["--security-opt", "seccomp=unconfined"], "seccomp"),
                          (["--security-opt", "systempaths=unconfined"], ""), (["-p", "80:80"], "80"),
                          (["--cgroup-parent", "/x"], "cgroup"), (["--oom-score-adj", "-500"], "oom"),
                          (["--device-cgroup-rule", "c *:* rwm"], "device"), (["--sysctl", "kernel.core_pattern=x"], "sysctl")):
        done = alice("run", "--rm", *options, "busybox", "true")
        equal(done.code, 125, done)
        contains(done.err.lower(), part.lower(), done)
    done = alice("exec", "--privileged", "hers", "true")
    true(done.code != 0, done)
    contains(done.err.lower(), "privileged")


def check_cgroup_parents_stay_in_one_s_own_tree():
    def cgroups_of(name):
        pid = ok(docker("inspect", "--format", "{{.State.Pid}}", name))
        with open("/proc/%s/cgroup" % pid) as file:
            return {line.split(":")[2] for line in file.read().splitlines() if "/quayside" in line}

    ok(alice("run", "-d", "--name", "placed", "--cgroup-parent", "web/front", "busybox", "sleep", "600"))
    for path in cgroups_of("placed"):
        contains(path, "/user-%d/web/front/" % alice.uid)
    true(cgroups_of("placed"), "it is in a group of the engine's")
    group = cgroups_of("hers").pop().rsplit("/", 1)[0]
    for parent, code, words in (("/", 125, "root"), (group, 125, "root"), (group + "/user-%d/x" % bob.uid, 125, "root"),
                                ("../user-%d" % bob.uid, 125, "invalid --cgroup-parent"), ("..", 125, "invalid"),
                                ("web/../../x", 125, "invalid --cgroup-parent"),
                                (ok(docker("inspect", "--format", "{{.Id}}", "his")), 125, "containers lie there")):
        fails(alice("run", "--rm", "--cgroup-parent", parent, "busybox", "true"), code, words)
    ok(alice("rm", "-f", "placed"))
    left = subprocess.run(["find", "/sys/fs/cgroup", "-type", "d", "-path", "*%s/user-*" % group], capture_output=True, text=True)
    equal(left.stdout, "", "the groups go with the last container in them")


def check_binds_are_opened_as_the_caller():
    secret = engine.folder + "/secret"
    os.makedirs(secret, 0o700)
    hidden = alice("run", "--rm", "-v", secret + ":/x", "busybox", "true")
    missing = alice("run", "--rm", "-v", engine.folder + "/root/nope:/x", "busybox", "true")
    equal((hidden.code, missing.code), (125, 125), "%s %s" % (hidden, missing))
    equal(hidden.err.replace(secret, ""), missing.err.replace(engine.folder + "/root/nope", ""),
          "one error for what is not there and what may not be read")
    equal(alice("run", "--rm", "-v", "/etc:/x", "busybox", "true").code, 125, "/etc is not hers to write")
    ok(alice("run", "--rm", "-v", "/etc:/x:ro", "busybox", "test", "-f", "/x/passwd"))
    equal(alice("run", "--rm", "-v", "/etc/shadow:/x:ro", "busybox", "true").code, 125, "/etc/shadow is not hers to read")


def check_what_is_made_in_a_bind_belongs_to_the_caller():
    folder = home_of(alice)
    ok(alice("run", "--rm", "-v", folder + ":/x", "busybox", "sh", "-c", "cp /bin/busybox /x/su; chmod 4755 /x/su"))
    made = os.stat(folder + "/su")
    equal(made.st_uid, alice.uid, "a setuid file is the caller's own")


def check_the_engine_s_socket_stays_outside():
    equal(alice("run", "--rm", "-v", engine.socket + ":/x", "busybox", "true").code, 125)


def check_volumes_are_one_s_own():
    ok(alice("run", "--rm", "-v", "shared:/x", "busybox", "sh", "-c", "echo hers > /x/file"))
    equal(ok(alice("volume", "ls", "-q")), "shared")
    equal(ok(bob("volume", "ls", "-q")), "")
    done = bob("run", "--rm", "-v", "shared:/x", "busybox", "cat", "/x/file")
    true("hers" not in done.out, done)


def check_events_are_one_s_own():
    begin = str(time.time() - 1)
    ok(bob("run", "--rm", "--name", "seen", "busybox", "true"))
    until = str(time.time() + 0.1)
    window = ["events", "--since", begin, "--until", until]
    contains(ok(bob(*window)), "name=seen")
    contains(ok(docker(*window)), "name=seen")
    true("name=seen" not in ok(alice(*window)), "alice sees nothing of it")


def check_no_endpoint_opens_another_s_container():
    """Whatever the endpoint: 404, in the words for what does not exist, and nothing has happened to it."""
    identity = ok(docker("inspect", "--format", "{{.Id}}", "his"))
    before = ok(docker("inspect", "--format", "{{.State.StartedAt}} {{.HostConfig.Memory}} {{.RestartCount}}", "his"))
    requests = [("GET", "json"), ("GET", "top"), ("GET", "logs?stdout=1"), ("GET", "changes"), ("GET", "export"),
                ("GET", "stats?stream=0"), ("POST", "resize?h=1&w=1"), ("POST", "start"), ("POST", "stop"),
                ("POST", "restart"), ("POST", "kill"), ("POST", "update"), ("POST", "rename?name=x1"), ("POST", "pause"),
                ("POST", "unpause"), ("POST", "attach?logs=1"), ("POST", "wait"), ("DELETE", "?force=1"),
                ("GET", "archive?path=/"), ("PUT", "archive?path=/"), ("POST", "exec"), ("GET", "attach/ws?logs=1")]
    for name in (identity, identity[:12]):
        for method, what in requests:
            path = "/containers/%s%s%s" % (name, "" if what.startswith("?") else "/", what)
            body = b'{"Cmd": ["true"], "Memory": 9000000}' if what in ("exec", "update") else b""
            status, text = alice.api(method, path, body)
            true(status in (404, 501), "%s %s: %s" % (method, path, text[:300]))
            true(status == 501 or "no such container" in text.lower(), text[:300])
        status, text = alice.api("POST", "/commit?container=%s&repo=stolen" % name)
        true(status in (404, 501), text[:300])
        for path in ("/quayside/containers/%s/plan", "/quayside/stats?ids=%s"):
            status, text = alice.api("GET", path % name)
            equal(status, 404, text[:300])
    equal(ok(docker("inspect", "--format", "{{.State.StartedAt}} {{.HostConfig.Memory}} {{.RestartCount}}", "his")), before)


def check_another_s_exec():
    status, text = bob.api("POST", "/containers/his/exec", b'{"Cmd": ["sleep", "5"], "AttachStdout": true}')
    equal(status, 201, text)
    exec_id = text.split('"Id":"')[1][:64]
    for method, path, body in (("GET", "/exec/%s/json", b""), ("POST", "/exec/%s/start", b"{}"),
                               ("POST", "/exec/%s/resize?h=1&w=1", b"")):
        status, text = alice.api(method, path % exec_id, body)
        equal(status, 404, text[:300])


def check_requests_that_say_two_things():
    """What was authorised is what is done: a body that can be read in two ways is not read at all."""
    for body in (b'{"Image":"busybox","HostConfig":{"Privileged":false,"Privileged":true}}',
                 b'{"Image":"busybox","HostConfig":{"privileged":true}}',
                 b'{"Image":"busybox","hostconfig":{"Privileged":true}}',
                 b'{"Image":"busybox","HostConfig":{},"HostConfig":{"Privileged":true}}',
                 b'{"Image":"busybox","HostConfig":{"PidMode":"host","PidMode":""}}',
                 b'{"Image":"busybox"}{"HostConfig":{"Privileged":true}}',
                 b'{"Image":"busybox","HostConfig":{"Privileged":"true"}}'):
        status, text = alice.api("POST", "/containers/create", body)
        true(status in (400, 403), "%r: %s" % (body, text[:300]))
    status, text = alice.api("POST", "/v1.51/containers/create", b'{"Image":"busybox","HostConfig":{"Privileged":true}}')
    equal(status, 403, text[:300])


def check_a_content_length_that_lies():
    body = b'{"Image":"busybox","Cmd":["true"]}'
    tail = (b"POST /containers/create HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 0\r\n"
            b"Content-Length: %d\r\n\r\n" % len(body)) + body
    text = alice.raw(tail)
    contains(text, "HTTP/1.1 400", "two lengths")
    chunked = (b"POST /containers/create HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
               b"Transfer-Encoding: chunked\r\n\r\n" % len(body)) + body
    contains(alice.raw(chunked), "HTTP/1.1 400", "a length and chunks")
    before = ok(docker("ps", "-aq"))
    status, text = alice.api("POST", "/containers/create", body, length=len(body) + 100)
    true(status in (0, 400), "longer than what comes: %s" % text[:300])
    status, text = alice.api("POST", "/containers/create", body, length=len(body) - 5)
    equal(status, 400, "cut off: %s" % text[:300])
    equal(ok(docker("ps", "-aq")), before, "nothing was made")


def check_volumes_with_host_paths():
    for options in (["-o", "type=none", "-o", "o=bind", "-o", "device=/root"],
                    ["-o", "type=ext4", "-o", "device=/dev/loop0"]):
        made = alice("volume", "create", *options, "detour")
        if made.code != 0:
            continue
        done = alice("run", "--rm", "-v", "detour:/x", "busybox", "ls", "/x")
        true(done.code != 0, "the volume leads to what is root's: %s" % done)
        ok(alice("volume", "rm", "detour"))
    done = alice("run", "--rm", "--mount", "type=volume,target=/x,volume-opt=type=none,volume-opt=o=bind,volume-opt=device=/root",
                 "busybox", "ls", "/x")
    true(done.code != 0, done)


def check_folders_that_hold_the_socket():
    for folder in (os.path.dirname(engine.socket), os.path.dirname(os.path.dirname(engine.socket)), "/"):
        done = alice("run", "--rm", "-v", folder + ":/x:ro", "busybox", "ls", "/x" + engine.socket[len(folder.rstrip("/")):])
        true(done.code != 0, "%s: %s" % (folder, done))


def check_rates_reveal_nothing():
    """Only what is below /dev is looked at: nobody learns what lies where he may not look."""
    secret = engine.folder + "/secret/file"
    for path in (secret, "/etc/shadow", "/root", "/no/such"):
        body = '{"Image":"busybox","HostConfig":{"BlkioDeviceReadBps":[{"Path":"%s","Rate":1000000}]}}' % path
        status, text = alice.api("POST", "/containers/create", body.encode())
        equal(status, 400, text)
        contains(text, "a path below /dev")


def check_names_of_images_are_one_s_own():
    ok(alice("tag", "busybox", "mine:1"))
    true("mine" not in ok(bob("images", "--format", "{{.Repository}}")), "bob sees alice's name")
    true(bob("rmi", "mine:1").code != 0, "and takes it away")
    ok(bob("tag", "busybox", "mine:1"))
    ok(bob("rmi", "-f", "mine:1"))
    ok(alice("run", "--rm", "mine:1", "true"))
    ok(alice("rmi", "-f", "mine:1"))


def check_ranges_do_not_move():
    first = ok(alice("exec", "hers", "cat", "/proc/self/uid_map")).split()[1]
    equal(ok(alice("run", "--rm", "busybox", "cat", "/proc/self/uid_map")).split()[1], first)
    engine.stop()
    engine.start()
    equal(ok(alice("run", "--rm", "busybox", "cat", "/proc/self/uid_map")).split()[1], first)
    true(0x70000000 <= int(first) < 0x7FFE0000 or in_subuid(alice.uid, int(first)), first)


def in_subuid(uid, first):
    with open("/etc/subuid") as file:
        return any(line.split(":")[1] == str(first) for line in file if line.startswith("%d:" % uid))


def check_names_belong_to_users():
    """Of containers: each user may have one of the name, each means their own, and root is told where it is not clear."""
    hers, his = ok(docker("inspect", "--format", "{{.Id}}", "hers")), ok(bob("create", "--name", "hers", "busybox", "true"))
    equal(ok(alice("inspect", "--format", "{{.Id}}", "hers")), hers)
    equal(ok(bob("inspect", "--format", "{{.Id}}", "hers")), his)
    fails(bob("create", "--name", "hers", "busybox", "true"), 1, "already in use", his)
    done = docker("inspect", "--type", "container", "hers")
    for part in ("several users", hers, his, "user %d" % alice.uid, "user %d" % bob.uid):
        contains(done.err, part)
    ok(docker("create", "--name", "hers", "busybox", "true"))  # its own is meant, and made
    true(ok(docker("inspect", "--format", "{{.Id}}", "hers")) not in (hers, his), "root's own comes first")
    ok(docker("rm", "hers"))
    # Root renames among the owner's names.
    fails(docker("rename", his, "his"), 1, "already in use")
    ok(docker("rename", his, "theirs"))
    ok(alice("create", "--name", "theirs", "busybox", "true"))
    engine.stop()
    engine.start()
    equal(ok(bob("inspect", "--format", "{{.Id}}", "theirs")), his, "and after a restart")
    equal(ok(alice("inspect", "--format", "{{.State.Status}}", "hers")), "running")
    ok(bob("rm", "theirs"))
    ok(alice("rm", "theirs"))


def check_names_of_networks_belong_to_users():
    for user in (alice, bob):
        ok(user("network", "create", "front"))
        ok(user("run", "-d", "--name", "web", "--network", "front", "busybox", "sleep", "600"))
    for user, other in ((alice, bob), (bob, alice)):
        address = ok(user("inspect", "--format", "{{.NetworkSettings.Networks.front.IPAddress}}", "web"))
        contains(ok(user("exec", "web", "nslookup", "-type=a", "web")), address)
        true(address != ok(other("inspect", "--format", "{{.NetworkSettings.Networks.front.IPAddress}}", "web")), address)
    done = docker("network", "inspect", "front")
    contains(done.err, "several users have a network front", done)
    identity = ok(alice("network", "inspect", "--format", "{{.Id}}", "front"))
    # A container of root's on alice's network has a name there, but takes none of hers over, and is none of her business.
    ok(docker("run", "-d", "--name", "web", "--network", identity, "--network-alias", "guest", "busybox", "sleep", "600"))
    roots = ok(docker("inspect", "--format", "{{.NetworkSettings.Networks.front.IPAddress}}", "web"))
    contains(ok(alice("exec", "web", "nslookup", "-type=a", "guest")), roots)
    true(roots not in ok(alice("exec", "web", "nslookup", "-type=a", "web")), "root's took alice's name over")
    ok(alice("rm", "-f", "web"))
    done = alice("network", "rm", "front")
    contains(done.err, "not yours", done)
    true("web" not in done.err, done)
    ok(docker("rm", "-f", "web"))
    ok(alice("network", "rm", "front"))
    ok(bob("rm", "-f", "web"))
    ok(bob("network", "rm", "front"))


def check_the_host_s_ports_are_shared_in_silence():
    """A port that a stranger holds is taken, and that is all that one learns."""
    identity = ok(alice("inspect", "--format", "{{.Id}}", "hers"))
    done = bob("run", "-d", "--name", "late", "-p", "8080:80", "busybox", "sleep", "600")
    contains(done.err, "port is already allocated", done)
    true(identity[:12] not in done.err and "hers" not in done.err, done)
    ok(bob("rm", "late"))
    done = docker("run", "-d", "--name", "late", "-p", "8080:80", "busybox", "sleep", "600")
    contains(done.err, "by container " + identity[:12], done)
    ok(docker("rm", "late"))


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "users", users={"alice": 61001, "bob": 61002}))
