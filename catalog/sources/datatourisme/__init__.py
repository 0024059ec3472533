"""DATAtourisme: flux of JSON-LD objects, ontology v2 (2020) and v3 (2023 and after); answers of its
API (`pages`) and the tables of data.gouv.fr (`table`), which say the same of the same objects.

Object by object, a pure function makes a draft: `record.read_object`. Every module below it reads
one idea. Values may be a scalar, a list or an object, keys prefixed (`schema:geo`) or not (`geo`),
language keys `fr` or `@fr`: `jsonld` makes them one. Not read, on purpose: the owners
(`isOwnedBy`), anything of a person, the creator's mail, and the Covid measures of 2020.
"""
