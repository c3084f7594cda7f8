"""Rows as a pandas DataFrame, for those who have pandas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from extractor.errors import UsageError, install
from extractor.query.rows import Row

if TYPE_CHECKING:
    import pandas as pd


def frame(rows: Iterable[Row], columns: Sequence[str]) -> pd.DataFrame:
    """A DataFrame with these columns, be there rows or not; raises :class:`UsageError` where pandas is missing."""
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError(f"a DataFrame needs pandas: {install('pandas')}; dicts() does without") from error
    return pd.DataFrame(list(rows), columns=list(columns))
