"""Building the spaCy pipeline from its config file."""

from __future__ import annotations

import sys
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import load_config

# Importing a component's module registers its factory with spaCy.
import extractor.pipeline.dates.component
import extractor.pipeline.inference.component
import extractor.pipeline.manner.attribution
import extractor.pipeline.manner.modality
import extractor.pipeline.model.names
import extractor.pipeline.model.relations
import extractor.pipeline.names.catalogue_matcher
import extractor.pipeline.names.entities
import extractor.pipeline.names.finder
import extractor.pipeline.quantities.component
import extractor.pipeline.rules.component
import extractor.pipeline.statuses.component
import extractor.pipeline.structure.references
import extractor.pipeline.structure.sentences
import extractor.pipeline.structure.skeleton
import extractor.pipeline.structure.tokenizer
import extractor.pipeline.values.comparisons
import extractor.pipeline.values.specs
import extractor.pipeline.values.unnamed  # noqa: F401

CONFIG = Path(__file__).with_name("config.cfg")


def build_pipeline(
    ontology_dir: Path | None = None, catalogue_dir: Path | None = None, model_dir: Path | None = None
) -> Language:
    """The pipeline of ``config.cfg``, with a user's ontology and catalogue folders laid over the built-in ones.

    ``model_dir`` is a folder that models/recipe made; without it the rules work alone, and ONNX Runtime is not imported.
    Raises :class:`extractor.errors.DataError` where these folders hold something invalid or the model lacks its libraries.
    """
    overrides = {
        "paths.ontology": str(ontology_dir) if ontology_dir else None,
        "paths.catalogue": str(catalogue_dir) if catalogue_dir else None,
        "paths.model": str(model_dir) if model_dir else None,
    }
    config = load_config(CONFIG, overrides=overrides, interpolate=True)
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    nlp.max_length = sys.maxsize  # the bound is for parsers and taggers; the intake bounds the size of a file
    return nlp
