#!/usr/bin/env python3
"""Every value of an X-ray is compared with what the kernel's own tools and files say: /proc, lsns, nsenter, ip, nft, cgroupfs."""
import json
import os
import re
import subprocess
import time
import unittest
import urllib.parse

from quayside import ApiError, IMAGE, Quayside, apiclient, settled

TYPES = ("user", "mnt", "pid", "net", "ipc", "uts", "cgroup", "time")
NOBODY = 65534


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def namespace(pid, kind):
    return int(re.search(r"\[(\d+)\]", os.readlink(f"/proc/{pid}/ns/{kind}"))[1])


def status(pid):
    return dict(line.split(":", 1) for line in read(f"/proc/{pid}/status").splitlines() if ":" in line)


def named(mask):
    """Names of a capability mask, by capsh's own numbers: the kernel's header."""
    text = read("/usr/include/linux/capability.h")
    names = {int(number): name for name, number in re.findall(r"#define (CAP_[A-Z_]+)\s+(\d+)\b", text)}
    return sorted(names.get(bit, f"CAP_{bit}") for bit in range(64) if mask >> bit & 1)


def as_other_user(socket, target, method="GET"):
    """Status and body of a request by somebody who is not root. Forked: another user may not find this Python."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            answer = apiclient.request(socket, method, target)
            os.write(theirs, json.dumps([answer.status, answer.body.decode()]).encode())
        finally:
            os._exit(0)
    os.close(theirs)
    with open(ours, encoding="utf-8") as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return tuple(json.loads(text))


class Xray(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Quayside("xray")
        cls.addClassCleanup(cls.engine.end)
        os.chmod(cls.engine.folder, 0o711)  # others come to the socket
        cls.engine.start()
        cls.engine.load_busybox()
        cls.engine.call("POST", "/volumes/create", {"Name": "facts"})
        cls.web = cls.engine.run_container(
            "sh", "-c", "echo new > /etc/new; rm /www/index.html; sleep 1000 & exec httpd -f -p 80", name="web",
            ExposedPorts={"80/tcp": {}},
            host_config={"PortBindings": {"80/tcp": [{"HostPort": "4321"}]}, "Memory": 64 << 20, "PidsLimit": 200,
                         "NanoCpus": 500_000_000, "Binds": ["facts:/data", "/etc:/host-etc:ro"],
                         "Tmpfs": {"/scratch": "size=1m"}, "CapAdd": ["NET_ADMIN"], "Dns": ["192.0.2.53"]})
        cls.pid = cls.engine.state(cls.web)["Pid"]
        settled(lambda: "httpd" in read(f"/proc/{cls.pid}/cmdline"))

    def xray(self, ident=None, file=None):
        query = "?" + urllib.parse.urlencode({"file": file}) if file else ""
        return self.engine.call("GET", f"/quayside/containers/{ident or self.web}/xray{query}").json()

    def test_says_who_it_is_of(self):
        xray = self.xray("web")
        self.assertEqual((xray["Id"], xray["Name"], xray["Kernel"]), (self.web, "web", os.uname().release))
        self.assertEqual(xray["Problems"], [])
        self.assertIn("xray", self.engine.call("GET", "/quayside/capabilities").json()["features"])

    def test_namespaces(self):
        found = {space["Type"]: space for space in self.xray()["Namespaces"]}
        self.assertEqual(sorted(found), sorted(TYPES))
        listed = {line.split()[1]: int(line.split()[0])
                  for line in run("lsns", "-n", "-p", str(self.pid), "-o", "NS,TYPE").splitlines()}
        for kind in TYPES:
            space, own = found[kind], namespace(self.pid, kind)
            self.assertEqual(space["Inode"], own, kind)
            self.assertEqual(space["Inode"], listed.get(kind, own), kind)
            self.assertEqual(space["HostInode"], namespace(self.engine.process.pid, kind), kind)
            self.assertEqual(space["Sharing"], "host" if own == namespace(self.engine.process.pid, kind) else "own", kind)
        user = found["user"]
        ranges = [list(map(int, line.split())) for line in read(f"/proc/{self.pid}/uid_map").splitlines()]
        self.assertEqual([[r["Inside"], r["Outside"], r["Count"]] for r in user["Uids"]], ranges)
        self.assertEqual(user["OwnerUid"], 0)
        owners = {line.split()[0]: int(line.split()[2])
                  for line in run("lsns", "-n", "-p", str(self.pid), "-o", "TYPE,NS,ONS").splitlines()
                  if len(line.split()) > 2}
        for kind, owner in owners.items():
            if owner:
                self.assertEqual(found[kind].get("UserInode", 0), owner, kind)
        self.assertEqual(found["net"]["UserInode"], user["Inode"], "its network belongs to its user namespace")

    def test_who_shares_a_namespace(self):
        other = self.engine.run_container("sleep", "1000", name="guest", host_config={"NetworkMode": "container:web"})
        self.addCleanup(self.engine.remove_container, other)
        found = {space["Type"]: space for space in self.xray(other)["Namespaces"]}
        self.assertEqual((found["net"]["Sharing"], found["net"]["SharedWith"]), ("containers", ["web"]))
        self.assertEqual(found["mnt"]["Sharing"], "own")
        mine = {space["Type"]: space for space in self.xray()["Namespaces"]}
        self.assertEqual(mine["net"]["SharedWith"], ["guest"])

    def test_processes(self):
        xray = self.xray()
        inside = [process for process in xray["Processes"] if process.get("Role") != "stage"]
        self.assertEqual(xray["ProcessCount"], len(inside))
        self.assertEqual(sorted(p["Command"] for p in inside), ["httpd", "sleep"])
        boot = int(re.search(r"btime (\d+)", read("/proc/stat"))[1])
        for process in inside:
            facts = status(process["Pid"])
            self.assertEqual(process["InsidePid"], int(facts["NSpid"].split()[-1]))
            self.assertEqual(process["Uid"], int(facts["Uid"].split()[1]))
            self.assertEqual(process["Uid"] - process["InsideUid"], int(read(f"/proc/{self.pid}/uid_map").split()[1]))
            self.assertEqual(process["Gid"], int(facts["Gid"].split()[1]))
            self.assertEqual(process["Parent"], int(facts["PPid"]))
            self.assertEqual(process["Threads"], int(facts["Threads"]))
            self.assertEqual(process["State"], facts["State"].split()[0])
            started = int(read(f"/proc/{process['Pid']}/stat").rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
            self.assertAlmostEqual(process["Started"], boot + started, delta=2)
        init = next(p for p in inside if p.get("Role") == "init")
        self.assertEqual((init["Pid"], init["InsidePid"], init["InsideUid"]), (self.pid, 1, 0))
        child = next(p for p in inside if p["Command"] == "sleep")
        self.assertEqual(child["InsideParent"], 1)
        self.assertEqual(child["Arguments"], "sleep 1000")
        stage = next(p for p in xray["Processes"] if p.get("Role") == "stage")
        self.assertEqual(stage["Pid"], init["Parent"])
        self.assertIn(stage["Pid"], self.engine.stages())

    def test_an_exec_comes_from_outside(self):
        made = self.engine.call("POST", f"/containers/{self.web}/exec", {"Cmd": ["sleep", "987"]}).json()["Id"]
        self.engine.call("POST", f"/exec/{made}/start", {"Detach": True})
        guests = [p for p in self.xray()["Processes"] if p["Arguments"] == "sleep 987"]
        self.assertEqual([(p["Role"], p["InsideParent"]) for p in guests], [("exec", 0)])
        os.kill(guests[0]["Pid"], 9)
        settled(lambda: not any(p["Arguments"] == "sleep 987" for p in self.xray()["Processes"]))

    def cgroup_file(self, controller, name):
        lines = [line.split(":", 2) for line in read(f"/proc/{self.pid}/cgroup").splitlines()]
        for _, controllers, path in lines:
            if controller in controllers.split(","):
                return read(f"/sys/fs/cgroup/{controllers.split(',')[0] if controllers else ''}{path}/{name}").rstrip("\n")
        path = next(path for _, controllers, path in lines if not controllers)
        return read(f"/sys/fs/cgroup{path}/{name}").rstrip("\n")

    def test_cgroup(self):
        cgroup = self.xray()["Cgroup"]
        self.assertEqual([f"{p['Controllers']}:{p['Path']}" for p in cgroup["Paths"]],
                         [line.split(":", 1)[1] for line in read(f"/proc/{self.pid}/cgroup").splitlines()])
        self.assertEqual((cgroup["MemoryLimit"], cgroup["PidsLimit"], cgroup["CpuQuotaUs"] / cgroup["CpuPeriodUs"]),
                         (64 << 20, 200, 0.5))
        self.assertEqual(cgroup["Pids"], len(self.xray()["Processes"]) - 1)
        self.assertGreater(cgroup["MemoryBytes"], 0)
        self.assertGreater(cgroup["CpuNs"], 0)
        steady = [f for f in cgroup["Files"] if re.search(r"limit|max$|shares|quota|period|weight|cpus|mems", f["File"])]
        self.assertGreater(len(steady), 5)
        for file in steady:
            self.assertEqual(file["Value"], self.cgroup_file(file["Controller"], file["File"]), file["File"])
        self.assertEqual(cgroup["Version"], 1 if os.path.isdir("/sys/fs/cgroup/memory") else 2)
        self.assertEqual(cgroup["Events"]["memory.oom_kill"], 0)

    def test_an_update_is_seen_at_once(self):
        self.engine.call("POST", f"/containers/{self.web}/update", {"PidsLimit": 321})
        self.assertEqual(self.xray()["Cgroup"]["PidsLimit"], 321)
        self.engine.call("POST", f"/containers/{self.web}/update", {"PidsLimit": 200})

    def test_mounts(self):
        mounts = self.xray()["Mounts"]
        lines = read(f"/proc/{self.pid}/mountinfo").splitlines()
        self.assertEqual([(m["Id"], m["Target"], m["Options"]) for m in mounts],
                         [(int(line.split()[0]), line.split()[4], line.split()[5]) for line in lines])
        self.assertEqual([(m["Type"], m["Source"]) for m in mounts],
                         [tuple(line.split(" - ")[1].split()[:2]) for line in lines])
        by_target = {m["Target"]: m for m in mounts}
        self.assertEqual((by_target["/"]["Purpose"], by_target["/"]["Type"]), ("root", "overlay"))
        self.assertEqual((by_target["/data"]["Purpose"], by_target["/data"]["Of"]), ("volume", "facts"))
        self.assertTrue(by_target["/data"]["Idmapped"])
        self.assertEqual((by_target["/host-etc"]["Purpose"], by_target["/host-etc"]["Of"]), ("bind", "/etc"))
        self.assertTrue(by_target["/host-etc"]["ReadOnly"])
        self.assertFalse(by_target["/data"]["ReadOnly"])
        self.assertEqual(by_target["/scratch"]["Purpose"], "tmpfs")
        self.assertEqual(by_target["/proc"]["Purpose"], "proc")
        self.assertEqual(by_target["/etc/hosts"]["Purpose"], "file")
        self.assertEqual(by_target["/proc/sys"]["Purpose"], "read-only")
        for target, mount in by_target.items():
            shared = any(re.search(r" shared:\d+ .*- ", line) for line in lines if line.split()[4] == target)
            self.assertEqual("shared" in mount["Propagation"].split(","), shared, target)

    def test_capabilities(self):
        security, facts = self.xray()["Security"], status(self.pid)
        for field, line in (("Effective", "CapEff"), ("Permitted", "CapPrm"), ("Inheritable", "CapInh"),
                            ("Bounding", "CapBnd"), ("Ambient", "CapAmb")):
            self.assertEqual(sorted(security[field]), named(int(facts[line], 16)), field)
        self.assertIn("CAP_NET_ADMIN", security["Effective"])
        self.assertIn("CAP_SYS_ADMIN", security["Missing"])
        last = int(read("/proc/sys/kernel/cap_last_cap"))
        self.assertEqual(len(security["Missing"]) + len(security["Bounding"]), last + 1)
        self.assertEqual(security["NoNewPrivileges"], facts["NoNewPrivs"].strip() == "1")

    def test_seccomp(self):
        security, facts = self.xray()["Security"], status(self.pid)
        self.assertEqual((security["SeccompMode"], security["SeccompFilters"]),
                         (int(facts["Seccomp"]), int(facts["Seccomp_filters"])))
        self.assertEqual(security["SeccompProfile"], "default")
        self.assertLess({"reboot", "kexec_load", "mount", "unshare", "init_module", "bpf"}, set(security["Denied"]))
        self.assertFalse({"read", "openat", "execve"} & set(security["Denied"] + security["Conditional"]))
        self.assertLessEqual({"clone", "socket", "personality"}, set(security["Conditional"]))
        # Two of them, tried.
        for command in ("unshare -m true", "mount -t tmpfs x /tmp"):
            made = self.engine.call("POST", f"/containers/{self.web}/exec",
                                    {"Cmd": ["sh", "-c", command], "AttachStderr": True, "Tty": True}).json()["Id"]
            said = self.engine.call("POST", f"/exec/{made}/start", {"Tty": True}).body.decode()
            self.assertRegex(said, "not permitted|ermission denied", command)

    def test_no_filter_denies_nothing(self):
        free = self.engine.run_container("sleep", "1000", host_config={"SecurityOpt": ["seccomp=unconfined"]})
        self.addCleanup(self.engine.remove_container, free)
        security = self.xray(free)["Security"]
        self.assertEqual((security["SeccompProfile"], security["Denied"]), ("unconfined", []))
        self.assertEqual(security["SeccompMode"], int(status(self.engine.state(free)["Pid"])["Seccomp"]))

    def test_hidden_paths(self):
        security = self.xray()["Security"]
        targets = [line.split()[4] for line in read(f"/proc/{self.pid}/mountinfo").splitlines()]
        secret = {path for path in ("/proc/kcore", "/proc/keys", "/proc/timer_list", "/sys/firmware") if os.path.exists(path)}
        self.assertTrue(secret)
        self.assertLessEqual(secret, set(security["Masked"]))
        for path in security["Masked"] + security["ReadOnly"]:
            self.assertIn(path, targets)

    def in_container(self, *command):
        return run("nsenter", f"--net=/proc/{self.pid}/ns/net", *command)

    def test_network(self):
        network = self.xray()["Network"]
        inside = json.loads(self.in_container("ip", "-j", "addr"))
        found = {i["Name"]: i for i in network["Interfaces"]}
        self.assertEqual(sorted(found), sorted(link["ifname"] for link in inside))
        for link in inside:
            mine = found[link["ifname"]]
            self.assertEqual(sorted(mine["Addresses"]),
                             sorted(f"{a['local']}/{a['prefixlen']}" for a in link["addr_info"]))
            self.assertEqual((mine["Index"], mine["Mtu"], mine["Up"]), (link["ifindex"], link["mtu"], "UP" in link["flags"]))
            if link["link_type"] == "ether":
                self.assertEqual(mine["Mac"], link["address"])
        routes = json.loads(self.in_container("ip", "-j", "route"))
        four = [r for r in network["Routes"] if ":" not in r["Destination"]]
        self.assertEqual(sorted((r["Destination"].replace("0.0.0.0/0", "default"), r["Gateway"], r["Interface"]) for r in four),
                         sorted((r["dst"], r.get("gateway", ""), r["dev"]) for r in routes))
        peer = next(link["link_index"] for link in inside if link["ifname"] == "eth0")
        outside = {link["ifindex"]: link for link in json.loads(self.engine.in_network("ip", "-j", "link"))}
        self.assertEqual(found["eth0"]["Peer"], outside[peer]["ifname"])
        self.assertEqual(found["eth0"]["Bridge"], outside[peer]["master"])
        resolver = self.engine.call("GET", f"/containers/{self.web}/json").json()["ResolvConfPath"]
        self.assertEqual(network["NameServers"], re.findall(r"^nameserver (\S+)", read(resolver), re.M))
        self.assertEqual(network["NameServers"], ["192.0.2.53"])

    def test_the_way_to_a_published_port(self):
        network = self.xray()["Network"]
        way = next(w for w in network["Published"] if w["HostAddress"] == "0.0.0.0")
        self.assertEqual((way["Protocol"], way["HostPort"], way["TargetPort"]), ("tcp", 4321, 80))
        listing = json.loads(self.engine.in_network("nft", "-j", "list", "map", "inet", network["Table"], "ports4"))
        element = next(e["map"]["elem"] for e in listing["nftables"] if "map" in e)[0]
        self.assertTrue(way["Translated"])
        self.assertEqual(element, [{"concat": ["tcp", 4321]}, {"concat": [way["TargetAddress"], 80]}])
        self.assertEqual((way["Interface"], way["Listener"]["Pid"], way["Listener"]["InsidePid"]), ("eth0", self.pid, 1))
        self.assertEqual(way["Listener"]["Command"], "httpd")
        sockets = self.in_container("ss", "-ltnH") if os.path.exists("/usr/bin/ss") else None
        if sockets:
            self.assertEqual(len(sockets.splitlines()), len([s for s in network["Sockets"] if s["Protocol"] == "tcp"]))
        # And it is a way: the first hop leads to what the last one serves.
        self.assertIn("404", self.engine.in_network("sh", "-c", "busybox wget -O- http://127.0.0.1:4321/ 2>&1 || true"))
        self.engine.in_network("nft", "flush", "map", "inet", network["Table"], "ports4")
        way = next(w for w in self.xray()["Network"]["Published"] if w["HostAddress"] == "0.0.0.0")
        if way["Translated"]:  # put back by the engine within a second: then it is there again
            self.assertIn("4321", self.engine.in_network("nft", "list", "map", "inet", network["Table"], "ports4"))
        settled(lambda: self.xray()["Network"]["Published"][0]["Translated"])

    def test_layers(self):
        layers = self.xray()["Layers"]
        image = self.engine.call("GET", f"/images/{IMAGE}/json").json()
        self.assertEqual(len(layers), len(image["RootFS"]["Layers"]) + 1)
        self.assertEqual([layer["Upper"] for layer in layers], [False, True])
        folder = f"{self.engine.root}/layers/{layers[0]['Id']}/diff"
        size = sum(os.lstat(os.path.join(path, name)).st_size for path, _, names in os.walk(folder) for name in names
                   if not os.path.islink(os.path.join(path, name)))
        self.assertEqual(layers[0]["Size"], size)
        self.assertEqual(layers[1]["Id"], self.web)

    def test_where_a_file_comes_from(self):
        def layers(path):
            return [(entry["Index"], entry["Kind"], entry["Seen"]) for entry in self.xray(file=path)["File"]["Layers"]]
        self.assertEqual(layers("/etc/passwd"), [(0, "file", True)])
        self.assertEqual(layers("/etc/new"), [(1, "file", True)])
        self.assertEqual(layers("/www/index.html"), [(1, "whiteout", False), (0, "file", False)])
        self.assertEqual(layers("/etc"), [(1, "folder", True), (0, "folder", True)])
        self.assertEqual(layers("/nowhere"), [])
        self.assertEqual(layers("/bin/sh"), [(0, "link", True)])
        hosts = self.xray(file="/etc/hosts")["File"]
        self.assertEqual(hosts["Mount"], "/etc/hosts")
        self.assertFalse(any(entry["Seen"] for entry in hosts["Layers"]))
        with self.assertRaises(ApiError) as refused:
            self.xray(file="etc/passwd")
        self.assertEqual(refused.exception.status, 400)

    def test_a_link_that_leads_out_leads_nowhere(self):
        hostile = self.engine.run_container("sh", "-c", "ln -s /proc/1/root /out; ln -s ../../../../../.. /up; "
                                                        "ln -s /loop /loop; sleep 1000", name="hostile")
        self.addCleanup(self.engine.remove_container, hostile)
        settled(lambda: self.xray(hostile, file="/loop")["File"]["Layers"])
        self.assertEqual(self.xray(hostile, file="/out/etc/shadow")["File"]["Layers"], [])
        self.assertEqual(self.xray(hostile, file="/up/etc/shadow")["File"]["Layers"], [])
        with self.assertRaises(ApiError) as refused:
            self.xray(hostile, file="/loop/x")
        self.assertEqual(refused.exception.status, 400)

    def test_others_see_nothing(self):
        code, body = as_other_user(self.engine.socket, f"/quayside/containers/{self.web}/xray")
        self.assertEqual(code, 404, body)
        with subprocess.Popen(["sleep", "1000"], user=NOBODY, group=NOBODY, extra_groups=[]) as sleeper:
            code, body = as_other_user(self.engine.socket, "/quayside/xray")
            sleeper.kill()
        self.assertEqual(code, 200, body)
        host = json.loads(body)
        self.assertNotIn(self.web, body)
        self.assertEqual({p["Uid"] for p in host["Processes"] if p.get("Role") not in ("init", "engine")}, {NOBODY},
                         "what others run is not told")
        self.assertIn(sleeper.pid, [p["Pid"] for p in host["Processes"]])
        self.assertNotIn(self.engine.root, json.dumps(host["Processes"]), "nor how the engine was started")
        self.assertEqual([m["Id"] for m in host["Mounts"]],
                         [int(line.split()[0]) for line in read("/proc/self/mountinfo").splitlines()][:512],
                         "as its own process sees them")

    def test_one_that_does_not_run(self):
        made = self.engine.create("true", name="still")
        self.addCleanup(self.engine.remove_container, made)
        for prepare in (lambda: None, lambda: (self.engine.start_container(made), self.engine.wait(made))):
            prepare()
            with self.assertRaises(ApiError) as refused:
                self.xray(made)
            self.assertEqual(refused.exception.status, 409)
            self.assertIn("not running", refused.exception.text)

    def test_the_host_beside_it(self):
        host = self.engine.call("GET", "/quayside/xray").json()
        for space in host["Namespaces"]:
            self.assertEqual(space["Inode"], namespace(self.engine.process.pid, space["Type"]))
            self.assertEqual(space["Sharing"], "host")
        self.assertEqual(sorted(i["Name"] for i in host["Network"]["Interfaces"]),
                         sorted(link["ifname"] for link in json.loads(self.engine.in_network("ip", "-j", "link"))))
        self.assertEqual(host["Id"], "")
        self.assertEqual(host["HostName"], os.uname().nodename)
        self.assertEqual(sorted(host["Security"]["Bounding"]), named(int(status(1)["CapBnd"], 16)))
        self.assertEqual(host["Security"]["SeccompMode"], int(status(1)["Seccomp"]))
        self.assertEqual({path["Path"] for path in host["Cgroup"]["Paths"]}, {"/"})
        memory = dict(line.split(":") for line in read("/proc/meminfo").splitlines())
        self.assertEqual(host["Cgroup"]["MemoryLimit"], int(memory["MemTotal"].split()[0]) << 10)
        self.assertEqual({mount["Purpose"] for mount in host["Mounts"]}, {"host"})

    def test_the_containers_processes_among_the_hosts(self):
        host = self.engine.call("GET", "/quayside/xray").json()
        listed = {p["Pid"]: p for p in host["Processes"]}
        self.assertLess(len(listed), host["ProcessCount"] + 1)
        for process in self.xray()["Processes"]:
            if process["Pid"] in listed:  # of very many the first ones are listed
                self.assertEqual(listed[process["Pid"]]["Uid"], process["Uid"])
                self.assertEqual(listed[process["Pid"]]["Parent"], process["Parent"])
        if host["ProcessCount"] < 500:
            self.assertIn(self.pid, listed)
        self.assertEqual(listed[self.engine.process.pid]["Role"], "engine")
        self.assertEqual(listed[1]["Command"], read("/proc/1/comm").strip())

    def test_the_host_name(self):
        named = self.engine.run_container("sleep", "1000", name="titled", Hostname="stern")
        self.addCleanup(self.engine.remove_container, named)
        self.assertEqual(self.xray(named)["HostName"], "stern")

    def test_a_thousand_processes_are_bounded(self):
        crowd = self.engine.run_container("sh", "-c", "for i in $(seq 1000); do sleep 1000 & done; wait", name="crowd")
        self.addCleanup(self.engine.remove_container, crowd)
        settled(lambda: self.xray(crowd)["ProcessCount"] >= 1001, seconds=120)
        began = time.monotonic()
        xray = self.xray(crowd)
        took = time.monotonic() - began
        self.assertEqual(xray["Processes"][1]["InsidePid"], 1)
        self.assertEqual(len(xray["Processes"]), 513)  # and the stage
        self.assertEqual({p.get("Role", "") for p in xray["Processes"][2:]}, {""}, "none came in from outside")
        before = self.engine.descriptors()
        times = []
        for _ in range(20):
            began = time.monotonic()
            self.xray()
            times.append(time.monotonic() - began)
        self.assertTrue(settled(lambda: self.engine.descriptors() <= before), "nothing is kept open")
        print(f"an X-ray takes {sorted(times)[10] * 1000:.1f} ms, of 1,000 processes {took * 1000:.1f} ms")


if __name__ == "__main__":
    unittest.main()
