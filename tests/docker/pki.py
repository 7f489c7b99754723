"""An authority of our own and its certificates, made by the openssl command."""

import shutil
import ssl
import subprocess

import engines

KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]


class Authority:
    def __init__(self, folder, name="ca"):
        if not shutil.which("openssl"):
            engines.skip("no openssl (package openssl)")
        self.folder, self.name = folder, name
        self.certificate = "%s/%s.crt" % (folder, name)
        self._make(name, ["-addext", "basicConstraints=critical,CA:TRUE"])

    def _make(self, name, more):
        subprocess.run(["openssl", "req", "-x509", "-subj", "/CN=" + name, "-keyout", "%s/%s.key" % (self.folder, name),
                        "-out", "%s/%s.crt" % (self.folder, name)] + KEY + more, check=True, capture_output=True)

    def issue(self, name, *alternatives):
        """Certificate and key for "IP:10.0.0.1", "DNS:example.org": their files."""
        names = ",".join(alternatives) or "DNS:" + name
        self._make(name, ["-CA", self.certificate, "-CAkey", "%s/%s.key" % (self.folder, self.name),
                          "-addext", "subjectAltName=" + names, "-addext", "basicConstraints=critical,CA:FALSE"])
        return "%s/%s.crt" % (self.folder, name), "%s/%s.key" % (self.folder, name)

    def server(self, name, *alternatives, clients=None):
        """What a TLS server needs. `clients`: the authority whose certificates they must show."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.issue(name, *alternatives))
        if clients:
            context.load_verify_locations(clients.certificate)
            context.verify_mode = ssl.CERT_REQUIRED
        return context
