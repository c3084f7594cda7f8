"""Identity: which names of which articles call one thing (docs/decisions/0006-identity.md)."""

from extractor.resolve.identity.log import Pair, idle, judgement_log, owners
from extractor.resolve.identity.verdict_file import dump_verdicts, load_verdicts, verdict_path
from extractor.resolve.identity.verdicts import Side, Verdict, Verdicts

__all__ = [
    "Pair", "Side", "Verdict", "Verdicts", "dump_verdicts", "idle", "judgement_log", "load_verdicts", "owners",
    "verdict_path",
]  # fmt: skip
