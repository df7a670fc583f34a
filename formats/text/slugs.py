"""Words -> a name for a file, a fragment or a folder. python-slugify has its home here."""


def slug(words: str, *, longest: int = 0, own_letters: bool = False) -> str:
    """Return `words` in small letters, figures and hyphens, at most `longest` long (0: no limit).

    Letters of other scripts are written in the Latin one, unless it may keep its `own_letters`.
    Words without any letter or figure give nothing.

    >>> slug("Who decides? 2nd edition")
    'who-decides-2nd-edition'
    """
    from slugify import slugify  # 20 ms that only the reader of leaflets need pay

    made: str = slugify(words, max_length=longest, allow_unicode=own_letters)
    return made
