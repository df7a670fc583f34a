"""A viewed leaflet as sound, below the renderers that need it.

::

    utterances what a script is made of
    script     leaflet -> utterances: what is said, in which language, and the pause after it
    announcements  what is said before and after the text
    saying     how words are written for a voice: telephone numbers, dates, addresses …
    espeak     espeak-ng called synchronously: words in, samples out
    driver     that, as a driver of pyttsx3
    speaker    pyttsx3 in a process of its own: each utterance checked, tried twice
    segments   the cache of utterances already spoken
    levels     one gain for a whole recording
    sound      silence, loudness and peaks of samples
    encoding   samples -> MP3

pyttsx3, espeakng-loader, lameenc and numpy have their home here. `script` comes before
speech so that staff can read and mend what will be said.
"""
