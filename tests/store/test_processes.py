"""Processes that are killed at any moment lose nothing that they committed; processes at the same time take turns."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor.store import Store, StoreBusyError
from tests.store.made import article, faults, full, reader, stored
from tests.store.writer import numbered

ROOT = Path(__file__).parents[2]
COUNT = 40


def start(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", str(path), str(first), str(last)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def killed(process: subprocess.Popen[str], lines: int, delay: float) -> list[int]:
    """The numbers that a process told before it was killed, ``delay`` seconds after so many lines."""
    assert process.stdout is not None
    told = [line for _, line in zip(range(lines), process.stdout, strict=False)]
    time.sleep(delay)
    process.kill()
    told += process.stdout.readlines()
    process.wait()
    return [int(line) for line in told if line.endswith("\n")]


@pytest.mark.parametrize("seed", range(6))
def test_a_process_that_is_killed_loses_nothing_committed(tmp_path: Path, seed: int) -> None:
    path, dice = tmp_path / "s.sqlite", random.Random(seed)
    told = killed(start(path, 0, COUNT), dice.randrange(COUNT // 2), dice.uniform(0, 0.05))
    if not path.exists():
        assert told == []
        return
    with Store(path) as store:
        there = {one.id for one in store.document().articles}
    committed = [numbered(number) for number in range(len(there))]
    assert there == {one.id for one in committed}
    assert set(told) <= set(range(len(there)))
    assert stored(path) == full(committed)
    assert faults(path) == []
    assert start(path, 0, COUNT).wait(120) == 0
    assert stored(path) == full(map(numbered, range(COUNT)))


def test_a_process_that_is_killed_before_its_first_commit_leaves_a_store_or_nothing(tmp_path: Path) -> None:
    process = start(tmp_path / "s.sqlite", 0, COUNT)
    while not list(tmp_path.iterdir()):
        time.sleep(0.001)
    process.kill()
    process.wait()
    if (tmp_path / "s.sqlite").exists():
        assert faults(tmp_path / "s.sqlite") == []


def test_processes_at_the_same_time_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    processes = [start(path, 0, 25), start(path, 15, COUNT)]
    for process in processes:
        _, _ = process.communicate(timeout=120)
    assert [process.returncode for process in processes] == [0, 0]
    assert stored(path) == full(map(numbered, range(COUNT)))
    assert faults(path) == []


def test_who_waits_in_vain_says_so(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    Store.open_or_create(path).close()
    with Store(path) as one, Store(path, patience=0.05) as other:
        with one._writing(), pytest.raises(StoreBusyError, match="another run is writing to it"):
            other.add([article("Zorblax")], reader())
        assert other.document().articles == ()
        other.add([article("Zorblax")], reader())


def test_who_reads_sees_one_state(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store.open_or_create(path) as one, Store(path) as other:
        one.add([numbered(0)], reader())
        with other.reading() as db:
            before = db.execute("SELECT COUNT(*) FROM articles").fetchone()
            one.add([numbered(1)], reader())
            assert db.execute("SELECT COUNT(*) FROM articles").fetchone() == before == (1,)
        assert len(other.document().articles) == 2


def test_another_process_changes_what_is_to_be_read(tmp_path: Path) -> None:
    """While one reads an article, another gives it a date: it is read again for that day."""
    path = tmp_path / "s.sqlite"
    bare, dated = article("H100=9", "x.example/1"), article("H100=9", "x.example/1", "2024-05-05", "b.md")

    def meanwhile(articles: list[object], progress: object = None) -> list[object]:
        if not any(one.published for one in articles):  # type: ignore[attr-defined]
            with Store(path) as other:
                other.add([dated], reader())
        return reader().read(articles, None)  # type: ignore[arg-type,return-value]

    with Store.open_or_create(path) as store:
        store.add([bare], reader(read=meanwhile))
    assert stored(path) == full([bare, dated])
