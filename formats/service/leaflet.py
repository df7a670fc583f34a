"""New leaflets: a frame to write in, and the first one of a service, which is whole."""

import json
from datetime import date

from formats.service.publisher import Publisher


def frame(title: str, today: date) -> str:
    """Return a new leaflet, with a place for each thing that it needs.

    What is still to be written is marked so that `formats check` holds the leaflet up.
    """
    return _FRAME.format(title=_quoted(title), edition=f"{today:%Y-%m}")


def first(publisher: Publisher, today: date) -> str:
    """Return the first leaflet of a service: how to ask for its leaflets in other formats."""
    contact = _CONTACT if publisher.ways else ""
    return _FIRST.format(edition=f"{today:%Y-%m}") + contact


def _quoted(words: str) -> str:
    return json.dumps(" ".join(words.split()), ensure_ascii=False)


_FRAME = """\
---
title: {title}
edition: {edition}
description: ""
---

## About this leaflet

Write here in two or three sentences whom this leaflet is for and what it tells them.

::: easy-read

![?](picture:leaflet) Write one idea here, in short and easy words.

![?](picture:question) Write the next idea here.

:::

## The second section

Write a section for each question that a reader has. Its heading is that question.

::: easy-read

![?](picture:leaflet) Write one idea here.

:::
"""

_FIRST = """\
---
title: Our leaflets in other formats
edition: {edition}
description: How to get our leaflets in large print, in easy read, as an e-book or as a recording.
---

## How you can have our leaflets

You can have each of our leaflets in the way that is best for you:

- in large print
- in easy read, with pictures
- as an e-book that can read itself aloud
- as a recording to listen to.

They cost nothing, and you do not have to say why you want one.

::: easy-read

![A leaflet](picture:leaflet) We have leaflets for you.

![Large letters](picture:large-print) You can have them in large letters.

![A picture beside some words](picture:easy-read) You can have them in easy words with pictures.

![Headphones](picture:listen) You can listen to them.

![Hands that give](picture:free) You do not have to pay.

:::

## How to ask

Tell us which leaflet you want, and in which format. Tell us how we can send it to you.

::: easy-read

![A telephone](picture:phone) Ask us for the leaflet that you want.

![An envelope](picture:send) Tell us how to send it to you.

:::
"""

_CONTACT = """
## Contact us

::: easy-read

![A person who asks](picture:question) You can ask us a question.

:::

::: contact
:::
"""
