"""The recipe's configuration as typed data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class DataConfig:
    """How passages become examples."""

    held_out: int
    window: int
    noise_entities: float
    hidden_names: float
    variants: int
    retold: float
    swapped: float
    invented: float
    stitched: float


@dataclass(frozen=True, slots=True)
class NetworkConfig:
    """Sizes of the heads."""

    width: int
    heads: int
    head_width: int
    feature_width: int
    dropout: float
    marked: bool


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """How the network is trained."""

    epochs: int
    batch: int
    frozen_layers: int
    encoder_rate: float
    head_rate: float
    warmup: float
    weight_decay: float
    positive_weight: float
    cells: float
    bfloat16: bool
    average: float
    average_every: int
    loss: dict[str, float]
    softened: float = 0.0


@dataclass(frozen=True, slots=True)
class Config:
    """The whole recipe."""

    encoder: str
    encoder_sha256: str
    seed: int
    data: DataConfig
    network: NetworkConfig
    training: TrainingConfig


def load_config(path: Path) -> Config:
    """Read ``config.yaml``; unknown or missing fields raise TypeError."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    parts = {"data": DataConfig, "network": NetworkConfig, "training": TrainingConfig}
    return Config(**{key: parts[key](**value) if key in parts else value for key, value in raw.items()})
