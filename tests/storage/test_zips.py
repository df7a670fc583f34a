import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from formats.storage import zips

NAMES = st.text("abc/.-é", min_size=1, max_size=9).map(lambda name: f"x{name}x")


def _packed(members: dict[str, bytes], when: int, *, stored: str = "") -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (when, 5, 6, 7, 8, 10))
            info.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            info.external_attr = when << 16
            target.writestr(info, data)
    return packed


def _normalised(packed: io.BytesIO) -> bytes:
    out = io.BytesIO()
    zips.normalised(packed, out)
    return out.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=99), max_size=5))
def test_members_and_their_order_stay_and_dates_go(members: dict[str, bytes]) -> None:
    first, second = (_normalised(_packed(members, when)) for when in (1999, 2026))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as read:
        assert [(name, read.read(name)) for name in read.namelist()] == list(members.items())


def test_what_is_stored_or_packed_already_is_stored() -> None:
    members = {"mimetype": b"application/epub+zip", "a/B.PNG": b"p" * 99, "text.xml": b"t" * 99}
    with zipfile.ZipFile(
        io.BytesIO(_normalised(_packed(members, 2026, stored="mimetype")))
    ) as read:
        kinds = {info.filename: info.compress_type for info in read.infolist()}
    assert kinds == {
        "mimetype": zipfile.ZIP_STORED, "a/B.PNG": zipfile.ZIP_STORED,
        "text.xml": zipfile.ZIP_DEFLATED,
    }  # fmt: skip


def test_a_member_can_be_changed_on_the_way() -> None:
    out = io.BytesIO()
    packed = _packed({"a.opf": b"<package>", "b": b"<package>"}, 2026)
    zips.normalised(packed, out, lambda name, data: data.upper() if name == "a.opf" else data)
    with zipfile.ZipFile(out) as read:
        assert (read.read("a.opf"), read.read("b")) == (b"<PACKAGE>", b"<package>")
