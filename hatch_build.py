"""Bundles the pages' scripts and styles when the package is built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent / "scripts"))

import build_client


class ClientBundles(BuildHookInterface):
    def dependencies(self) -> list[str]:
        """Node.js is fetched only where it is needed and missing: it is large."""
        there = build_client.is_fresh() or build_client.node_is_there()
        return [] if there else [build_client.NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build_client.ensure_built()
