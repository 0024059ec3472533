"""Agendas on Opendatasoft portals, with the fields of Occitanie's (`titre`, `date_debut`, …).

A record is a pure function of its fields (`record.read_record`); the many envelopes of the
platform's versions are opened by `envelope`. What is known of each data set, above all whether
anybody checks what the public enters, is in `datasets.toml`.
"""
