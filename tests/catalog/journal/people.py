"""Names that people of eight countries have, many of them words as well."""

from __future__ import annotations

_FIRST = """
sophie kevin jean jean-claude marie pierre emma léa lucas hugo chloé manon camille julien
nicolas thomas nathalie isabelle françoise michel philippe patrick alain claude rené
gérard aurélie mathilde rose claire olive fleur iris jade james john mary patricia
jennifer linda david richard sarah karen nancy lisa donna oliver harry george isla mia
peter hans wolfgang klaus jürgen heinz uwe andreas stefan sabine petra monika jan lukas
felix jonas finn leonie josé antonio manuel francisco javier carlos miguel pedro pablo
sergio carmen ana lucía teresa rosa giuseppe giovanni francesco mario luigi alessandro
matteo lorenzo giulia martina viola piet kees johan hendrik willem daan sem lars thijs
ruben bram anouk femke sanne lotte joan jordi marc pau oriol núria montse mercè laia
mireia guilhem peire bertran aimeric ramon
"""
_LAST = """
durandet lemoine dupont durand martin bernard dubois petit moreau simon lefebvre leroy
roux fournier bonnet fontaine rousseau mercier blanc chevalier legrand garnier marchand
masson meunier brun joly riviere barbier roche renard lacroix boucher boulanger berger
charpentier moulin poirier legal leger cousin besson barre smith jones taylor brown walker
white green hall wood hill baker cook parker bell moore müller schmidt schneider fischer
weber becker schulz schäfer koch bauer klein wolf schwarz braun lange kowalski nowak
garcía fernández sánchez gómez moreno romero torres blanco molina delgado castro iglesias
rossi russo ferrari bianchi romano colombo gallo conti costa fontana leone galli jansen
bakker visser smit mulder bos vos dekker brouwer dijkstra puig ferrer soler vila serra
roca font vidal bosch mas prats valls roig cabrol delmas cazals vaissière puech gasc fabre
"""
FIRST = tuple(_FIRST.split())
LAST = tuple(_LAST.split())
SAID = (
    "je m'appelle {}, un casino", "{} cherche un casino", "bonjour, c'est {} ici, un casino ?",
    "un casino pour {}", "une chambre au nom de {}", "mme {} veut un casino",
    "my name is {} and I want a casino", "i'm {}, a casino please", "a table for {}",
    "my brother {} wants a casino", "ich heiße {} und suche ein casino", "ein Zimmer für {}",
    "mein Name ist {}, ein casino", "herr {} sucht ein casino", "me llamo {} y busco un casino",
    "una habitación a nombre de {}", "soy {}, un casino", "mi chiamo {} e cerco un casinò",
    "un tavolo per {}", "sono {}, un casinò", "ik heet {} en zoek een casino",
    "mijn naam is {}, een casino", "een kamer voor {}", "me sòni {} e cerqui un casino",
    "un casino per {}", "em dic {} i busco un casino", "una taula per {}", "{}",
)  # fmt: skip
