"""The graph for agents: a server of the Model Context Protocol with tools that only read (docs/agents.md).

The tools are plain Python; only :mod:`extractor.agents.server` needs the SDK (extra ``mcp``).
"""
