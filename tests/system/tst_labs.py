#!/usr/bin/env python3
"""A lab of an ordinary user: what can be done in it, and what must not come of it (docs/adr/031-labs.md)."""
import json
import os
import re
import subprocess
import textwrap
import unittest

from quayside import IMAGE, Quayside, settled

USER = 65534
OTHER = 65533
PYTHON = "/usr/bin/python3"
MASKED = ("acpi", "asound", "interrupts", "kcore", "keys", "latency_stats", "sched_debug", "scsi", "timer_list",
          "timer_stats")
EPERM, EACCES, EINVAL, EROFS, ENOSYS = 1, 13, 22, 30, 38

# What the probes below begin with: the kernel's calls by number, so that no library stands in between.
PRELUDE = """
import ctypes, errno, json, os
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    ctypes.set_errno(0)
    made = libc.syscall(number, *arguments)
    return ctypes.get_errno() if made < 0 else 0
def mount(source, target, kind, flags=0, data=None):
    ctypes.set_errno(0)
    text = lambda value: value.encode() if value is not None else None
    return ctypes.get_errno() if libc.mount(text(source), text(target), text(kind), flags, text(data)) < 0 else 0
def umount(target, flags=0):
    ctypes.set_errno(0)
    return ctypes.get_errno() if libc.umount2(target.encode(), flags) < 0 else 0
def attempt(act, *arguments):
    try:
        act(*arguments)
        return 0
    except OSError as error:
        return error.errno
def answer(value):
    print("ANSWER" + json.dumps(value))
"""


class Labs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Quayside("labs")
        cls.addClassCleanup(cls.engine.end)
        os.chmod(cls.engine.folder, 0o711)  # others come to the socket
        cls.engine.start()
        cls.engine.load_busybox()
        cls.lab = cls.make("lab")

    @classmethod
    def create(cls, name, uid=USER, **host_config):
        body = {"Image": IMAGE, "Cmd": ["sleep", "1000"], "HostConfig": {"SecurityOpt": ["lab"], **host_config}}
        return cls.engine.call_as(uid, "POST", f"/containers/create?name={name}", body)

    @classmethod
    def make(cls, name, uid=USER, **host_config):
        # The probes run in this machine's Python.
        binds = ["/usr:/usr:ro", "/usr/lib:/lib:ro", "/usr/lib64:/lib64:ro"] + host_config.pop("Binds", [])
        status, text = cls.create(name, uid, Binds=binds, Memory=96 << 20, MemorySwap=96 << 20, PidsLimit=100,
                                  **host_config)
        assert status == 201, text
        ident = json.loads(text)["Id"]
        status, text = cls.engine.call_as(uid, "POST", f"/containers/{ident}/start")
        assert status == 204, text
        return ident

    def exec(self, *command, ident=None):
        made = self.engine.call("POST", f"/containers/{ident or self.lab}/exec",
                                {"Cmd": list(command), "AttachStdout": True, "AttachStderr": True, "Tty": True})
        return self.engine.call("POST", f"/exec/{made.json()['Id']}/start", {"Detach": False, "Tty": True},
                                seconds=120).body.decode(errors="replace").replace("\r", "")

    def sh(self, script, ident=None):
        """With busybox's tools, not those of the machine that are mounted at /usr."""
        return self.exec("/bin/sh", "-c", "export PATH=/bin:/sbin; " + script, ident=ident)

    def probe(self, source, ident=None):
        """What the source hands to answer(), run by Python as root of the lab."""
        if not os.path.exists(PYTHON):
            self.skipTest(f"no {PYTHON}")
        text = self.exec(PYTHON, "-c", PRELUDE + textwrap.dedent(source), ident=ident)
        found = re.search(r"ANSWER(.*)", text)
        self.assertTrue(found, text)
        return json.loads(found[1])


class Possible(Labs):
    def test_each_namespace_can_be_made(self):
        made = self.probe("""
            kinds = {"mnt": 0x20000, "uts": 0x4000000, "ipc": 0x8000000, "user": 0x10000000, "net": 0x40000000,
                     "cgroup": 0x2000000, "pid_for_children": 0x20000000, "time_for_children": 0x80}
            found = {}
            for kind, flag in kinds.items():
                child = os.fork()
                if child == 0:
                    before = os.readlink("/proc/self/ns/" + kind)
                    done = call(272, flag)
                    if kind == "pid_for_children" and done == 0:
                        os.waitpid(os.fork() or os._exit(0), 0)  # there is a link only once somebody is in it
                    os._exit(done or (0 if os.readlink("/proc/self/ns/" + kind) != before else 99))
                found[kind] = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            answer(found)
            """)
        self.assertEqual(len(made), 8)
        self.assertEqual({kind: 0 for kind in made}, made)

    def test_mounts(self):
        self.assertEqual("yes\n", self.sh("mkdir -p /m1; unshare -m sh -c "
                                          "'mount -t tmpfs none /m1 && echo yes > /m1/f && cat /m1/f'; ls /m1"))
        self.assertEqual("", self.sh("mkdir -p /m2; mount -t tmpfs none /m2 && umount /m2"), "in its own namespace too")

    def test_processes_with_numbers_of_their_own(self):
        listed = self.sh("unshare -m -p -f sh -c 'mount -t proc proc /proc && ps -o pid,args'")
        self.assertRegex(listed, r"(?m)^ *1 +\S")
        self.assertNotIn("sleep 1000", listed)

    def test_another_root(self):
        listed = self.sh("unshare -m sh -c 'mkdir -p /root2/bin /root2/old && cp /bin/busybox /root2/bin/ && "
                         "mount --bind /root2 /root2 && cd /root2 && pivot_root . old && "
                         "/bin/busybox umount -l /old && /bin/busybox ls /'")
        self.assertEqual(["bin", "old"], listed.split())

    def test_host_names(self):
        before = self.sh("hostname")
        self.assertEqual("inner\n" + before, self.sh("unshare -u sh -c 'hostname inner; hostname'; hostname"))
        self.assertEqual("mine\n", self.sh("hostname mine; hostname"))
        self.sh("hostname " + before)
        self.assertNotEqual("mine", os.uname().nodename)

    def test_networks(self):
        listed = self.sh("unshare -n sh -c 'ip link add bridge9 type bridge && ip link set lo up && ip link'; "
                         "ip link | grep -c bridge9")
        self.assertIn("bridge9", listed)
        self.assertTrue(listed.endswith("\n0\n"), listed)
        self.assertIn("dummy-address", self.sh("ip addr add 192.0.2.7/32 dev lo && echo dummy-address"))

    def test_users_within_users(self):
        self.assertEqual("0\n", self.sh("unshare -U -r id -u"))
        self.assertEqual("deep\n", self.sh("mkdir -p /m3; unshare -U -r unshare -U -r unshare -m sh -c "
                                           "'mount -t tmpfs none /m3 && echo deep'"))

    def test_a_way_out_of_chroot_ends_in_the_root_of_the_lab(self):
        seen = self.probe("""
            os.makedirs("/jail", exist_ok=True)
            outside = os.open("/", os.O_RDONLY)
            os.chroot("/jail")
            inside = sorted(os.listdir("/"))
            os.fchdir(outside)
            for _ in range(64):
                os.chdir("..")
            os.chroot(".")
            answer([inside, sorted(os.listdir("/")), os.path.exists("/proc/1/comm") and open("/proc/1/comm").read()])
            """)
        self.assertEqual([], seen[0])
        self.assertIn("jail", seen[1], "out of the jail")
        self.assertEqual(sorted(self.sh("ls -A /").split()), seen[1])
        self.assertEqual("sleep\n", seen[2])
        self.assertNotIn(os.path.basename(self.engine.folder), self.sh("find / -xdev -maxdepth 3 2>/dev/null"))

    def test_joining_what_another_process_has(self):
        self.assertEqual("theirs\n", self.sh("unshare -u sh -c 'hostname theirs; exec sleep 20' & sleep 1; "
                                             "nsenter -t $! -u hostname; kill $!").replace("Terminated\n", ""))


class Refused(Labs):
    def test_calls_beyond_the_lab(self):
        # x86-64 numbers. Each would reach what no namespace keeps apart.
        calls = {"bpf": 321, "keyctl": 250, "add_key": 248, "request_key": 249, "perf_event_open": 298,
                 "kexec_load": 246, "kexec_file_load": 320, "open_by_handle_at": 304, "init_module": 175,
                 "finit_module": 313, "delete_module": 176, "quotactl": 179, "syslog": 103, "fanotify_init": 300,
                 "reboot": 169, "swapon": 167, "acct": 163, "iopl": 172, "settimeofday": 164, "userfaultfd": 323,
                 "io_uring_setup": 425, "nfsservctl": 180}
        if os.uname().machine != "x86_64":
            self.skipTest("numbers of x86-64")
        said = self.probe(f"answer({{name: call(number, 0, 0, 0, 0, 0) for name, number in {calls!r}.items()}})")
        self.assertEqual({}, {name: code for name, code in said.items() if code not in (EPERM, ENOSYS)})
        inner = self.probe(f"""
            assert call(272, 0x10000000) == 0
            answer({{name: call(number, 0, 0, 0, 0, 0) for name, number in {calls!r}.items()}})
            """)
        self.assertEqual(said, inner, "a user namespace within changes nothing")

    def test_sockets_into_the_kernel(self):
        said = self.probe("""
            import socket
            answer([attempt(socket.socket, family, kind) for family, kind in
                    ((38, socket.SOCK_SEQPACKET), (40, socket.SOCK_STREAM))])
            """)
        self.assertEqual([EPERM, EPERM], said)

    def test_devices(self):
        said = self.probe("""
            import stat
            os.makedirs("/d", exist_ok=True)
            answer({"block": attempt(os.mknod, "/d/disk", 0o600 | stat.S_IFBLK, os.makedev(8, 0)),
                    "mem": attempt(os.mknod, "/d/mem", 0o600 | stat.S_IFCHR, os.makedev(1, 1)),
                    "kmsg": attempt(os.mknod, "/dev/kmsg", 0o600 | stat.S_IFCHR, os.makedev(1, 11)),
                    "devtmpfs": mount("none", "/d", "devtmpfs"),
                    "ext4": mount("/dev/null", "/d", "ext4"),
                    "squashfs": mount("/dev/null", "/d", "squashfs"),
                    "debugfs": mount("none", "/d", "debugfs"),
                    "tracefs": mount("none", "/d", "tracefs"),
                    "securityfs": mount("none", "/d", "securityfs"),
                    "configfs": mount("none", "/d", "configfs")})
            """)
        for name, code in said.items():
            self.assertIn(code, (EPERM, EACCES, 15, 19), name)  # 15: no block device, 19: this kernel has it not

    def test_what_the_launch_mounted_stays(self):
        said = self.probe("""
            MS_RDONLY, MS_REMOUNT, MS_BIND, MS_MOVE, MS_REC = 1, 32, 4096, 8192, 16384
            os.makedirs("/w", exist_ok=True)
            mounts = [line.split()[4] for line in open("/proc/self/mountinfo")]
            hidden = [at for at in mounts if at.startswith(("/proc/", "/sys/"))]
            found = {"many": len(hidden)}
            for at in hidden + ["/proc", "/sys", "/usr", "/dev"]:
                found["umount " + at] = umount(at)
                found["lazy umount " + at] = umount(at, 2)
                found["move " + at] = mount(at, "/w", None, MS_MOVE)
            for at in ("/usr", "/sys", "/proc/sys", "/proc/bus", "/proc/sysrq-trigger"):
                if at in mounts:
                    found["writable " + at] = mount(None, at, None, MS_REMOUNT | MS_BIND)
            found["bind without masks"] = mount("/proc", "/w", None, MS_BIND)
            found["sysfs"] = mount("sysfs", "/w", "sysfs")
            assert call(272, 0x20000) == 0  # in a copy of the mount namespace
            for at in hidden:
                found["copy: umount " + at] = umount(at)
            found["copy: writable /usr"] = mount(None, "/usr", None, MS_REMOUNT | MS_BIND)
            assert call(272, 0x10000000 | 0x20000) == 0  # and in one of a user namespace within
            for at in hidden:
                found["within: umount " + at] = umount(at)
            found["within: writable /usr"] = mount(None, "/usr", None, MS_REMOUNT | MS_BIND)
            answer(found)
            """)
        self.assertGreater(said.pop("many"), 5)
        self.assertEqual({}, {name: code for name, code in said.items() if code not in (EPERM, EINVAL)})

    def test_a_new_proc_shows_no_more_than_any_user_of_the_machine_sees(self):
        said = self.probe(f"""
            os.makedirs("/p", exist_ok=True)
            assert call(272, 0x20000) == 0
            assert mount("proc", "/p", "proc") == 0
            readable, writable = [], []
            for folder, folders, files in os.walk("/p"):
                if folder == "/p":
                    folders[:] = [name for name in folders if not name.isdigit()
                                  and name not in ("self", "thread-self", "net", "mounts")]
                for name in files:
                    path = os.path.join(folder, name)
                    if os.path.islink(path):
                        continue
                    try:
                        os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
                        writable.append(path[2:])
                    except OSError:
                        pass
                    if path[3:].split("/")[0] in {MASKED!r}:
                        try:
                            with open(path, "rb") as file:
                                file.read(1)
                            readable.append(path[2:])
                        except OSError:
                            pass
            answer([readable, writable])
            """)
        readable, writable = said
        # What belongs to the lab's own namespaces can be set, nothing else.
        own = re.compile(r"/sys/(net/|fs/mqueue/|user/|kernel/(msg|sem|shm|ns_last_pid|pid_max|auto_msgmni|domainname"
                         r"|hostname))")
        more = [path for path in writable if not own.match(path)]  # such as /pressure/cpu: who writes is told more often
        self.assertEqual(more, self.by_a_user_of_the_machine("true 2>/dev/null >> /proc$f", more))
        self.assertNotIn("/sysrq-trigger", more)
        self.assertEqual(readable, self.by_a_user_of_the_machine("head -c 1 /proc$f > /dev/null 2>&1", readable),
                         "a file that is kept from the machine's users")
        for secret in ("/kcore", "/timer_list", "/sysrq-trigger"):
            self.assertNotIn(secret, readable)

    @staticmethod
    def by_a_user_of_the_machine(test, paths):
        """Those of the paths below /proc for which the test works outside, by the user whose lab it is."""
        return subprocess.run(["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", "sh", "-c",
                               f'for f in "$@"; do ({test}) && echo "$f"; done', "sh", *paths],
                              capture_output=True, text=True, check=False).stdout.split()

    def test_limits_of_the_machine(self):
        said = self.probe("""
            def write(path, text):
                with open(path, "w") as file:
                    file.write(text)
            os.makedirs("/p2", exist_ok=True)
            assert call(272, 0x20000) == 0
            assert mount("proc", "/p2", "proc") == 0
            answer({path: attempt(write, "/p2/" + path, text) for path, text in (
                ("sys/kernel/core_pattern", "|/tmp/x"), ("sys/kernel/modprobe", "/tmp/x"),
                ("sys/vm/drop_caches", "1"), ("sys/kernel/sysrq", "1"), ("sys/fs/binfmt_misc/register", ":a:"),
                ("sys/kernel/panic", "1"), ("sysrq-trigger", "h"), ("irq/default_smp_affinity", "1"),
                ("1/oom_score_adj", "-1000"))})
            """)
        for path, code in said.items():
            self.assertIn(code, (EPERM, EACCES, EROFS, 2), path)

    def test_cgroups(self):
        said = self.probe("""
            os.makedirs("/c", exist_ok=True)
            def write(path, text):
                with open(path, "w") as file:
                    file.write(text)
            found = {}
            for kind, data in (("cgroup", "memory"), ("cgroup", "pids"), ("cgroup", "devices"), ("cgroup2", None)):
                name = kind + " " + (data or "")
                code = mount("none", "/c", kind, 0, data)
                found[name] = code
                if code != 0:
                    continue
                for file, text in (("release_agent", "/bin/sh"), ("notify_on_release", "1"), ("pids.max", "max"),
                                   ("memory.limit_in_bytes", "-1"), ("memory.max", "max"), ("devices.allow", "a"),
                                   ("cgroup.procs", "0"), ("tasks", "0"), ("cgroup.subtree_control", "+pids")):
                    if os.path.exists("/c/" + file):
                        found[name + " " + file] = attempt(write, "/c/" + file, text) or "written"
                found[name + " mkdir"] = attempt(os.mkdir, "/c/x") or "made"
                umount("/c")
            # Out of the cgroup namespace: a new one is rooted where its maker is.
            assert call(272, 0x2000000) == 0
            found["paths"] = sorted({line.strip().split(":", 2)[2] for line in open("/proc/self/cgroup")})
            answer(found)
            """)
        self.assertNotIn(self.lab, " ".join(said.pop("paths")))
        for name, code in said.items():
            self.assertNotIn(code, ("written", "made"), name)
            if " " in name.strip() and name.split()[-1] not in ("memory", "pids", "devices", "cgroup2"):
                self.assertIn(code, (EPERM, EACCES, EROFS, 2, EINVAL), name)

    def test_other_containers_and_the_host_are_out_of_reach(self):
        neighbour = self.make("neighbour")
        self.addCleanup(self.engine.remove_container, neighbour)
        seen = self.sh("ps -o args")
        self.assertEqual(1, seen.count("sleep 1000"), seen)
        self.assertNotIn("quayside", seen)
        said = self.probe("""
            import socket
            found = {}
            for number in (0, 2, 4, 8, 16):  # kinds of netlink
                found[number] = attempt(socket.socket, socket.AF_NETLINK, socket.SOCK_RAW, number)
            answer([[name for _, name in socket.if_nameindex()], os.path.exists("/sys/class/net/lo")])
            """)
        self.assertLessEqual(set(said[0]), {"lo", "eth0", "tunl0", "sit0", "gre0", "gretap0", "erspan0", "ip_vti0",
                                            "ip6_vti0", "ip6tnl0", "ip6gre0"}, "interfaces of its own")

    def test_a_read_only_bind_of_root_stays_read_only(self):
        folder = self.engine.folder + "/kept"
        os.makedirs(folder)
        lab = self.make("roots", 0, Binds=[f"{folder}:/kept:ro"])
        self.addCleanup(self.engine.remove_container, lab)
        said = self.probe("""
            codes = [mount(None, "/kept", None, 4096 | 32), umount("/kept"), umount("/kept", 2)]
            assert call(272, 0x20000) == 0
            codes += [mount(None, "/kept", None, 4096 | 32), attempt(os.mkdir, "/kept/x")]
            os.makedirs("/k2", exist_ok=True)
            codes += [mount("/kept", "/k2", None, 4096), mount(None, "/k2", None, 4096 | 32), attempt(os.mkdir, "/k2/x")]
            answer(codes)
            """, ident=lab)
        self.assertEqual([EPERM, EINVAL, EINVAL, EPERM, EROFS, 0, EPERM, EROFS], said)
        self.assertEqual([], os.listdir(folder))

    def test_what_joins_a_lab_is_locked_too(self):
        folder = self.engine.folder + "/joined"
        os.makedirs(folder)
        guest = self.engine.run_container("sleep", "1000", name="guest", host_config={
            "PidMode": f"container:{self.lab}", "NetworkMode": f"container:{self.lab}", "Binds": [f"{folder}:/kept:ro"]})
        self.addCleanup(self.engine.remove_container, guest)
        self.assertTrue(settled(lambda: self.sh("ps -o args").count("sleep 1000") == 2))
        said = self.probe(f"""
            pid = next(int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) > 1
                       and open("/proc/" + name + "/cmdline").read() == "sleep\\0001000\\000")
            space = os.open("/proc/%d/ns/mnt" % pid, os.O_RDONLY)
            assert call(308, space, 0x20000) == 0
            answer([mount(None, "/kept", None, 4096 | 32), attempt(os.mkdir, "/kept/x")])
            """)
        self.assertEqual([EPERM, EROFS], said)

    def test_combinations(self):
        for option, value in (("Privileged", True), ("UsernsMode", "host"), ("PidMode", "host"), ("NetworkMode", "host"),
                              ("IpcMode", "host"), ("UTSMode", "host"), ("CgroupnsMode", "host"),
                              ("SecurityOpt", ["lab", "seccomp=unconfined"]), ("MaskedPaths", [])):
            status, text = self.create("refused", **{option: value})
            self.assertEqual(403, status, f"{option}: {text}")
            if option != "MaskedPaths":
                status, text = self.create("refused", 0, **{option: value})
                self.assertEqual(400, status, f"{option}: {text}")
        plain = self.engine.run_container("sleep", "1000", name="plain")
        self.addCleanup(self.engine.remove_container, plain)
        status, text = self.create("refused", 0, PidMode="container:plain")
        self.assertEqual(400, status, text)
        self.assertIn("other labs only", text)


class Bounds(Labs):
    def test_processes_within_count(self):
        script = "export PATH=/bin; (for i in $(seq 300); do sleep 300 & done) 2>/dev/null; exec sleep 300"
        made = self.engine.call("POST", f"/containers/{self.lab}/exec",
                                {"Cmd": ["/bin/busybox", "unshare", "-U", "-r", "-p", "-f", "/bin/sh", "-c", script]}).json()
        self.engine.call("POST", f"/exec/{made['Id']}/start", {"Detach": True})

        def processes():
            return self.engine.call("GET", f"/containers/{self.lab}/top").json()["Processes"]
        settled(lambda: len(processes()) > 90)
        listed = processes()
        self.assertLessEqual(len(listed), 100)
        self.assertGreater(len(listed), 50, "the bomb has not gone off")
        self.engine.call("POST", f"/containers/{self.lab}/restart?t=0")

    def test_memory_within_counts(self):
        said = self.sh("unshare -U -r -p -f sh -c 'tail -c 200m /dev/zero | wc -c; echo lived'")
        self.assertEqual({"0", "Killed", "lived"}, set(said.split()), "what it held was lost")
        self.assertTrue(settled(lambda: self.engine.state(self.lab)["Running"]))


class Shown(Labs):
    def xray(self):
        status, text = self.engine.call_as(USER, "GET", f"/quayside/containers/{self.lab}/xray")
        self.assertEqual(200, status, text)
        return json.loads(text)

    def test_what_it_may_do(self):
        security = self.xray()["Security"]
        self.assertEqual("lab", security["SeccompProfile"])
        for name in ("CAP_SYS_ADMIN", "CAP_NET_ADMIN", "CAP_SYS_PTRACE"):
            self.assertIn(name, security["Effective"])
        self.assertNotIn("CAP_SYS_MODULE", security["Bounding"])
        for name in ("bpf", "keyctl", "perf_event_open", "quotactl"):
            self.assertIn(name, security["Denied"])
        for name in ("mount", "unshare", "clone", "clone3", "pivot_root"):
            self.assertNotIn(name, security["Denied"] + security["Conditional"])

    def test_rooms_within(self):
        self.assertEqual([], [space for space in self.xray()["Namespaces"] if space.get("Nested")])
        made = self.engine.call("POST", f"/containers/{self.lab}/exec",
                                {"Cmd": ["unshare", "-n", "-u", "-p", "-f", "sh", "-c", "sleep 77; true"]}).json()["Id"]
        self.engine.call("POST", f"/exec/{made}/start", {"Detach": True})

        def sleeper():
            return next((p for p in self.xray()["Processes"] if p["Arguments"] == "sleep 77"), None)
        process = settled(sleeper)
        self.assertTrue(process)
        nested = {space["Type"]: space.get("Nested", []) for space in self.xray()["Namespaces"]}
        user = next(space for space in self.xray()["Namespaces"] if space["Type"] == "user")
        for kind in ("net", "uts", "pid"):
            self.assertEqual(1, len(nested[kind]), kind)
            room = nested[kind][0]
            self.assertEqual(f"{kind}:[{room['Inode']}]", os.readlink(f"/proc/{process['Pid']}/ns/{kind}"))
            self.assertIn(process["Pid"], room["Pids"])
            self.assertEqual(user["Inode"], room["UserInode"], kind)
        self.assertEqual(([], []), (nested["mnt"], nested["ipc"]))
        self.sh("killall sleep 2>/dev/null; kill -9 $(pidof sleep) 2>/dev/null; true")
        self.engine.call("POST", f"/containers/{self.lab}/restart?t=0")

    def test_the_image_for_lessons(self):
        made = self.engine.call_as(USER, "POST", "/quayside/images/starter?name=busybox")
        self.assertEqual(200, made[0], made)
        self.assertEqual(200, self.engine.call_as(USER, "GET", "/images/busybox/json")[0])
        self.assertEqual(404, self.engine.call_as(USER, "POST", "/quayside/images/starter?name=debian")[0])

    def test_the_feature_is_told(self):
        self.assertIn("lab", self.engine.call("GET", "/quayside/capabilities").json()["features"])

    def test_others_do_not_see_it(self):
        self.assertEqual(404, self.engine.call_as(OTHER, "GET", f"/containers/{self.lab}/json")[0])


if __name__ == "__main__":
    unittest.main(verbosity=2)
