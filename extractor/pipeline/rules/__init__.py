"""Rules: the pattern language and the component that runs it."""
