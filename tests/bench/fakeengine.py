"""An engine that only answers: as many containers as wanted, and their events as fast as wanted. What the window costs
is the window's alone."""
import asyncio
import contextlib
import hashlib
import json
import os
import random
import struct
import tempfile
import threading
import time
import urllib.parse


def _identity(number):
    return hashlib.sha256(b"%d" % number).hexdigest()


class FakeEngine:
    """With `count` containers, every second one running. Start it by `with`."""

    def __init__(self, count):
        self.containers = [{"Id": _identity(i), "Names": ["/service-%04d" % i], "Image": "registry.example/app-%d:1" % (i % 20),
                            "ImageID": "sha256:" + _identity(900000 + i % 20), "Command": "serve --port 80",
                            "Created": int(time.time()) - 60 * i, "State": "running" if i % 2 else "exited",
                            "Status": "Up 2 hours" if i % 2 else "Exited (0) 2 hours ago", "Labels": {"tier": "front"},
                            "Ports": [{"PrivatePort": 80, "PublicPort": 20000 + i, "Type": "tcp", "IP": "0.0.0.0"}],
                            "NetworkSettings": {"Networks": {"bridge": {"NetworkID": _identity(1)}}}, "Mounts": []}
                           for i in range(count)]
        self.by_id = {c["Id"]: c for c in self.containers}
        self.folder = tempfile.mkdtemp()
        self.socket = self.folder + "/engine.sock"
        self.sent = 0  # events
        self._listeners = []
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self):
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_):
        asyncio.run_coroutine_threadsafe(self._end(), self._loop)
        self._thread.join(10)
        if os.path.exists(self.socket):
            os.unlink(self.socket)
        os.rmdir(self.folder)

    async def _end(self):
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        self._loop.stop()

    def change_states(self, count, a_second):
        """So many containers start or end, evenly in time, from now on. Returns when the last has."""
        asyncio.run_coroutine_threadsafe(self._change(count, a_second), self._loop).result()

    async def _change(self, count, a_second):
        begun = time.monotonic()
        for number in range(count):
            container = random.choice(self.containers)
            runs = container["State"] == "running"
            container.update(State="exited" if runs else "running", Status="Exited (1) 1 second ago" if runs else "Up 1 second")
            self._tell(container, "die" if runs else "start")
            await asyncio.sleep(max(0, begun + (number + 1) / a_second - time.monotonic()))

    def _tell(self, container, action):
        now = time.time()
        event = {"Type": "container", "Action": action, "scope": "local", "time": int(now), "timeNano": int(now * 1e9),
                 "Actor": {"ID": container["Id"], "Attributes": {"name": container["Names"][0][1:],
                                                                  "image": container["Image"], "exitCode": "1"}}}
        self.sent += 1
        self._listeners = [writer for writer in self._listeners if not writer.is_closing()]
        for writer in self._listeners:
            _chunk(writer, json.dumps(event) + "\n")

    # ---- HTTP

    def _serve(self):
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(asyncio.start_unix_server(self._connection, self.socket))
        self._ready.set()
        self._loop.run_forever()

    async def _connection(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                method, target, _ = head.split("\r\n")[0].split(" ")
                length = [int(line.split(":")[1]) for line in head.split("\r\n") if line.lower().startswith("content-length:")]
                if length:
                    await reader.readexactly(length[0])
                if not await self._answer(method, urllib.parse.urlsplit(target), writer):
                    break
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            with contextlib.suppress(ValueError):
                self._listeners.remove(writer)
            writer.close()

    async def _answer(self, method, target, writer):
        path = target.path.split("/", 2)[2] if target.path.startswith("/v1.") else target.path[1:]
        query = dict(urllib.parse.parse_qsl(target.query))
        if path == "events" and "until" not in query:
            _begin(writer)
            self._listeners.append(writer)
            await writer.drain()
            await asyncio.sleep(1e6)
        if path.startswith("containers/") and path != "containers/json":
            return await self._container(path.split("/"), query, writer)
        answer = self._document(method, path, query)
        if answer is None:
            _document(writer, {"message": "page not found"}, "404 Not Found")
        else:
            _document(writer, answer)
        return True

    def _document(self, method, path, query):
        if path == "containers/json":
            wanted = json.loads(query.get("filters", "{}")).get("id")
            return self.containers if not wanted else [self.by_id[i] for i in wanted if i in self.by_id]
        if path == "images/json":
            return [{"Id": "sha256:" + _identity(900000 + i), "RepoTags": ["registry.example/app-%d:1" % i], "RepoDigests": [],
                     "Created": int(time.time()) - 3600 * i, "Size": 50_000_000 + i, "SharedSize": -1, "Containers": -1, "Labels": {}}
                    for i in range(20)]
        return {"_ping": "OK", "version": {"Version": "1.0", "ApiVersion": "1.45", "Components": []},
                "info": {"Name": "fake", "NCPU": 4, "MemTotal": 16 << 30, "ServerVersion": "1.0", "OperatingSystem": "none"},
                "networks": [{"Name": "bridge", "Id": _identity(1), "Driver": "bridge", "Scope": "local"}],
                "volumes": {"Volumes": [], "Warnings": None},
                "system/df": {"LayersSize": 0, "Images": [], "Containers": [], "Volumes": [], "BuildCache": []},
                }.get(path)

    async def _container(self, parts, query, writer):
        container, what = self.by_id.get(parts[1]), parts[2]
        if container is None or what not in ("json", "top", "logs", "stats", "changes"):
            _document(writer, {"message": "No such container: " + parts[1]}, "404 Not Found")
            return True
        if what == "json":
            _document(writer, {"Id": container["Id"], "Name": container["Names"][0], "Path": "serve", "Args": [],
                               "State": {"Status": container["State"], "Running": container["State"] == "running", "Pid": 7},
                               "Config": {"Env": ["A=b"], "Cmd": ["serve"], "Image": container["Image"]}, "HostConfig": {},
                               "NetworkSettings": {"Networks": {}}, "Mounts": []})
        elif what == "top":
            _document(writer, {"Titles": ["PID", "CMD"], "Processes": [["7", "serve"]]})
        elif what == "changes":
            _document(writer, [])
        elif what == "logs":
            _begin(writer, "application/vnd.docker.multiplexed-stream")
            for line in range(1000):
                text = b"2026-01-01T00:00:00.000000000Z GET /%d 200\n" % line
                _chunk(writer, struct.pack(">BxxxI", 1, len(text)) + text)
            if query.get("follow") in ("1", "true"):
                await asyncio.sleep(1e6)
            writer.write(b"0\r\n\r\n")
        else:
            _begin(writer)
            for second in range(10 ** 6):
                _chunk(writer, json.dumps(_sample(second)) + "\n")
                await writer.drain()
                await asyncio.sleep(1)
        return True


def _sample(second):
    return {"read": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "pids_stats": {"current": 3},
            "cpu_stats": {"cpu_usage": {"total_usage": second * 10 ** 8}, "system_cpu_usage": second * 4 * 10 ** 9, "online_cpus": 4},
            "memory_stats": {"usage": 80 << 20, "limit": 16 << 30, "stats": {"anon": 60 << 20, "file": 10 << 20}},
            "networks": {"eth0": {"rx_bytes": second * 1000, "tx_bytes": second * 500}}}


def _begin(writer, kind="application/json"):
    writer.write(("HTTP/1.1 200 OK\r\nApi-Version: 1.45\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n" % kind).encode())


def _chunk(writer, data):
    data = data.encode() if isinstance(data, str) else data
    writer.write(b"%x\r\n%s\r\n" % (len(data), data))


def _document(writer, value, status="200 OK"):
    body = value.encode() if isinstance(value, str) else json.dumps(value).encode()
    writer.write(("HTTP/1.1 %s\r\nApi-Version: 1.45\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                  % (status, len(body))).encode() + body)
