"""How much passes between two containers of a network, and through a published port: ours against dockerd's."""
import json
import subprocess
import sys

from figures import Figure, interleaved
from peer import docker, dockerd_beside
from quayside import IMAGE

PORT, PUBLISHED = 5001, 5002
MIB = 1 << 20

# Takes connections for ever, reads each to its end and says that with one byte.
RECEIVE = f"""
import socket
server = socket.create_server(("", {PORT}))
buffer = bytearray({MIB})
print(flush=True)
while True:
    connection, _ = server.accept()
    while connection.recv_into(buffer):
        pass
    connection.sendall(b"!")
    connection.close()
"""
# For each line on standard input: sends so many MiB and waits for that byte.
SEND = f"""
import socket, sys
block = bytes({MIB})
for line in sys.stdin:
    connection = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    for _ in range(int(line)):
        connection.sendall(block)
    connection.shutdown(socket.SHUT_WR)
    assert connection.recv(1) == b"!"
    print(flush=True)
"""


def in_network_of(pid, *command, **options):
    """A Python of the host's in the network namespace of `pid`: the image's programs do not count."""
    return subprocess.Popen(["nsenter", f"--net=/proc/{pid}/ns/net", sys.executable, "-c", *command], text=True,
                            stdout=subprocess.PIPE, **options)


class Side:
    """Two containers of one network on one engine; one receives, also by a published port."""

    def __init__(self, where):
        self.where, self.processes = where, []
        self.docker("network", "create", "bench")
        for name, options in (("receiver", ["-p", f"{PUBLISHED}:{PORT}"]), ("sender", [])):
            self.docker("run", "-d", "--name", name, "--network", "bench", *options, IMAGE, "sleep", "100000")
        receiver, sender = (json.loads(self.docker("inspect", name))[0] for name in ("receiver", "sender"))
        address = receiver["NetworkSettings"]["Networks"]["bench"]["IPAddress"]
        self.start(receiver["State"]["Pid"], RECEIVE).stdout.readline()
        self.across = self.start(sender["State"]["Pid"], SEND, address, str(PORT))
        self.inside = self.start(where.process.pid, SEND, "127.0.0.1", str(PUBLISHED))

    def docker(self, *arguments):
        return docker(self.where, *arguments, text=True, stdout=subprocess.PIPE).stdout

    def start(self, pid, *command):
        self.processes.append(in_network_of(pid, *command, stdin=subprocess.PIPE))
        return self.processes[-1]

    @staticmethod
    def send(process, mebibytes):
        process.stdin.write(f"{mebibytes}\n")
        process.stdin.flush()
        if process.stdout.readline() == "":
            raise RuntimeError("the sender has ended")

    def end(self):
        for process in self.processes:
            process.kill()
            process.wait()
        self.docker("rm", "-f", "receiver", "sender")
        self.docker("network", "rm", "bench")


def compare(engine, dockerd, mebibytes, rounds):
    ours = Side(engine)
    theirs = Side(dockerd)
    figures = []
    try:
        for name, which in (("container to container", "across"), ("through a published port", "inside")):
            acts = [lambda side=side: Side.send(getattr(side, which), mebibytes) for side in (ours, theirs)]
            interleaved(1, *acts)
            mine, other = interleaved(rounds, *acts)
            figures.append(Figure(f"throughput {name}: ours / dockerd's", other / mine, "x", 1, at_most=False,
                                  detail=f"{mebibytes / mine:.0f} / {mebibytes / other:.0f} MiB/s"))
    finally:
        theirs.end()
        ours.end()
    return figures


def throughput(engine, mebibytes):
    with dockerd_beside(engine) as dockerd:
        return compare(engine, dockerd, mebibytes, 3 if mebibytes < 100 else 11)
