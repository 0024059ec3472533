"""Facts as sentences: a listing, a language, a moment and a place become a `ListingView`.

Every sentence is made of fields and written whole in its language; what the catalogue does not
say is not said. No terminal is known here: screens, slips and plain text share these values.
"""

from kiosk.present.listing import kind_line, kind_name, listing_view
from kiosk.present.status import status
from kiosk.present.way import way
from kiosk.present.words import Words

__all__ = ["Words", "kind_line", "kind_name", "listing_view", "status", "way"]
