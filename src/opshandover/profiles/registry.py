"""Finds profiles by name, or by the label that people write into files.

Those that distributions register hold everywhere. A team's own, which a configuration defines, hold
while they are in force: in one block of one thread or task, and nowhere else.
"""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from contextvars import ContextVar

from opshandover.errors import ContentError, DuplicateNameError
from opshandover.plugins import Plugins
from opshandover.profiles.profile import Profile
from opshandover.text import LANGUAGES, Message, Text, message

PROFILES = Plugins(group="opshandover.profiles", kind=Text("文种", "kind of document"))

_TEAM: ContextVar[tuple[Profile, ...]] = ContextVar("opshandover.team_profiles", default=())


@contextmanager
def in_force(profiles: Iterable[Profile]) -> Generator[None]:
    """Lets profiles hold beside those that are registered, as long as the block runs.

    Where blocks stand in each other, the profiles of both hold; of one name, the inner one.

    Raises:
        DuplicateNameError: a name is registered already, or given twice.
        ContentError: a profile does not hold together, such as one whose weights are not 100.
    """
    given = tuple(profiles)
    taken = set(PROFILES.names()) if given else set[str]()
    for profile in given:
        if profile.name in taken:
            raise DuplicateNameError(doubled(profile.name))
        taken.add(profile.name)
        if wrong := _wrong_with(profile):
            raise ContentError(
                message(
                    "文种“{name}”不成立：{wrong}",
                    "the kind of document '{name}' does not hold together: {wrong}",
                    name=profile.name,
                    wrong=wrong,
                )
            )
    token = _TEAM.set((*(p for p in _TEAM.get() if p.name not in taken), *given))
    try:
        yield
    finally:
        _TEAM.reset(token)


def doubled(name: str) -> Message:
    """Says that a profile bears a name that another one has."""
    return message(
        "文种“{name}”已经存在，请换一个名称",
        "there is a kind of document '{name}' already; choose another name",
        name=name,
    )


def team_profiles() -> tuple[Profile, ...]:
    """Gives the profiles that are in force here and not registered.

    Threads and processes that are begun here do not inherit them: hand them over.
    """
    return _TEAM.get()


def profile_names() -> tuple[str, ...]:
    """Gives the names of all profiles, importing nothing."""
    return tuple(sorted({*PROFILES.names(), *(p.name for p in _TEAM.get())}))


def profile_of(name: str) -> Profile:
    """Gives the profile of that name.

    Raises:
        UnknownNameError: no profile has that name.
        DuplicateNameError: two distributions register it.
        PluginLoadError: it cannot be loaded, is no `Profile`, or does not hold together.
    """
    for team in _TEAM.get():
        if team.name == name:
            return team
    if name not in PROFILES.names():
        raise PROFILES.unknown(name, profile_names())
    profile = PROFILES.load(name)
    if not isinstance(profile, Profile):
        got = type(profile).__name__
        cause = message("应为 Profile，实际是 {got}", "expected a Profile, got {got}", got=got)
        raise PROFILES.failure(name, PROFILES.distribution(name), cause)
    if profile.name != name:
        cause = message(
            "它自称“{other}”，应与入口点同名",
            "it calls itself '{other}', and should be called like its entry point",
            other=profile.name,
        )
        raise PROFILES.failure(name, PROFILES.distribution(name), cause)
    if wrong := _wrong_with(profile):
        raise PROFILES.failure(name, PROFILES.distribution(name), wrong)
    return profile


def _wrong_with(profile: Profile) -> Message | None:
    from opshandover.profiles.checking import first_wrong  # needs the model; the names do not

    return first_wrong(profile)


def all_profiles() -> tuple[Profile, ...]:
    """Gives all profiles, in the order of their names."""
    return tuple(profile_of(name) for name in profile_names())


def profile_named(written: str) -> Profile:
    """Gives the profile that a person means: by name, or by a label in either language.

    Raises:
        UnknownNameError: nothing is called so; the message lists the names.
    """
    if written in profile_names():
        return profile_of(written)
    for profile in all_profiles():
        if written.strip().casefold() in spellings(profile):
            return profile
    raise PROFILES.unknown(written, profile_names())


def spellings(profile: Profile) -> set[str]:
    """Gives all that a profile may be called beside its name, without case."""
    return {t[lang].casefold() for t in (profile.label, profile.short) for lang in LANGUAGES}
