"""The catalogue file: one SQLite file, built whole by a refresh, read-only for everybody else."""
