"""Figures and sounds, as a voice of hibari is given them."""

import numpy as np
import pytest

from formats.speech.voice import figures, hibari
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.sound import SILENCE


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("305 children", "three hundred and five children"), ("1,200", "one thousand two hundred"),
        ("1,005", "one thousand and five"), ("in 2014", "in twenty fourteen"),
        ("in 2005", "in two thousand and five"), ("in 1905", "in nineteen oh five"),
        ("the 1990s", "the nineteen nineties"), ("22nd", "twenty-second"), ("3rd", "third"),
        ("30th", "thirtieth"), ("12th", "twelfth"),
        ("0 3 0 0, 4 1", "zero, three, zero, zero; four one"), ("M E 1 6", "M E one six"),
        ("0 3 0, 4 1 2, 4 1", "zero, three, zero; four, one, two; four one"),
        ("8 A E", "eight [A](/ˈA/) E"), ("A B C", "[A](/ˈA/) B C"), ("A child", "A child"),
        ("A to Z", "[A](/ˈA/) to [Z](/zˈɛd/)"), ("C C A", "C C [A](/ˈA/)"),
        ("007", "zero zero seven"), ("1,000,000", "one million"), ("1600", "sixteen hundred"),
        ("6 point 1 7", "six point one seven"), ("Key Stage 2.", "Key Stage two."),
        ("H2O", "H2O"), ("9" * 16, " ".join(["nine"] * 16)),
    ],
)  # fmt: skip
def test_figures_are_said_as_the_british_do(written: str, said: str) -> None:
    assert figures.in_words(written) == said


def test_sounds_are_written_into_what_is_said_in_the_accent_of_the_voice() -> None:
    sounds = (("wor-ik", "wˈɒrɪk"), ("herd", "hˈɜːrd"), ("goh", "ɡˈəʊ"))
    american = hibari.marked("wor-ik herd, goh", sounds, "heart")
    assert american == "[wor-ik](/wˈɑɹɪk/) [herd](/hˈɜɹd/), [goh](/ɡˈO/)"
    british = hibari.marked("wor-ik herd, goh", sounds, "emma")
    assert british == "[wor-ik](/wˈɒɹɪk/) [herd](/hˈɜːd/), [goh](/ɡˈQ/)"
    assert hibari.Hibari().phonemes(american, "heart") == "wˈɑɹɪk hˈɜɹd, ɡˈO"


def test_brackets_of_a_source_are_no_sounds() -> None:
    assert "[" not in hibari.marked("[hello](/xxx/)", (), "heart")


def test_there_is_a_rest_between_groups_of_figures() -> None:
    sound = np.frombuffer(hibari.Hibari().speak("4 1 2, 4 1 2", "heart", 155, 50), "<i2")
    silent = np.convolve(np.abs(sound) < SILENCE, np.ones(SAMPLE_RATE // 4), "valid")
    assert silent.max() == SAMPLE_RATE // 4


@pytest.mark.parametrize("said", ["8 A E", "Z"])
def test_letters_are_british(said: str) -> None:
    phonemes = hibari.Hibari().phonemes(said, "heart")
    assert "ɐ" not in phonemes
    assert "zˈi" not in phonemes
