"""Agreement: how two claims stand to each other, in base units and with the precision that their texts state."""

from extractor.query.agreement.claims import Claim, ClaimReader, Statement
from extractor.query.agreement.relating import relate
from extractor.query.agreement.verdict import Relation, Verdict

__all__ = ["Claim", "ClaimReader", "Relation", "Statement", "Verdict", "relate"]
