#!/usr/bin/python3
"""Two network namespaces joined by a cable: a device on one end, its server and resolver on the other.

Nothing of it shows in the machine's own network: both ends of the cable are born inside. From a shell or a test:

    namespaces.py up NAME                 make NAME-device and NAME-server (root)
    namespaces.py exec NAME device CMD    run a command on one side; its exit code is returned
    namespaces.py down NAME               end what runs in there and remove everything

From Python: `with CablePair("name") as pair: subprocess.run(pair.command("device", "ip", "route"))`.
Addresses come from the documentation ranges (RFC 5737, RFC 3849, RFC 9542 § 2.1.2), so that no capture can name a
real machine.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

INTERFACE = "lab0"
SIDES = ("device", "server")
DEVICE = {4: "192.0.2.1", 6: "2001:db8::1"}
RESOLVER = {4: "192.0.2.53", 6: "2001:db8::53"}
SERVERS = {n: {4: f"192.0.2.{n}", 6: f"2001:db8::{n}"} for n in (2, 3, 4)}

CARDS = {"device": "00:00:5e:00:53:01", "server": "00:00:5e:00:53:02"}

SETTINGS = Path("/etc/netns")
# A frame of the capture is then a frame of the wire: the kernel cuts and checks each one before it is seen.
OFFLOADS = ("tx", "sg", "tso", "gso", "gro", "tx-udp-segmentation")


class LabError(Exception):
    """What could not be done, as a sentence for a person."""


class CablePair:
    """The pair called `name`; as a context manager it is up inside and gone after, whatever happened."""

    def __init__(self, name, resolver_family=4):
        if not name.replace("-", "").isalnum():
            raise LabError(f"\"{name}\" can't name a namespace: letters, digits and - only")
        self.names = {side: f"{name}-{side}" for side in SIDES}
        self.resolver = RESOLVER[resolver_family]

    def __enter__(self):
        self.up()
        return self

    def __exit__(self, *_):
        self.down()

    def command(self, side, *arguments):
        """The words that run a command on one side."""
        return ["ip", "netns", "exec", self.names[side], *map(str, arguments)]

    def up(self):
        """Makes both ends, their addresses and routes, or leaves nothing behind."""
        for name in self.names.values():
            if Path("/run/netns", name).exists():
                raise LabError(f"the namespace {name} is there already; remove it with: namespaces.py down")
        try:
            self._make()
        except BaseException:
            self.down()
            raise

    def _make(self):
        for name in self.names.values():
            self._write_settings(name)
            run("ip", "netns", "add", name)
        one, other = ([INTERFACE, "address", CARDS[side], "netns", self.names[side]] for side in SIDES)
        run("ip", "link", "add", *one, "type", "veth", "peer", "name", *other)
        addresses = {"device": [DEVICE], "server": [*SERVERS.values(), RESOLVER]}
        for side in SIDES:
            inside = ("ip", "-n", self.names[side])
            for address in addresses[side]:
                run(*inside, "address", "add", f"{address[4]}/24", "dev", INTERFACE)
                # Without nodad an IPv6 address can't be used for its first second or two.
                run(*inside, "address", "add", f"{address[6]}/64", "dev", INTERFACE, "nodad")
            run(*self.command(side, "ethtool", "-K", INTERFACE, *(word for o in OFFLOADS for word in (o, "off"))))
            run(*inside, "link", "set", "lo", "up")
            run(*inside, "link", "set", INTERFACE, "up")
        for family, address in SERVERS[2].items():
            run("ip", "-n", self.names["device"], f"-{family}", "route", "add", "default", "via", address)
        for side in SIDES:
            wait_until(lambda: " UP " in run("ip", "-n", self.names[side], "-br", "link", "show", INTERFACE))

    def down(self):
        """Ends every process of the two namespaces and removes them; nothing happens if they are not there."""
        for name in self.names.values():
            if Path("/run/netns", name).exists():
                end_processes(name)
                run("ip", "netns", "delete", name)
            shutil.rmtree(SETTINGS / name, ignore_errors=True)
        if SETTINGS.is_dir() and not any(SETTINGS.iterdir()):
            SETTINGS.rmdir()

    def _write_settings(self, name):
        # `ip netns exec` puts these files in the place of those in /etc. nsswitch.conf matters where the
        # machine asks systemd-resolved, whose socket leads out of any network namespace.
        folder = SETTINGS / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "resolv.conf").write_text(f"nameserver {self.resolver}\noptions timeout:2 attempts:2\n")
        if Path("/etc/nsswitch.conf").exists():
            (folder / "nsswitch.conf").write_text("hosts: files dns\n")


def end_processes(name, patience=3.0):
    """Asks the processes of a namespace to end, then makes them."""
    for code in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + patience
        while pids := [int(pid) for pid in run("ip", "netns", "pids", name).split()]:
            for pid in pids:
                try:
                    os.kill(pid, code)
                except ProcessLookupError:
                    pass  # It ended between the two calls.
            if time.monotonic() > deadline:
                break
            time.sleep(0.1)


def wait_until(condition, seconds=10, what="the cable"):
    """Returns once `condition()` holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise LabError(f"{what} was not ready after {seconds} s")
        time.sleep(0.05)


def run(*arguments, timeout=20):
    """Runs a program to its end and returns its output; its own words are the error's."""
    try:
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        raise LabError(f"`{' '.join(arguments)}` did not end within {timeout} s") from None
    if done.returncode != 0:
        raise LabError(f"`{' '.join(arguments)}` failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def main(arguments):
    match arguments:
        case ["up", name]:
            CablePair(name).up()
        case ["down", name]:
            CablePair(name).down()
        case ["exec", name, ("device" | "server") as side, *command] if command:
            words = CablePair(name).command(side, *command)
            os.execvp(words[0], words)
        case _:
            print(__doc__, file=sys.stderr)
            return 64
    return 0


if __name__ == "__main__":
    try:
        if os.geteuid() != 0:
            raise LabError("namespaces.py: network namespaces need root; run it with sudo")
        sys.exit(main(sys.argv[1:]))
    except LabError as error:
        sys.exit(f"{error}")
