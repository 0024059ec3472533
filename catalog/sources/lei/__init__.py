"""LEI ("lieu d'échanges et d'information", Grand Est, Limousin and others): XML of `sit_liste`.

A record says little itself: most facts are criteria, pairs of numbers whose French names stand at
the end of the file (`NOMENCLATURE`). Never read: the responsible and the person in charge, their
addresses and telephones (`…RESPONSABLE`, `…PERSONNE_EN_CHARGE`, `PREST_…`, `ADRPEC_…`).
"""
