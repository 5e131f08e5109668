"""Klimabrücke: climate impact of municipal cooperation, seen, lowered and accounted for."""

__version__ = "0.1.0"
