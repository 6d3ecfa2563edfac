"""Personal data that must never be published: Finnish identity codes, e-mail addresses, telephone numbers.

The identity code is ddmmyy, a mark of the century, three digits and a check character
(https://dvv.fi/en/personal-identity-code); a code with a wrong check character is refused as well: it may be a slip.
"""

import re

_IDENTITY_CODE = re.compile(
    r"(?<![0-9A-Za-z])(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}"
    r" ?[-+A-FU-Y\u2010-\u2014\u2212] ?[0-9]{3} ?[0-9A-Y](?![0-9A-Za-z])",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}\.[\w.-]{2,}", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![0-9])(?:(?:\+|00)(?=[1-9](?:[ ()-]*[0-9]){8})[1-9][0-9]{0,2}[ -]?(?:\(0\))?|0(?:4[0-9]|50|57))"
    r"(?:[ -]?[0-9]){6,11}(?![0-9])"  # abroad at least nine digits: `+358 40 123` is nobody's number
    r"|(?<!\w)(?:puh|puhelin|tel|tfn|telefon|gsm|mob)\b\.?:? ?\+?[0-9(](?:[ -]?[0-9()]){5,}",
    re.IGNORECASE,
)
_DIGEST = re.compile(r"[0-9a-f]{64}")  # a sha256: its digits may look like a telephone number by chance
_HEADING = re.compile(
    r"hetu|henkilötunnus|henkilotunnus|personbeteckning|sähköposti|sahkoposti|e-?mail|e-?post|puhelin|telefon|phone",
    re.IGNORECASE,
)


def kind_of(text: str) -> str | None:
    """The rule that a text breaks by holding personal data; None when it holds none that can be told by its form."""
    if _DIGEST.fullmatch(text):
        return None
    if _IDENTITY_CODE.search(text):
        return "personal-identity-code"
    if _EMAIL.search(text):
        return "personal-email"
    if _PHONE.search(text):
        return "personal-phone"
    return None


def is_heading(name: str) -> bool:
    """Whether a column by its name is meant for personal data."""
    return bool(_HEADING.search(name))
