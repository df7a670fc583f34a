"""What grows with the length of a leaflet: the file, and not the memory."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from formats.errors import RenderError
from formats.model import Section, Text
from tests import leaflets
from tests.leaflets import paragraph
from tests.rendering import rendered

pytestmark = pytest.mark.xdist_group("speech")
ROOT = Path(__file__).parents[3]
MEASURE = """
import re, resource, sys, tempfile
from dataclasses import replace
from formats.renderers.audio import AudioOptions, AudioRenderer
from tests import leaflets
leaflet = leaflets.standard()
times = int(sys.argv[1])
blocks = tuple(replace(b, blocks=b.blocks * times) for b in leaflet.blocks[1:])
with tempfile.TemporaryFile() as out:
    edition = leaflets.edition(replace(leaflet, blocks=blocks))
    AudioRenderer().render(edition, AudioOptions(split=True), out)
    # VmHWM, since ru_maxrss of a process keeps the peak of the one that started it (proc(5)).
    own = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print("measured", out.seek(0, 2), own, child)
"""


def _measured(times: int, cache: Path) -> tuple[int, int]:
    """Return the bytes of the recording, and the peak of memory in MB."""
    environment = {**os.environ, "FORMATS_CACHE": str(cache), "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(times)],
        env=environment, cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    size, own, child = map(int, re.findall(r"\d+", run.stdout.partition("measured")[2]))
    return size, max(own, child)


def test_memory_is_flat(tmp_path: Path) -> None:
    size, once = _measured(1, tmp_path)
    longer, often = _measured(50, tmp_path)
    assert longer > 25 * size
    assert once < 300
    assert often < once + 30


def test_more_sections_than_a_file_can_have_chapters() -> None:
    sections = tuple(
        Section(2, (Text(f"Number {n}"),), f"n-{n}", (paragraph("Words."),)) for n in range(260)
    )
    edition = leaflets.edition(replace(leaflets.standard(), blocks=sections, notes=()))
    with pytest.raises(RenderError, match=r"255 chapters, and this one has 262: .* Choose split"):
        rendered("audio", edition)
