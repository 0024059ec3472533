"""The commands of `catalog`, one module for each that belong together.

Each takes its parsed options and returns an exit code; errors of the house rise to `cli`.
"""
