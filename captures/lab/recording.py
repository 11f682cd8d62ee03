"""Recording by this project: `ecoproxy record` beside the walk, `ecoproxy mark` at each step."""

import os
import signal
import subprocess
import sys
import threading

from .namespaces import INTERFACE, LabError


class Recording:
    """`ecoproxy record` on the device's end of the cable, from its first packet until `stop`."""

    def __init__(self, pair, ecoproxy, journey, output):
        self.ecoproxy, self.output = ecoproxy, output
        self._open = threading.Event()
        self._process = subprocess.Popen(
            pair.command(
                "device", ecoproxy, "record", "--interface", INTERFACE, "--journey", journey, "--output", output),
            env={**os.environ, "LC_ALL": "C"},  # The listener below waits for an English word.
            stdin=subprocess.DEVNULL, stdout=sys.stderr, stderr=subprocess.PIPE, text=True, errors="replace",
            start_new_session=True)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self):
        for line in self._process.stderr:
            sys.stderr.write(f"    ecoproxy: {line}")
            if "recording" in line.lower():
                self._open.set()
        self._open.set()  # It ended: nobody should wait any longer.

    def wait_until_open(self, seconds=30):
        """Returns once packets are being written."""
        if not self._open.wait(seconds):
            raise LabError(f"`ecoproxy record` did not say that it is recording within {seconds} s")
        if self._process.poll() is not None:
            raise LabError(f"`ecoproxy record` ended at once with code {self._process.returncode}")

    def mark(self, *words):
        """Writes a marker now: a step's id, or `--end`."""
        mark(self.ecoproxy, self.output, *words)

    def stop(self, seconds=60):
        """Ends the recording as Ctrl-C does, and waits for its result."""
        if self._process.poll() is not None:
            raise LabError(f"`ecoproxy record` ended before the walk did, with code {self._process.returncode}")
        self._process.send_signal(signal.SIGINT)
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise LabError(f"`ecoproxy record` had not ended {seconds} s after SIGINT") from None
        self._listener.join(5)
        if code != 0:
            raise LabError(f"`ecoproxy record` ended with code {code}")


def mark(ecoproxy, output, *words):
    """Writes a marker now into the run bundle `output`."""
    words = [str(ecoproxy), "mark", str(output), *words]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False)
    if done.returncode != 0:
        raise LabError(f"`ecoproxy mark {' '.join(words[3:])}` failed: {done.stderr.strip()}")
