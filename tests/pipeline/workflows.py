"""The workflows, parsed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
Yaml = dict[Any, Any]

FILES = sorted(FOLDER.glob("*.yml"))
NAMES = [file.name for file in FILES]


def workflow(name: str) -> Yaml:
    parsed: Yaml = yaml.safe_load((FOLDER / name).read_text())
    return parsed


def events(name: str) -> Yaml:
    """What starts it: YAML 1.1 takes the key `on` for true."""
    started_by: Yaml = workflow(name)[True]
    return started_by


def jobs(name: str) -> dict[str, Yaml]:
    all_jobs: dict[str, Yaml] = workflow(name)["jobs"]
    return all_jobs


def every_job() -> Iterator[tuple[str, Yaml]]:
    for name in NAMES:
        for job, content in jobs(name).items():
            yield f"{name}:{job}", content


def steps(job: Yaml) -> list[Yaml]:
    return list(job.get("steps", []))


def every_step() -> Iterator[tuple[str, Yaml]]:
    """Of every job, and of our own actions."""
    for where, job in every_job():
        for step in steps(job):
            yield where, step
    for action in (ROOT / ".github" / "actions").rglob("action.yml"):
        for step in yaml.safe_load(action.read_text())["runs"]["steps"]:
            yield str(action.relative_to(ROOT)), step


def needs(job: Yaml) -> set[str]:
    wanted = job.get("needs", [])
    return {wanted} if isinstance(wanted, str) else set(wanted)


def everything_before(name: str, job: str) -> set[str]:
    """The jobs that must have passed, near and far."""
    all_jobs = jobs(name)
    near = needs(all_jobs[job])
    return near.union(*(everything_before(name, earlier) for earlier in near))


def commands(job: Yaml) -> list[str]:
    return [step["run"] for step in steps(job) if "run" in step]
