"""Benchmarks: scripts for people, run by `scripts/bench`; never collected as tests."""
