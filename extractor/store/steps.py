"""Progress over several batches."""

from __future__ import annotations

from extractor.store.reader import Progress


class Steps:
    """Tells ``progress`` the number of articles done and of all; called with the numbers of one batch, it adds those before."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self.progress, self.total, self.done = progress, total, 0

    def __call__(self, done: int, _: int) -> None:
        """So many articles of this batch are done."""
        if self.progress:
            self.progress(self.done + done, self.total)

    def advance(self, count: int) -> None:
        """A batch of so many articles is done, read or not."""
        self(count, count)
        self.done += count
