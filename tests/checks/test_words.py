from hypothesis import given
from hypothesis import strategies as st

from formats.checks.words import missing, tokens

WORDS = st.lists(st.text("abcé09", min_size=1, max_size=4), min_size=1, max_size=12)


@given(WORDS, st.data())
def test_words_among_others_are_not_missing(words: list[str], data: st.DataObject) -> None:
    added = data.draw(st.lists(st.sampled_from(["Page", "7", "of"]), max_size=3))
    found = [part for word in words for part in (*added, word)]
    assert missing(words, " ".join(found)) == []


@given(WORDS, st.data())
def test_a_lost_word_is_missing(words: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(words) - 1))
    numbered = [f"{word}x{number}" for number, word in enumerate(words)]
    assert missing(numbered, " ".join(numbered[:index] + numbered[index + 1 :]))


def test_swapped_words_are_missing() -> None:
    assert missing(["one two three"], "one three two") == ["one", "two", "three"]


def test_joined_words_are_missing() -> None:
    assert missing(["their arrangements"], "theirarrangements") == ["their", "arrangements"]


def test_a_hyphen_at_a_line_end_and_a_ligature_lose_nothing() -> None:
    assert missing(["co-ordinator office"], "co-\nordinator o\ufb03ce") == []


def test_soft_hyphens_are_no_letters() -> None:
    assert tokens("educa\u00adtion") == ["education"]
