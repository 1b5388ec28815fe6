"""Searching all meetings while words are typed."""
