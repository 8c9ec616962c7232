"""Finds profiles by name, or by the label that people write into files."""

from opshandover.plugins import Plugins
from opshandover.profiles.profile import Profile
from opshandover.text import LANGUAGES, Text, message

PROFILES = Plugins(group="opshandover.profiles", kind=Text("文种", "kind of document"))


def profile_of(name: str) -> Profile:
    """Gives the profile of that name.

    Raises:
        UnknownNameError: no profile has that name.
        DuplicateNameError: two distributions register it.
        PluginLoadError: it cannot be loaded, or is no `Profile`.
    """
    profile = PROFILES.load(name)
    if not isinstance(profile, Profile):
        got = type(profile).__name__
        cause = message("应为 Profile，实际是 {got}", "expected a Profile, got {got}", got=got)
        raise PROFILES.failure(name, PROFILES.distribution(name), cause)
    return profile


def all_profiles() -> tuple[Profile, ...]:
    """Gives all profiles, in the order of their names."""
    return tuple(profile_of(name) for name in PROFILES.names())


def profile_named(written: str) -> Profile:
    """Gives the profile that a person means: by name, or by a label in either language.

    Raises:
        UnknownNameError: nothing is called so; the message lists the names.
    """
    if written in PROFILES.names():
        return profile_of(written)
    for profile in all_profiles():
        labels = (text[lang] for text in (profile.label, profile.short) for lang in LANGUAGES)
        if written.strip().casefold() in {label.casefold() for label in labels}:
            return profile
    raise PROFILES.unknown(written, PROFILES.names())
