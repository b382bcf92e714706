"""What a session runs on, and the versions of all that is measured."""
import os
import pathlib
import platform
import subprocess


def machine(session):
    """Names and values, in the order in which they are shown."""
    pins = ", ".join(f"{name} {version}" for environment in (session.peers, session.loggers)
                     for name, version in environment.pins.items())
    return {
        "processor": f"{processor()}, {os.cpu_count()} processors, {memory()} of memory",
        "system": f"{system()}, {platform.system()} {platform.release()}",
        "ours": f"{said(session.swift, '--version')}, release build; kernels for the processor are chosen at run time",
        "peers": f"Python {platform.python_version()} with {pins}",
        "browser": said("chromium", "--version"),
        "load": f"{os.getloadavg()[0]:.1f} programs were waiting or at work when the session began",
    }


def processor():
    lines = pathlib.Path("/proc/cpuinfo")
    for line in lines.read_text().splitlines() if lines.exists() else []:
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def memory():
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB"


def system():
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()


def said(*command):
    """The first line of a program's answer."""
    try:
        output = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout
    except OSError:
        return "none"
    return output.strip().partition("\n")[0]
