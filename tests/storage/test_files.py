from pathlib import Path

import pytest

from formats.errors import FormatsError
from formats.storage import files


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    final = tmp_path / "a.txt"
    final.write_text("old")
    with files.new_file(tmp_path) as new:
        new.write_text("new")
        assert final.read_text() == "old"
        files.publish(new, final)
    assert (final.read_text(), names(tmp_path)) == ("new", ["a.txt"])
    assert final.stat().st_mode & 0o444 == 0o444


def test_nothing_is_left_of_one_that_is_not_published(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), files.new_file(tmp_path):
        raise ZeroDivisionError
    assert names(tmp_path) == []


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "output"
    outside.write_text("theirs")
    folder.mkdir()
    (folder / "a").symlink_to(outside)
    files.write(b"ours", folder / "a")
    assert (outside.read_text(), (folder / "a").read_text()) == ("theirs", "ours")


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(FormatsError, match="cannot be written"):
        files.write(b"x", tmp_path / "a")
    assert names(tmp_path) == ["a"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FormatsError, match=r"Nothing can be written in .*no"):
        files.write(b"x", tmp_path / "no" / "a")
