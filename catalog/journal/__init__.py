"""desk.sqlite: what a post counts and notes. No table can hold a person."""

from catalog.journal.desk import Count, Desk, DeskUnavailable, post_slug

__all__ = ["Count", "Desk", "DeskUnavailable", "post_slug"]
