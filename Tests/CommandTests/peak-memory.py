"""Runs a program, passes its output and exit code on, and writes its peak resident memory in KiB as the last line of stderr."""
import resource
import subprocess
import sys

status = subprocess.run(sys.argv[1:], check=False).returncode
print("", file=sys.stderr)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(status if status >= 0 else 128 - status)
