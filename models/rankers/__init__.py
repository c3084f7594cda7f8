"""How the weights of the value components (the ``weights:`` section of values.yaml) are fitted on annotated passages."""
