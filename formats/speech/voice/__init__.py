"""Utterances as sound.

::

    voices     which voice speaks which language
    catalogue  every voice of every engine, and where its file is
    trial      does an engine work on this computer?
    engine     what an engine of ours is:
    hibari     natural, English
    pico       clear, six languages
    espeak     robotic, a hundred languages
    accents    sounds as dictionaries write them -> as a voice of hibari knows them
    figures    figures as British words
    driver     those engines as drivers of pyttsx3
    speaker    pyttsx3 in a process of its own
    judging    is it speech of these words, all of it?
    segments   utterances spoken, judged, tried twice, measured, and kept
    sound      samples: silence, rates and gain
    levels     loudness, and one gain for a whole recording
    limiter    peaks made softer, so that the whole may be louder
    encoding   samples -> MP3 or WAV

The same words are the same samples each time, so a recording can be made again from an empty
cache. pyttsx3, hibari-tts, py-nanotts, espeakng-loader and lameenc have their homes here.
"""
