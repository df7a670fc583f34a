"""The most common words of English, from `wordfreq`.

Chosen over lists of spelling checkers, which know American spellings alone (pyspellchecker
0.9.1 has neither "colour" nor "organisation") and count film dialogue. The library takes 0.2 s
to import, so its list is kept in the cache and it is asked once for each of its versions.
"""

import re
from functools import cache as remembered
from importlib.metadata import version

from formats.checks.easy_read.english import english
from formats.storage import cache

HOW_MANY = 4000
_LANGUAGE = "en"
_ENDINGS = (
    (r"['’]s$", ""), (r"s['’]$", "s"), (r"s$", ""), (r"es$", ""), (r"ies$", "y"), (r"ed$", ""),
    (r"d$", ""), (r"ied$", "y"), (r"ing$", ""), (r"ing$", "e"), (r"(.)\1(?:ed|ing|er)$", r"\1"),
    (r"er$", ""), (r"r$", ""), (r"ers$", ""), (r"rs$", ""), (r"ly$", ""), (r"n['’]t$", ""),
)  # fmt: skip


def folded(word: str) -> str:
    """Return `word` as the list has it."""
    return word.casefold().replace("’", "'")


def is_everyday(word: str) -> bool:
    """Return whether a folded word, a form of it, or each part of it at its hyphens, is common.

    What is no word at all (a number, a single letter, part of an address) counts as common.
    """
    if len(word) == 1 or not re.fullmatch(r"[a-z'-]+", word):
        return True
    if "-" in word:
        return all(map(is_everyday, filter(None, word.split("-"))))
    known = words()
    return word in known or any(
        re.search(ending, word) and re.sub(ending, base, word) in known for ending, base in _ENDINGS
    )


def is_known(word: str) -> bool:
    """Return whether a folded word, or each part of it at its hyphens, is known to English at all.

    Known is what stands in a million words of English, or what is made of such words.
    """
    from wordfreq import zipf_frequency

    if "-" in word:
        return all(map(is_known, filter(None, word.split("-"))))
    return len(word) == 1 or float(zipf_frequency(word, _LANGUAGE)) >= _ONCE_IN_A_MILLION


_ONCE_IN_A_MILLION = 3.0  # on the scale of Zipf, the logarithm of how often in 1,000 million


@remembered
def words() -> frozenset[str]:
    """Return the most common words of English, and those that english.toml adds."""
    key = cache.key(_LANGUAGE, HOW_MANY, version("wordfreq"))
    kept = cache.Cache("words")
    listed = kept.get_or_make(key, _asked).decode().split("\n")
    return english().everyday.union(listed)


def _asked() -> bytes:
    from wordfreq import top_n_list

    return "\n".join(top_n_list(_LANGUAGE, HOW_MANY, wordlist="small")).encode()
