"""Proofs for facts of all domains that are only recalled: proposed by one person, confirmed by another."""
