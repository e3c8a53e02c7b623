"""What the figures were measured on."""

import os
import platform
import subprocess
import time


def output(*words: str) -> str:
    try:
        return subprocess.run(words, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout.strip()
    except FileNotFoundError:
        return ""


def described() -> dict[str, str]:
    """Date, processor, cores, kernel, system and commit; a changed tree is told."""
    fields = dict(line.split(":", 1) for line in output("lscpu").splitlines() if ":" in line)
    changed = output("git", "status", "--porcelain", "--", "Sources", "Package.swift")
    return {
        "date": time.strftime("%Y-%m-%d"),
        "processor": fields.get("Model name", platform.processor()).strip(),
        "cores": str(os.cpu_count()),
        "kernel": platform.release(),
        "system": platform.freedesktop_os_release().get("PRETTY_NAME", ""),
        "commit": output("git", "rev-parse", "--short=12", "HEAD") + (" with changes" if changed else ""),
    }


def moment(machine: dict[str, str]) -> str:
    return f"{machine['date']}, commit {machine['commit']}"


def sentence(machine: dict[str, str]) -> str:
    return (
        f"{machine['date']}, {machine['processor']}, {machine['cores']} cores, {machine['system']}, "
        f"kernel {machine['kernel']}, commit {machine['commit']}"
    )
