"""Tourinsoft: syndications (OData 2 and 3, as JSON or Atom) and the regions' CSV files.

Every region chooses the columns of its syndication and their names; what they mean is data, in
`fields.txt` and `terms.txt`. A value is a text of items (`#`) and their fields (`|`), or in version
3 a list of objects: `entries` makes them one. Not read, on purpose: fax numbers, and whatever holds
a person's name (contacts, owners, company names of one-man businesses).

Sources: Ingénie, "Syndications WebService Tourinsoft v5"; the documentation page of the Sarthe's
syndication (`/doc/syndication`); public consumers of SIRTAQUI, Manche, Landes, Pyrénées-Orientales
and La Réunion; real files of Eure-et-Loir, Orne and Brittany.
"""
