"""The two recordings: what is set up, who walks, and what is kept."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from .assets import build_site
from .capture_file import count_by_step
from .namespaces import CablePair, LabError
from .provenance import write_provenance
from .recording import Recording
from .services import HOSTS, Services

WALK_SECONDS = 180


class Lab:
    """Everything that a walk needs, up and running."""

    def __init__(self, pair, folder, services, recording, ecoproxy):
        self.pair, self.folder, self.services = pair, folder, services
        self.recording, self.ecoproxy = recording, ecoproxy

    def run(self, *command, directory=None):
        """Runs a program on the device, with its messages shown."""
        try:
            code = subprocess.run(
                self.pair.command("device", *command), stdin=subprocess.DEVNULL, stdout=sys.stderr, cwd=directory,
                timeout=WALK_SECONDS, start_new_session=True, check=False).returncode
        except subprocess.TimeoutExpired:
            raise LabError(f"{Path(command[0]).name} had not ended after {WALK_SECONDS} s") from None
        if code != 0:
            raise LabError(f"{Path(command[0]).name} ended with code {code}")


def walk_demo(lab):
    """Chromium through the health site; see walk.py."""
    lab.run(
        "/usr/bin/python3", "-B", "-m", "lab.walk", lab.folder, lab.ecoproxy, lab.recording.output,
        directory=Path(__file__).parent.parent)


def walk_curl(lab):
    """A page with its style sheet over one HTTP/2 connection, then a download, all over IPv6."""
    told = "    %{url_effective} by HTTP/%{http_version}, %{size_download} bytes\n"
    curl = ["curl", "-6", "--http2", "--silent", "--show-error", "--fail", "--max-time", 20, "--write-out", told]
    curl += ["--remote-name-all"]
    trust = {host: ("--cacert", lab.services.certificate(host)) for host in HOSTS}
    downloads = lab.folder / "downloads"
    downloads.mkdir()
    time.sleep(1)
    lab.recording.mark("page")
    page = "https://sante-demo.test"
    lab.run(*curl, *trust["sante-demo.test"], f"{page}/index.html", f"{page}/style.css", directory=downloads)
    time.sleep(2)
    lab.recording.mark("telechargement")
    picture = "https://cdn-demo.test/images/radiographie.png"
    lab.run(*curl, *trust["cdn-demo.test"], picture, directory=downloads)
    time.sleep(2)
    lab.recording.mark("--end")


# The walk, the hosts that have an IPv6 address too, and the family in which names are asked for.
ALL = {
    "demo": (walk_demo, {"cdn-demo.test"}, 4),
    "curl-ipv6": (walk_curl, set(HOSTS), 6),
}


def record(name, journey, out, ecoproxy):
    """Records the scenario `name` and puts the result into the folder `out`."""
    walk, dual_stack, family = ALL[name]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ecoproxy-lab-")))
        folder.chmod(0o711)  # A recorder that gave up root still finds its way to its bundle.
        say(f"{name}: making the site")
        build_site(folder / "site")
        say(f"{name}: joining two network namespaces, starting Caddy and dnsmasq")
        pair = stack.enter_context(CablePair(f"ecoproxy-{name}-{os.getpid()}", family))
        services = Services(pair, folder, dual_stack)
        services.start()
        say(f"{name}: recording")
        recording = Recording(pair, ecoproxy, journey, folder / "run")
        recording.wait_until_open()
        walk(Lab(pair, folder, services, recording, ecoproxy))
        time.sleep(1)
        recording.stop()
        say(f"{name}: checking what was recorded")
        counts = count_by_step(recording.output)
        keep(name, folder, recording.output, out, counts, ecoproxy)
    for step, count in counts.items():
        say(f"    {step:<16} {count['packets']:>6} packets {count['wireBytes']:>9} bytes on the wire")
    say(f"{name}: written to {out}")


def keep(name, folder, bundle, out, counts, ecoproxy):
    """Copies what the repository keeps. The measurement stays away: `ecoproxy replay` makes it again."""
    out.mkdir(parents=True, exist_ok=True)
    files = [bundle / "capture.pcapng", bundle / "markers.jsonl", bundle / "journey.yaml", folder / "resources.json"]
    kept = [Path(shutil.copyfile(file, out / file.name)) for file in files if file.exists()]
    kept.append(write_provenance(name, out, counts, ecoproxy))
    if owner := os.environ.get("SUDO_UID"):
        for file in [out, *kept]:
            os.chown(file, int(owner), int(os.environ.get("SUDO_GID", owner)))


def say(text):
    print(text, file=sys.stderr, flush=True)
