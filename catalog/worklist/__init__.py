"""What to call about first: the catalogue's gaps and age, weighed by what visitors ask.

`demand` reads the posts' counts, `reasons` what is wrong with a listing, `formula` how much it
matters, `tasks` puts them in order; `questions` says what to confirm, and `sheet`,
`questionnaire` and `spreadsheet` write it down for a telephone, a mail or a table.
"""
