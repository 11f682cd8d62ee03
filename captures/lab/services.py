"""The server's end of the cable: names by dnsmasq, three HTTPS hosts by Caddy, certificates made for the occasion."""

import base64
import hashlib
import os
import subprocess
from pathlib import Path

from .namespaces import RESOLVER, SERVERS, LabError, run, wait_until

HOSTS = {"sante-demo.test": SERVERS[2], "cdn-demo.test": SERVERS[3], "mesure-demo.test": SERVERS[4]}
QUIC_HOST = "cdn-demo.test"
# HTTPS records (RFC 9460 § 2.2): type 65, priority 1, target "." (the name itself), key 1 (alpn), its protocols.
HTTPS = 65
HTTP_2 = "0001 00 0001 0003 026832"
HTTP_3_OR_2 = "0001 00 0001 0006 026833 026832"


class Services:
    """Caddy and dnsmasq in the server's namespace; `folder` holds site, certificates and logs.

    `dual_stack` hosts have an IPv4 and an IPv6 address, the others IPv4 only.
    """

    def __init__(self, pair, folder, dual_stack):
        self.pair, self.folder, self.dual_stack = pair, Path(folder), dual_stack

    def start(self):
        """Returns once every host answers."""
        for host in HOSTS:
            make_certificate(self.folder, host)
        self._spawn("dnsmasq", *self._dnsmasq_arguments())
        self._spawn("caddy", "run", "--adapter", "caddyfile", "--config", Path(__file__).with_name("Caddyfile"))
        for host, addresses in HOSTS.items():
            for address in addresses.values():
                wait_until(lambda: self._answers(host, address), 20, f"https://{host} at {address}")

    def certificate(self, host):
        """The file of a host's certificate, for clients to trust."""
        return self.folder / f"{host}.pem"

    def _answers(self, host, address):
        # Asked from the server's own side: nothing of it crosses the cable.
        place = f"{host}:443:{f'[{address}]' if ':' in address else address}"
        words = self.pair.command(
            "server", "curl", "-sS", "-m", 2, "-o", "/dev/null", "--cacert", self.certificate(host), "--resolve", place,
            f"https://{host}/")
        return subprocess.run(words, capture_output=True, check=False).returncode == 0

    def _dnsmasq_arguments(self):
        yield from ("--keep-in-foreground", "--conf-file=/dev/null", "--pid-file=", "--user=root")
        yield from ("--no-resolv", "--no-hosts", "--bind-interfaces", "--local=/test/")
        yield from (f"--listen-address={address}" for address in RESOLVER.values())
        for host, addresses in HOSTS.items():
            families = (4, 6) if host in self.dual_stack else (4,)
            yield from (f"--host-record={host},{addresses[family]}" for family in families)
            record = HTTP_3_OR_2 if host == QUIC_HOST else HTTP_2
            yield f"--dns-rr={host},{HTTPS},{record.replace(' ', '')}"

    def _spawn(self, *arguments):
        environment = os.environ | {"HOME": str(self.folder), "LAB_FOLDER": str(self.folder)}
        environment |= {f"XDG_{kind}_HOME": str(self.folder) for kind in ("CONFIG", "DATA", "CACHE")}
        with open(self.folder / f"{arguments[0]}.log", "w", encoding="utf-8") as log:
            process = subprocess.Popen(
                self.pair.command("server", *arguments), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=environment, start_new_session=True)
        try:
            process.wait(timeout=0.3)
        except subprocess.TimeoutExpired:
            return  # Still running, as it should; the namespace's end will be its end.
        raise LabError(f"{arguments[0]} did not start: {Path(log.name).read_text(encoding='utf-8').strip()}")


def make_certificate(folder, host):
    """A self-made certificate on the curve P-256, good for a week."""
    run(
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "7",
        "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}", "-keyout", str(folder / f"{host}.key"),
        "-out", str(folder / f"{host}.pem"))


def public_key_hash(certificate):
    """The base64 SHA-256 of a certificate's public key, by which Chromium may be told to accept it."""
    key = run("openssl", "x509", "-in", str(certificate), "-noout", "-pubkey")
    body = "".join(line for line in key.splitlines() if not line.startswith("-----"))
    return base64.b64encode(hashlib.sha256(base64.b64decode(body)).digest()).decode()
