"""Tables that an office keeps itself (CSV, XLSX), one listing a row.

A mapping file beside the table says which column holds what; where there is none, it is proposed
from the titles of the columns (`headers.toml` holds the words) and what stands below them.

    toilets.csv   toilets.mapping.toml      or one mapping.toml for all tables of the folder

    [source]
    name = "toilets"                        ids begin with it; "sheet" where it is not said
    creator = "Mairie de Carmaux"
    licence = "Licence Ouverte 2.0"

    [table]
    to_verify = true                        filled by a public form: nothing of it is shown yet

    [columns]
    name.fr = "Nom"
    kind = "Type"
    position = "Coordonnées"                or latitude and longitude
    hours = "Horaires"                      OpenStreetMap's notation, or "mar-dim 9h-12h"

    [kinds]
    "WC" = "toilets"

    [every_row]
    free = true

Nothing of a cell is evaluated: `=…` is text. Every row that cannot become a listing is rejected
with its number and the column; every cell that cannot be read is a caution with the row.
"""
