"""Measures over the deals of a register: levels of cooperation, flows, networks, and pictures of them."""

from whoarms.measures.concentration import Concentration, concentration
from whoarms.measures.flows import Flow, flows
from whoarms.measures.level import levels
from whoarms.measures.movements import Movement, movements
from whoarms.measures.network import Network, network
from whoarms.measures.values import Level, LevelSettings

__all__ = [
    "Concentration",
    "Flow",
    "Level",
    "LevelSettings",
    "Movement",
    "Network",
    "concentration",
    "flows",
    "levels",
    "movements",
    "network",
]
