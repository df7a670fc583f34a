"""Addresses: what a way to get in touch leads to, and whether words show an address."""


def of_contact(kind: str, value: str) -> str:
    """Return the address that a contact's value leads to, or nothing if it is only to read."""
    match kind:
        case "phone":
            return f"tel:{value.replace(' ', '')}"
        case "email":
            return f"mailto:{value}"
        case "web":
            return value if "://" in value else f"https://{value}"
        case _:
            return ""


def shown(address: str) -> str:
    """Return an address as paper shows it: without "mailto:", "tel:" or "https://"."""
    for scheme in ("mailto:", "tel:", "https://", "http://"):
        address = address.removeprefix(scheme)
    return address.removesuffix("/")


def stands_in(words: str, address: str) -> bool:
    """Whether `words` show `address`, so that a reader of paper has it already."""
    return shown(address).replace(" ", "").casefold() in words.replace(" ", "").casefold()
