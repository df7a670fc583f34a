"""Editions as speech, below the renderers that need it.

::

    script/   no sound: edition -> chapters of utterances (words, language, pause)
    voice/    utterances -> sound: engines, samples, levels, encoding

A renderer takes it from the edition to exact counts of samples so::

    chosen = voices.choose(edition.language, Wish(rate=155), edition.place)
    with Studio(chosen) as studio:
        for chapter in script(edition):
            for spoken in studio.spoken(chapter.utterances):
                spoken.utterance.sentence  # Sentence.id in the edition, or nothing
                spoken.samples  # 16-bit mono, 24,000 a second, trimmed
                spoken.silence  # samples of silence after it

`script` knows nothing of `voice`.
"""
