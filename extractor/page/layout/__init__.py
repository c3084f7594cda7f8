"""Where the entities of a graph stand on the page: the same places every time, on every machine.

Only additions, products, quotients and square roots of single numbers are used, which IEEE 754 rounds in one way, and sums
in a fixed order (``numpy.bincount``): no logarithms, no matrix products, whose last digits depend on the processor.
"""

from extractor.page.layout.places import places

__all__ = ["places"]
