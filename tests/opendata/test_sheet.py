"""A text file as rows, whatever saved it."""

import pytest

from kit.errors import InputError
from kit.opendata import sheet

TEXT = "Wijken;Aantal\nChassé;3\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_name_with_an_accent_comes_out_the_same(saved, encoding):
    path = saved(TEXT, encoding=encoding)
    assert [row.cells for row in sheet.rows(sheet.decode(path), path)] == [
        ["Wijken", "Aantal"],
        ["Chassé", "3"],
    ]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a;b;c\n1;2,5;3\n", ";"),
        ("a,b,c\n1,2,3\n", ","),
        ("a\tb\tc\n1,5\t2\t3\n", "\t"),
        ('"Geregistreerde misdrijven; soort misdrijf, wijk"\n"";"Perioden"\n"a";"1,5"\n"b";"2,5"\n', ";"),
        ('Soort,Aantal\n"2.5.1 Diefstal; enz.",3\n"1.2.3 Brom-, snor-, fiets",4\n', ","),
    ],
)
def test_what_stands_between_the_cells_is_what_most_lines_agree_on(text, mark):
    assert sheet.delimiter(text) == mark


def test_lines_are_counted_as_in_the_file(saved):
    path = saved('"a\nb";c\n\n;;\n1;2\n')
    assert [(row.line, row.cells) for row in sheet.rows(sheet.decode(path), path)] == [
        (2, ["a b", "c"]),
        (5, ["1", "2"]),
    ]


def test_marks_without_width_are_gone(saved):
    path = saved("Outer area of \u200b\u200bUlvenhout;\u00a02\n")
    assert sheet.rows(sheet.decode(path), path)[0].cells == ["Outer area of Ulvenhout", "2"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04rest", "a zip or Excel file; unpack it, or choose the CSV download"),
        (b"\xd0\xcf\x11\xe0rest", "an old Excel file; choose the CSV download"),
        (b"%PDF-1.7", "a PDF; choose the CSV download"),
        (b"<!DOCTYPE html><html>", "a web page; use the download button"),
        (b"a\0b", "not a text file; choose the CSV download"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(tmp_path, data, said):
    path = tmp_path / "download"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said):
        sheet.decode(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"gone\.csv: can't be read"):
        sheet.decode(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    ("text", "said"), [("", "empty"), ("\n;;\n", "empty"), ('a;"b\n1;2\n', ":2: .*download")]
)
def test_a_file_without_rows_or_with_an_open_quote_is_refused(saved, text, said):
    path = saved(text)
    with pytest.raises(InputError, match=said):
        sheet.rows(text, path)
