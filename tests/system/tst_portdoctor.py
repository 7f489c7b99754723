#!/usr/bin/env python3
"""The port doctor, asked over the API: containers whose port does not answer, each for another reason."""
import unittest

from quayside import Quayside, settled


class PortDoctor(unittest.TestCase):
    def setUp(self):
        self.engine = Quayside("portdoctor")
        self.addCleanup(self.engine.end)
        self.engine.start()
        self.engine.load_busybox()

    def run_server(self, command, port=4480):
        return self.engine.run_container("sh", "-c", command, host_config={"PortBindings": {"80/tcp": [{"HostPort": str(port)}]}},
                                         ExposedPorts={"80/tcp": {}})

    def check(self, ident, port="80/tcp"):
        return self.engine.call("GET", f"/quayside/containers/{ident}/ports/check?port={port}").json()

    @staticmethod
    def hop(found, name):
        return next(hop for hop in found["Hops"] if hop["Id"] == name)

    def broken(self, ident):
        return next((hop["Id"] for hop in self.check(ident)["Hops"] if hop["State"] == "broken"), None)

    def test_each_reason(self):
        web = self.run_server("httpd -f -p 80")
        self.assertTrue(settled(lambda: self.check(web)["Works"], 20), self.check(web))
        found = self.check(web)
        self.assertIn("0.0.0.0:4480", found["Published"])
        self.assertEqual(["container", "host", "rule", "firewall", "bridge", "interface", "program", "inside", "outside"],
                         [hop["Id"] for hop in found["Hops"]])
        self.assertIn("httpd (process ", self.hop(found, "program")["Message"])

        self.engine.call("POST", f"/containers/{web}/pause")
        self.assertEqual(("container", "unpause"), (self.broken(web), self.hop(self.check(web), "container")["Action"]))
        self.engine.call("POST", f"/containers/{web}/unpause")

        self.engine.in_network("nft", "add table inet wall; add chain inet wall f { type filter hook forward priority 0; }; "
                                      "add rule inet wall f tcp dport 80 drop")
        self.assertEqual("firewall", self.broken(web))
        self.assertIn("the chain f of the table inet wall", self.hop(self.check(web), "firewall")["Message"])
        self.engine.in_network("nft", "delete table inet wall")
        self.assertIsNone(self.broken(web))

        self.engine.call("POST", f"/containers/{web}/stop?t=0")
        self.assertEqual(("container", "start"), (self.broken(web), self.hop(self.check(web), "container")["Action"]))

    def test_programs_that_do_not_listen_there(self):
        hidden = self.run_server("httpd -f -p 127.0.0.1:80", 4481)
        other = self.run_server("httpd -f -p 8080", 4482)
        idle = self.run_server("sleep 1000", 4483)
        for ident, words in ((hidden, "127.0.0.1 only"), (other, "listens on 8080"), (idle, "Nothing listens on port 80")):
            self.assertTrue(settled(lambda: words in self.hop(self.check(ident), "program")["Message"], 20),
                            self.hop(self.check(ident), "program"))
            self.assertEqual("program", self.broken(ident))
        self.assertEqual(8080, self.hop(self.check(other), "program")["Port"])
        self.assertEqual(404, self.engine.call("GET", f"/quayside/containers/{idle}/ports/check?port=81/tcp", ok=(404,)).status)
        self.assertEqual(400, self.engine.call("GET", f"/quayside/containers/{idle}/ports/check?port=x", ok=(400,)).status)
        self.engine.call("POST", f"/quayside/containers/{idle}/ports/repair")


if __name__ == "__main__":
    unittest.main(verbosity=2)
