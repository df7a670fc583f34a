"""A viewed leaflet as sound, below the renderers that need it.

::

    script         leaflet -> chapters of utterances: words, language, and the pause after them
    announcements  what is said before and after the text
    utterances     what both are made of
    saying         how words are written for a voice: telephone numbers, dates, addresses …
    voices         which voice speaks which language
    catalogue      every voice of every engine
    trial          does an engine work on this computer?
    engine         what an engine of ours is: hibari, pico, espeak
    driver         those engines as drivers of pyttsx3
    speaker        pyttsx3 in a process of its own
    judging        is it speech of these words, all of it?
    segments       utterances spoken, judged, tried twice, measured, and kept
    sound          samples: silence, rates and gain
    levels         loudness and peaks, and one gain for a whole recording
    encoding       samples -> MP3 or WAV

A renderer takes it from the leaflet to exact counts of samples so::

    chosen = voices.choose(leaflet.language, Wish(rate=155), leaflet.place)
    with Studio(chosen) as studio:
        for chapter in script(leaflet):
            for spoken in studio.spoken(chapter.utterances):
                spoken.utterance.node, spoken.utterance.part  # the sentence in the model
                spoken.samples  # 16-bit mono, 24,000 a second, trimmed
                spoken.silence  # samples of silence after it

The same words are the same samples each time, so a recording can be made again from an empty
cache. pyttsx3, hibari-tts, py-nanotts, espeakng-loader and lameenc have their homes here.
`script` comes before speech so that staff can read and mend what will be said.
"""
