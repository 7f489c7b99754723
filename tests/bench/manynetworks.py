"""What a network costs beside hundreds of others: making it, a container on it, removing it; ours to dockerd's."""
import statistics
import time

import apiclient
from figures import Figure, ms
from peer import dockerd_beside
from quayside import IMAGE

ACTS = ("making a network", "a container on it", "removing it")


class Side:
    """One engine's networks, each with a subnet that is given: dockerd has 31 of its own to choose from."""

    def __init__(self, where):
        self.where, self.made = where, 0

    def call(self, method, target, body=None):
        answer = apiclient.request(self.where.socket, method, target, body, seconds=120)
        if answer.status >= 400:
            raise RuntimeError(f"{method} {target}: {answer.status} {answer.body[:300]!r}")
        return answer

    def make(self, name):
        self.made += 1
        subnet = f"10.{128 + self.made // 256}.{self.made % 256}.0/24"
        self.call("POST", "/networks/create", {"Name": name, "IPAM": {"Config": [{"Subnet": subnet}]}})

    def run(self, network):
        body = {"Image": IMAGE, "Cmd": ["true"], "HostConfig": {"NetworkMode": network}}
        ident = self.call("POST", "/containers/create", body).json()["Id"]
        self.call("POST", f"/containers/{ident}/start")
        self.call("POST", f"/containers/{ident}/wait")
        self.call("DELETE", f"/containers/{ident}")

    def seconds(self):
        """One of each of ACTS."""
        taken = []
        for act in (lambda: self.make("measured"), lambda: self.run("measured"),
                    lambda: self.call("DELETE", "/networks/measured")):
            began = time.perf_counter()
            act()
            taken.append(time.perf_counter() - began)
        return taken


def medians(sides, rounds):
    """Of each of ACTS on each side; in turns, so that both meet the same noise."""
    times = [[] for _ in sides]
    for _ in range(rounds):
        for side, list_ in zip(sides, times):
            list_.append(side.seconds())
    return [[statistics.median(column) for column in zip(*list_)] for list_ in times]


def beside_many(engine, count):
    rounds = 9 if count >= 100 else 1
    figures = []
    with dockerd_beside(engine) as dockerd:
        sides = [Side(engine), Side(dockerd)]
        medians(sides, 1)
        first, _ = medians(sides, rounds)
        for side in sides:
            for index in range(count):
                side.make(f"other{index}")
        ours, theirs = medians(sides, rounds)
        for act, alone, mine, other in zip(ACTS, first, ours, theirs):
            figures.append(Figure(f"{act} beside {count}: ours / dockerd's", mine / other, "x", 1,
                                  detail=f"{ms(mine)} / {ms(other)}"))
            figures.append(Figure(f"{act} beside {count}: to that beside none", mine / alone, "x", 2,
                                  detail=f"{ms(mine)} / {ms(alone)}"))
        for side in sides:
            for index in range(count):
                side.call("DELETE", f"/networks/other{index}")
    return figures
