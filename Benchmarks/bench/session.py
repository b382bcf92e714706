"""What a session measures with: the programs under test, the peers' environments, and inputs that cases share."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from .process import Failure, run

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
PEERS = BENCHMARKS / "peers"


class Environment:
    """A virtual environment of peers with all that its requirements pin; set up where it is first asked for."""

    def __init__(self, variable, otherwise, requirements):
        self.folder = pathlib.Path(os.environ.get(variable) or otherwise)
        self.requirements = PEERS / requirements
        self.is_ready = False

    @property
    def pins(self):
        """The versions by the names of their packages."""
        return dict(line.split("==") for line in self.requirements.read_text().split())

    @property
    def python(self):
        """The interpreter. Installs what is missing or has another version."""
        python = self.folder / "bin" / "python"
        if not self.is_ready:
            if not python.exists():
                print(f"Setting up {self.requirements.name} in {self.folder} (may take gigabytes).", file=sys.stderr)
                subprocess.run([sys.executable, "-m", "venv", self.folder], check=True)
            if not self.has_pins(python):
                subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", self.requirements], check=True)
            self.is_ready = True
        return python

    def has_pins(self, python):
        script = "import importlib.metadata as m; [print(d.name, d.version) for d in m.distributions()]"
        lines = subprocess.run([python, "-c", script], check=True, capture_output=True, text=True).stdout.splitlines()
        # Names are equal whatever their case and dashes; a version may have a mark of its build, as 2.0+cpu has.
        found = {re.sub("[-_.]+", "-", name).lower(): version.split("+")[0]
                 for name, version in (line.split() for line in lines)}
        return all(found.get(name.lower()) == version for name, version in self.pins.items())


class Session:
    """One session of measuring. Use it as a context; at its end the shared inputs are removed."""

    def __init__(self, lossline, bench, swift, is_quick):
        self.lossline, self.bench, self.swift, self.is_quick = lossline, bench, swift, is_quick
        cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
        self.peers = Environment("LOSSLINE_PEERS", cache / "lossline" / "peers", "requirements.txt")
        # Their pins do not go together with those of the others.
        beside = self.peers.folder.with_name("peers-loggers")
        self.loggers = Environment("LOSSLINE_LOGGERS", beside, "requirements-loggers.txt")

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="lossline-bench-")
        self.inputs = pathlib.Path(self.temporary.name)
        return self

    def __exit__(self, *_):
        self.temporary.cleanup()

    def peer(self, script, *arguments):
        """Runs a script of the peers."""
        return run(self.peers.python, PEERS / script, *arguments)

    def logger(self, script, *arguments):
        """Runs a script of the trackers of experiments."""
        return run(self.loggers.python, PEERS / script, *arguments)

    # Inputs

    def logs(self, kind):
        """A folder with logs: `runs`, `long` or `csv` of make_logs.py."""
        return self.made(f"logs-{kind}", lambda folder: self.peer("make_logs.py", kind, folder))

    def thousand_runs(self):
        """The hundred runs ten times over, as links."""
        def link(folder):
            for copy in range(10):
                shutil.copytree(self.logs("runs"), folder / str(copy), copy_function=os.link)
        return self.made("logs-thousand", link)

    def airline_run(self):
        """A finished training of the airline system, 400 epochs."""
        folder = self.made("runs", lambda folder: run(
            self.lossline, "train", "airline", "--quiet", "--name", "airline", "--runs", folder))
        return folder / "airline"

    def comparison(self):
        """The page that compares the hundred runs."""
        return self.made("comparison", lambda folder: run(self.lossline, "compare", self.logs("runs"), "-o", folder))

    def report(self):
        """The page of the airline run."""
        return self.made("report", lambda folder: run(self.lossline, "report", self.airline_run(), "-o", folder))

    def made(self, name, make):
        """A folder of the session, made where it is first asked for."""
        folder = self.inputs / name
        if not folder.exists():
            make(folder)
            if not folder.exists():
                raise Failure(f"{folder} was not made")
        return folder
