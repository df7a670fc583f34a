"""Utterances as sound.

::

    voices    which voice speaks which language
    engine    what an engine of ours is: espeak, pico
    driver    those engines as drivers of pyttsx3
    speaker   pyttsx3 in a process of its own
    judging   is it speech of these words, all of it?
    segments  utterances spoken, judged, tried twice, measured, and kept
    sound     samples: silence, rates and gain
    levels    loudness and peaks, and one gain for a whole recording
    encoding  samples -> MP3 or WAV

With espeak-ng the same words are the same samples each time, so a recording can be made
again from an empty cache. pyttsx3, espeakng-loader, py-nanotts and lameenc have their homes here.
"""
