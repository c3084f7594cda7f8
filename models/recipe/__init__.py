"""The recipe of the trained model: from annotated passages to int8 weights (see config.yaml)."""
