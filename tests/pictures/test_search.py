import pytest

from formats.pictures import openmoji, search
from tests import leaflets

HOUSE = [leaflets.SCHOOL, leaflets.TEACHER, leaflets.DECORATION]


def names(words: str) -> list[str]:
    return [found.name for found in search.find(words)]


def test_the_name_comes_first_then_what_has_to_do_with_it() -> None:
    found = names("school")
    assert found[0] == "school"
    assert "backpack" in found


def test_words_that_are_in_no_name_find_pictures() -> None:
    assert "graduation cap" in names("learn")
    assert "balance scale" in names("law")


def test_case_underscores_and_beginnings_do_not_matter() -> None:
    assert names("SCHOOL") == names("school")
    assert names("graduation_cap")[0] == "graduation cap"
    assert names("teach")[-1] == "school" and "teacher" in names("teach")


def test_every_word_must_fit() -> None:
    assert "man teacher" in names("man teacher")
    assert "woman teacher" not in names("man teacher")
    assert names("teacher aubergine") == []


def test_people_are_never_yellow_and_come_in_all_tones() -> None:
    teacher = search.find("teacher")[0]
    assert len(teacher.variants) == 5 and teacher.code in teacher.variants
    assert all(any(tone in c for tone in search._TONES) for c in teacher.variants)
    shown = {part for found in search.find("teach") for part in found.code.split("-")}
    assert len(shown & set(search._TONES)) > 1


def test_code_points_find_pictures() -> None:
    assert names("1f3eb") == ["school"]
    assert "1F9D1-1F3FE-200D-1F3EB" in search.find("1F9D1-1F3FE-200D-1F3EB")[0].variants
    assert {found.code[:3] for found in search.find("E04")} == {"E04"}


@pytest.mark.parametrize("words", ["", " ", "qqq", "(", "\\", "É", "a" * 10_000])
def test_what_finds_nothing(words: str) -> None:
    assert search.find(words) == []


def test_no_picture_of_openmoji_is_left_out() -> None:
    files = {path.stem for path in openmoji.folder().glob("*.svg")}
    known = {code for found in search._all() for code in (found.code, *found.variants)}
    assert known <= files
    # What is left is yellow, and has its tones in the list.
    assert files - known <= {search._without_tone(code) for code in known}


def test_pictures_of_the_house() -> None:
    assert search.find_in_house("", HOUSE) == HOUSE
    assert search.find_in_house("a teach", HOUSE) == [leaflets.TEACHER]
    assert search.find_in_house("spark", HOUSE) == [leaflets.DECORATION]
    assert search.find_in_house("aubergine", HOUSE) == []
