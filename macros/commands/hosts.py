"""`make hosts`: the configuration of each host that the site can be published on, in `dist/hosts/`."""

import os
from argparse import ArgumentParser
from pathlib import Path

from ..model.problem import DataError
from ..programs import nginx
from ..programs.azure import build_azure
from ..reading.environment import CALENDAR_KEY
from ..reading.load import load
from ..reading.today import day_of_build
from ..site import Site
from .say import say
from .whole_file import write_whole

FOLDER = "dist/hosts"
AZURE = "staticwebapp.config.json"


def main(root: Path, site: Site, served_from: str = nginx.ROOT, listen: str = nginx.PORT, sign_in: str = nginx.SIGN_IN) -> int:
    """Write the configurations below a folder, for a site whose files lie in the folder `served_from` of the server."""
    at = site.framework, site.site_url, site.calendar_key
    files = {**nginx.build_nginx(*at, served_from, listen, sign_in), AZURE: build_azure(*at)}
    for name, text in files.items():
        write_whole(root / FOLDER / name, text)
    say(f"In {FOLDER}/: {', '.join(files)}.")
    return 0


def _main(root: Path) -> int:
    parser = ArgumentParser(prog="make hosts", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--served-from", default=nginx.ROOT, help="the folder of the site's files on the server of nginx")
    parser.add_argument("--listen", default=nginx.PORT, help="the port of nginx, or its address and port")
    parser.add_argument("--sign-in", default=nginx.SIGN_IN, help="where the program answers that nginx asks who is signed in")
    given = parser.parse_args()
    address, key = os.environ.get("SITE_URL", ""), os.environ.get(CALENDAR_KEY, "")
    try:
        site = Site(load(root, day_of_build(os.environ)), f"{address.rstrip('/')}/" if address else "", calendar_key=key)
        if problems := list(site.wrong_settings()):
            raise DataError(problems)
    except DataError as error:
        say(error.report("Nothing was written."))
        return 1
    return main(root, site, given.served_from, given.listen, given.sign_in)


if __name__ == "__main__":
    raise SystemExit(_main(Path.cwd()))
