"""How we say it: screens, slips and sentences."""
