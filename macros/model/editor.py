"""The form in a browser, and where it saves."""

from typing import Literal, Self

from pydantic import model_validator

from .base import Record
from .field import BUILD, described
from .text import Host, Text

NEEDS = {"azure": ("repository", "tenant", "application"), "github": ("repository", "sign_in"), "gitlab": ("repository", "application")}


class Editor(Record):
    """Where the form at /edit/ saves, and how people sign in there. Without one there is no form on the site."""

    saves_to: Literal["azure", "github", "gitlab"] = described(
        "Saves to", "azure, github or gitlab: where the project is kept.", place=BUILD
    )
    repository: Text | None = described(
        "Repository", "Such as organisation/project/repository on Azure DevOps, organisation/repository elsewhere.", None, place=BUILD
    )
    branch: Text = described("Branch", "The branch that is published.", "main", place=BUILD)
    tenant: Text | None = described("Tenant", "The id of the council's directory, for azure.", None, place=BUILD)
    application: Text | None = described("Application", "The id of the registered application, for azure and gitlab.", None, place=BUILD)
    sign_in: Host | None = described("Sign-in", "The address of the server that signs people in, for github.", None, place=BUILD)

    @model_validator(mode="after")
    def _says_what_its_host_needs(self) -> Self:
        if missing := [name for name in NEEDS[self.saves_to] if not getattr(self, name)]:
            raise ValueError(f"{self.saves_to} needs {' and '.join(missing)} as well.")
        return self
