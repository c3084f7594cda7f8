"""The server of the Model Context Protocol: the tools with their schemas, and errors that say the remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from threading import Lock
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.server.mcpserver.utilities.func_metadata import ArgModelBase
from mcp.types import ToolAnnotations
from pydantic import ConfigDict, create_model, model_validator

from extractor import __version__
from extractor.agents.current import CurrentGraph
from extractor.agents.finding import FindingTools
from extractor.agents.guide import instructions
from extractor.agents.reporting import ReportingTools
from extractor.errors import ExtractorError
from extractor.query import UnknownEntityError

READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
Call = Callable[..., dict[str, Any]]


class Known(ArgModelBase):
    """Arguments of which none is unknown: a slip of the pen must not look like an answer."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _known(cls, given: Any) -> Any:
        for name in given if isinstance(given, dict) else ():
            if name not in cls.model_fields:
                raise ValueError(f"there is no parameter {name!r}; there are {', '.join(cls.model_fields) or 'none'}")
        return given


def server(current: CurrentGraph) -> MCPServer[Any]:
    """A server over a graph; ``run()`` serves it over standard input and output until the input ends."""
    lock = Lock()
    tools = [_tool(method, lock) for method in methods(current)]
    guide = instructions(current.ontology)
    return MCPServer(
        "hardware-announcements",
        title="Hardware announcements",
        instructions=guide,
        version=__version__,
        tools=tools,
        log_level="WARNING",
    )


def methods(current: CurrentGraph) -> Iterator[Call]:
    """The methods that become tools."""
    finding, reporting = FindingTools(current), ReportingTools(current)
    yield from (finding.find_entities, finding.list_facts, finding.explain_fact)
    yield from (reporting.compare, reporting.timeline, reporting.conflicts, reporting.sources)
    yield from (finding.paths, reporting.summary)


def _tool(method: Call, lock: Lock) -> Tool:
    """The tool of a method."""
    description = " ".join((method.__doc__ or "").split())
    tool = Tool.from_function(_guarded(method, lock), description=description, annotations=READS)
    given = tool.fn_metadata.arg_model
    strict = create_model(given.__name__, __base__=(Known, given))
    tool.fn_metadata.arg_model, tool.parameters = strict, strict.model_json_schema(by_alias=True)
    return tool


def _guarded(method: Call, lock: Lock) -> Call:
    """The method, one call at a time (the SDK calls from threads), with errors that tell an agent what to do."""

    @wraps(method)
    def call(**arguments: Any) -> dict[str, Any]:
        try:
            with lock:
                return method(**arguments)
        except ExtractorError as error:
            raise ToolError(_remedy(error)) from error

    return call


def _remedy(error: ExtractorError) -> str:
    """The message in terms of the tools."""
    if isinstance(error, UnknownEntityError):
        return f"{error}; find_entities searches by a part of a name"
    return str(error).replace("`extract query`", "list_facts")
