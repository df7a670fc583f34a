"""What the nightly listening counts as a difference, and as a fault."""

import pytest

from tests import listen

SAME = [
    ("The S E N team", "the SEN team."),
    ("0 3 0 0 0, 4 1, 3 0 0 0", "03000 41 3000"),
    ("paragraph 6 point 1 7", "Paragraph 6.17"),
    ("We organise three visits.", "we organize 3 visits"),
    ("Don’t use colours", "dont use colors"),
    ("1,000 pounds", "£1000"),
    ("50 per cent", "50 per cent"),
    ("on 1 March 2025", "On 1st March 2025"),
]
OTHER = [
    ("0 3 0 0 0", "0300"),
    ("You can", "You can't"),
    ("paragraph 6 point 1 7", "paragraph 617"),
    ("a child", "child"),
    ("March", "May"),
]


@pytest.mark.parametrize(("said", "heard"), SAME)
def test_what_is_only_written_otherwise_is_the_same(said: str, heard: str) -> None:
    assert listen.normalised(said) == listen.normalised(heard)


@pytest.mark.parametrize(("said", "heard"), OTHER)
def test_what_sounds_otherwise_is_not(said: str, heard: str) -> None:
    assert listen.normalised(said) != listen.normalised(heard)


def test_figures_are_those_of_the_words() -> None:
    assert listen.figures(listen.normalised("Ring 0 3 0 0 0, at nine")) == "030009"


def test_the_share_of_wrong_words_counts_long_sentences_more() -> None:
    heard = [listen.Heard("a b c d e f g h i", "", 1.0), listen.Heard("j", "j", 0.0)]
    assert listen.share_wrong(heard) == pytest.approx(90)


@pytest.mark.parametrize(("share", "faults"), [(4.0, 0), (12.9, 0), (13.1, 1), (60.0, 1)])
def test_more_than_three_points_worse_is_a_fault(share: float, faults: int) -> None:
    assert len(listen.verdicts({"standard pico": share}, {"standard pico": 10.0})) == faults


def test_what_was_never_measured_says_so() -> None:
    [said] = listen.verdicts({"standard pico": 1.0}, {})
    assert "--accept" in said


def test_without_the_recogniser_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listen, "RECOGNISER", listen.ROOT / "nowhere")
    monkeypatch.setitem(__import__("sys").modules, "faster_whisper", None)
    with pytest.raises(SystemExit, match="make listen"):
        listen.recogniser()
