"""Running programs and taking their time and memory."""
import json
import os
import signal
import subprocess
import tempfile
import threading
import time


class Failure(Exception):
    """A case could not be measured, or the two sides did not do the same work."""


class Finished:
    """A program that came to its end: seconds of the whole process, peak memory in MB, and what it printed."""

    def __init__(self, seconds, mb, output):
        self.seconds, self.mb, self.output = seconds, mb, output

    @property
    def json(self):
        """The last line that it printed."""
        lines = self.output.strip().splitlines()
        if not lines:
            raise Failure("the program printed nothing")
        return json.loads(lines[-1])


def run(*command, most_seconds=900, **options):
    """Runs a program to its end. Its messages are shown only where it fails, as it also does when it takes too long."""
    command = [str(part) for part in command]
    with tempfile.TemporaryFile() as messages:
        begin = time.perf_counter()
        # A group of its own, so that what it started ends with it.
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=messages, text=True,
            start_new_session=True, **options)
        timer = threading.Timer(most_seconds, end, [process])
        timer.start()
        try:
            with process.stdout:
                output = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
        finally:
            timer.cancel()
            if process.returncode is None:
                end(process)
                process.wait()
        if seconds >= most_seconds:
            raise Failure(f"{' '.join(command)} did not end within {most_seconds} s")
        if process.returncode != 0:
            messages.seek(0)
            said = messages.read().decode(errors="replace").strip()[-1000:]
            raise Failure(f"{' '.join(command)} failed with status {process.returncode}: {said}")
    return Finished(seconds, usage.ru_maxrss / 1024, output)


def end(process):
    """Ends a program and all that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
