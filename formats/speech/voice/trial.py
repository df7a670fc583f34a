"""Does an engine speak on this computer? Tried once, in a process, before it is relied on.

onnxruntime is not made for every platform, and on some it crashes when it is loaded. What
worked is remembered in the cache; what did not is tried again each time.
"""

import platform

from formats.speech.voice import driver
from formats.speech.voice.speaker import Speaker, SpeechError
from formats.speech.voice.voices import Voice, edition
from formats.storage import cache

_VOICES = {driver.HIBARI: "heart"}
_WORDS = "This is a trial."
_PATIENCE = 60.0  # seconds: a computer that is busy reads its disk slowly


def fault(engine: str) -> str:
    """Return what an engine, by its driver, does instead of speaking, or nothing."""
    kept = cache.Cache("trial")
    key = cache.key(engine, edition(engine), platform.platform(), platform.python_version())
    if kept.get(key):
        return ""
    speaker = Speaker()
    try:
        speaker.speak(_WORDS, Voice(_VOICES[engine], driver=engine), _PATIENCE)
    except SpeechError as error:
        return str(error).rstrip(".")
    finally:
        speaker.close()
    kept.put(key, b"it spoke")
    return ""
