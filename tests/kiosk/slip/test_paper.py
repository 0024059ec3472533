from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image

from kiosk.slip.document import Answer, Detail
from kiosk.slip.paper import DOTS, MAX_CENTIMETRES, receipt, sheet_pdf
from kiosk.views import Openness, Status
from tests.kiosk.slip.samples import document, view, views
from tests.kiosk.slip.tools import (
    decoded,
    needs_poppler,
    needs_zbar,
    pdf_pictures,
    pdf_text,
    run,
)

LETTERS = {
    "fr": "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ «»’“”–—…€°№½",
    "en": "naïve café £ ‘’",
    "de": "äöüßÄÖÜẞ „“",
    "es": "áéíñóúü¿¡ÁÉÍÑÓÚÜªº",
    "it": "àèéìíîòóùúÀÈÉÌÒÙ",
    "nl": "ĳéëïóöü IJ",
    "oc": "àáèéíïòóúüçÀÁÈÉÍÏÒÓÚÜÇ n·h s·h",
    "ca": "àèéíïòóúüçl·lŀÀÈÉÍÏÒÓÚÜÇL·LĿ",
}
SIGNS = "✓ ✗ ★ ♿ ☎ → × ± ² ³"
INJECTION = (
    '#read("/etc/passwd") $x^2$ *bold* _it_ `raw` @ref <label> #panic() \\ // https://a.b [/] = H'
)


def size(png: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(png)) as image:
        return image.size


@pytest.mark.parametrize("paper_mm", [80, 58])
@pytest.mark.parametrize("places", [0, 1, 3, 6])
def test_a_receipt_is_as_wide_as_the_printer_and_short_enough(paper_mm: int, places: int) -> None:
    drawn = receipt(document(chosen=(views() * 2)[:places]), paper_mm)
    width, height = size(drawn.png)
    assert width == DOTS[paper_mm]
    assert drawn.centimetres == pytest.approx(height / 203 * 2.54, abs=0.06)
    assert drawn.centimetres <= MAX_CENTIMETRES


def test_three_places_and_a_fallback_need_no_shortening() -> None:
    assert receipt(document()).document.detail is Detail.FULL


@pytest.mark.parametrize("paper_mm", [80, 58])
def test_the_wordiest_slip_is_shortened_never_thinned_of_places(paper_mm: int) -> None:
    wordy = [
        view(
            number,
            title=f"Le long nom d’un lieu remarquable et pittoresque du Ségala, numéro {number}",
            status=Status(Openness.CLOSED, "Fermé jusqu’au printemps, sauf les jours de fête"),
            hours=tuple(f"du lundi {day} avril au 30 octobre 10:00–12:00" for day in range(1, 20)),
        )
        for number in range(6)
    ]
    warning = "Baignade interdite depuis hier. " * 6
    slip = document(chosen=wordy, answer=Answer(fallback=wordy[0]), warnings=(warning,))
    drawn = receipt(slip, paper_mm)
    assert drawn.centimetres <= MAX_CENTIMETRES
    assert drawn.document.detail > Detail.FULL
    assert len(drawn.document.everything()) == 7


def test_a_paper_we_do_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="76 mm"):
        receipt(document(), 76)


def test_paper_is_white_and_ink_black() -> None:
    with Image.open(BytesIO(receipt(document()).png)) as image:
        histogram = image.convert("L").histogram()
    total = sum(histogram)
    assert 0.75 * total < sum(histogram[200:]) < 0.95 * total
    assert sum(histogram[:56]) > 0.04 * total


def test_the_same_slip_is_the_same_bytes() -> None:
    assert receipt(document()).png == receipt(document()).png
    assert sheet_pdf(document()) == sheet_pdf(document())


@needs_zbar
@pytest.mark.parametrize("paper_mm", [80, 58])
def test_every_map_code_of_the_receipt_is_readable(paper_mm: int) -> None:
    slip = document()
    drawn = receipt(slip, paper_mm)
    assert decoded(drawn.png) == {item.geo for item in drawn.document.everything() if item.geo}
    assert len(decoded(drawn.png)) == 4


@needs_zbar
@needs_poppler
def test_every_map_code_of_the_sheet_is_readable() -> None:
    slip = document(chosen=(*views(), *(view(n) for n in (6, 7, 8))))
    pages = pdf_pictures(sheet_pdf(slip))
    assert set().union(*map(decoded, pages)) == {item.geo for item in slip.everything()}


@needs_poppler
def test_the_sheet_is_tagged_titled_and_of_a5() -> None:
    pdf = sheet_pdf(document("fr"))
    facts = dict(
        line.split(":", 1) for line in run("pdfinfo", "-", stdin=pdf).splitlines() if ":" in line
    )
    assert facts["Tagged"].strip() == "yes"
    assert facts["Title"].strip().startswith("Office de tourisme du Ségala · ")
    assert facts["Page size"].split()[0::2] == ["419.528", "595.276"]
    assert b"pdfuaid:part" in pdf  # the PDF/UA mark, which Typst gives only to what passes
    assert re.search(rb"/Lang ?\(fr", pdf)


@needs_poppler
def test_only_the_bundled_fonts_are_used() -> None:
    fonts = run("pdffonts", "-", stdin=sheet_pdf(document())).splitlines()[2:]
    families = {line.split()[0].split("+")[1].split("-")[0] for line in fonts}
    assert families <= {"LibertinusSerif", "DejaVuSansMono"}


@needs_poppler
@pytest.mark.parametrize("lang", LETTERS)
def test_every_letter_of_the_language_is_on_the_sheet(lang: str) -> None:
    slip = document(chosen=[view(facts=(LETTERS[lang],))], answer=Answer())
    pdf = sheet_pdf(slip)
    assert b"pdfuaid:part" in pdf
    text = "".join(pdf_text(pdf).split())
    assert "□" not in text
    for letters in slip.suggestions[0].lines[0].text.split():
        assert letters in text


@needs_poppler
def test_signs_have_glyphs_and_what_has_none_is_boxed_or_left_out() -> None:
    text = pdf_text(sheet_pdf(document(chosen=[view(facts=(SIGNS, "Fête 🎉 日本 fin"))])))
    assert all(sign in text for sign in SIGNS.split())
    assert "Fête □□ fin" in " ".join(text.split())


@needs_poppler
def test_catalogue_text_is_never_code() -> None:
    hostile = view(
        title=INJECTION,
        kind_line=INJECTION,
        way=INJECTION,
        facts=(INJECTION, '"]}, {"x": ["'),
        status=Status(Openness.OPEN, INJECTION),
    )
    slip = document(chosen=[hostile], answer=Answer(question=(INJECTION,)), warnings=(INJECTION,))
    text = "".join(pdf_text(sheet_pdf(slip)).split())
    assert "root:" not in text
    assert text.count("".join(INJECTION.split())) >= 5
    assert '"]},{"x":["' in text
    assert size(receipt(slip).png)[0] == 576


@needs_poppler
def test_the_sheet_says_what_the_receipt_leaves_out() -> None:
    slip = document(chosen=views() * 2)
    text = " ".join(pdf_text(sheet_pdf(slip)).split())
    for item in slip.everything():
        for said in (item.title, item.way, item.status.sentence, *item.told()):
            assert said.replace("\u00a0", " ") in text.replace("\u00a0", " ")
    assert "Une ancienne mine devenue un lac." in text
    assert "Text in French" in text
    assert slip.emergency in text
