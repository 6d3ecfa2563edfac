"""The command `python -m data boundaries`: what it was asked, what came of it, and what was wrong, in words."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from data.catalogue import data_folder
from data.map import wfs
from data.map.boundaries import Brought, bring, read
from data.map.geojson import Refused
from data.messages import DONE, MISUSED, WRONG, Voice


def boundaries(chosen: Namespace, voice: Voice) -> int:
    """Bring real boundaries from a file or a service, and give the exit code."""
    if bool(chosen.file) == bool(chosen.download) or bool(chosen.file) != bool(chosen.year):
        voice.complain("boundaries_which")
        return MISUSED
    try:
        brought = _bring(chosen, voice)
    except Refused as refused:
        voice.complain(refused.key, **refused.facts)
        return WRONG
    except OSError as error:
        voice.complain("boundaries_unreadable", name=error.filename or chosen.file, why=error.strerror or error)
        return WRONG
    facts = asdict(brought) | {"path": str(brought.path), "starts": str(brought.starts)}
    facts |= {"ends": str(brought.ends) if brought.ends else None}
    voice.say("boundaries_brought", **facts | {"ends": brought.ends or "…"})
    voice.say("boundaries_agreement", pct=f"{brought.agreement_pct:.1f}".replace(".", ","))
    voice.say("boundaries_publish")
    voice.give({"ok": True} | facts)
    return DONE


def _bring(chosen: Namespace, voice: Voice) -> Brought:
    """Bring the boundaries of the file or the address that the command names."""
    if chosen.file:
        content, origin = read(Path(chosen.file)), Path(chosen.file).name
    else:
        address = wfs.address(chosen.download)
        voice.say("boundaries_download", address=wfs.told(address))
        content, origin = wfs.download(address), wfs.told(address)
    return bring(content, year=chosen.year or chosen.download, origin=origin, folder=data_folder())
