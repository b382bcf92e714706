"""A headless Chromium, driven through chromedriver over plain HTTP (W3C WebDriver)."""
import json
import os
import pathlib
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from .process import Failure

PROGRAMS = ("chromium", "chromedriver")


class Browser:
    """A browser and its driver for as long as the context lasts; none of their processes outlives it."""

    def __enter__(self):
        missing = [name for name in PROGRAMS if not shutil.which(name)]
        if missing:
            raise Failure(f"{' and '.join(missing)} not found; Scripts/install-system-packages.sh bench installs it")
        self.profile = tempfile.TemporaryDirectory(prefix="lossline-bench-browser-", ignore_cleanup_errors=True)
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=True)
        try:
            self.address = f"http://127.0.0.1:{self.port()}/session"
            arguments = ["--headless=new", "--disable-gpu", "--window-size=1280,900",
                         f"--user-data-dir={self.profile.name}"]
            if os.getuid() == 0:
                # Chromium's sandbox refuses to work for root, as in most containers.
                arguments.append("--no-sandbox")
            always = {"browserName": "chrome", "goog:chromeOptions": {"args": arguments}}
            answer = self.send("POST", "", {"capabilities": {"alwaysMatch": always}})
            self.address += "/" + answer["sessionId"]
            self.version = answer["capabilities"]["browserVersion"]
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        try:
            self.send("DELETE", "", timeout=10)
        except (Failure, OSError, AttributeError):
            pass  # It is killed in any case.
        for process in self.processes():
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.driver.wait()
        self.driver.stdout.close()
        self.profile.cleanup()

    def open(self, page):
        self.send("POST", "/url", {"url": pathlib.Path(page).resolve().as_uri()})

    def run(self, script, *arguments):
        """Runs a function's body in the page and returns what it returns."""
        return self.send("POST", "/execute/sync", {"script": script, "args": arguments})

    def act(self, kind, actions, **parameters):
        """Performs the actions of a pointer or a wheel, one a tick."""
        source = {"type": kind, "id": kind, "actions": actions, **parameters}
        self.send("POST", "/actions", {"actions": [source]})

    def port(self):
        """chromedriver says on its standard output which port it took."""
        said, deadline = b"", time.monotonic() + 30
        while select.select([self.driver.stdout], [], [], max(0, deadline - time.monotonic()))[0]:
            chunk = os.read(self.driver.stdout.fileno(), 4096)
            said += chunk
            if found := re.search(rb"started successfully on port (\d+)", said):
                return int(found[1])
            if not chunk:
                break
        raise Failure(f"chromedriver did not start: {said.decode(errors='replace')}")

    def send(self, method, path, body=None, timeout=60):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise Failure(f"{method} {path}: {json.load(error)['value']['message'][:500]}") from error

    def processes(self):
        """All processes of the driver's session, the browser's among them, whatever group they are in."""
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                # The fields after the name in parentheses: state, parent, group, session.
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == self.driver.pid:
                yield int(folder.name)
