"""Profiles by name, or by the label that people write into files.

Profiles that distributions register are available everywhere. A team's own, which a configuration
defines, are available while they are in force: in one block of one thread or task.
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
    """Make profiles available beside the registered ones while the block runs.

    In nested blocks the profiles of both are available; of one name, the inner one.

    Raises:
        DuplicateNameError: a name is already registered, or given twice.
        ContentError: a profile is invalid, for instance because its weights do not sum to 100.
    """
    added = tuple(profiles)
    names = set(PROFILES.names()) if added else set[str]()
    for profile in added:
        if profile.name in names:
            raise DuplicateNameError(duplicate_name(profile.name))
        names.add(profile.name)
        if problem := _problem_of(profile):
            raise ContentError(
                message(
                    "文种“{name}”无效：{problem}",
                    "invalid kind of document '{name}': {problem}",
                    name=profile.name,
                    problem=problem,
                )
            )
    token = _TEAM.set((*(p for p in _TEAM.get() if p.name not in names), *added))
    try:
        yield
    finally:
        _TEAM.reset(token)


def duplicate_name(name: str) -> Message:
    """The message for a profile with the name of another one."""
    return message(
        "文种“{name}”已存在，请换一个名称", "kind of document '{name}' already exists; choose another name", name=name
    )


def team_profiles() -> tuple[Profile, ...]:
    """The available profiles that are not registered.

    Threads and processes that are started here do not inherit them: pass them on.
    """
    return _TEAM.get()


def profile_names() -> tuple[str, ...]:
    """The names of all profiles; imports nothing."""
    return tuple(sorted({*PROFILES.names(), *(p.name for p in _TEAM.get())}))


def profile_of(name: str) -> Profile:
    """The profile of that name.

    Raises:
        UnknownNameError: no profile has that name.
        DuplicateNameError: two distributions register it.
        PluginLoadError: it cannot be loaded, is not a `Profile`, or is invalid.
    """
    for team in _TEAM.get():
        if team.name == name:
            return team
    if name not in PROFILES.names():
        raise PROFILES.unknown(name, profile_names())
    return _registered(name)


def _registered(name: str) -> Profile:
    """The registered profile of that name."""
    profile = PROFILES.load(name)
    if not isinstance(profile, Profile):
        got = type(profile).__name__
        cause = message("应为 Profile，实际为 {got}", "expected a Profile, got {got}", got=got)
        raise PROFILES.failure(name, PROFILES.distribution(name), cause)
    if profile.name != name:
        cause = message(
            "名称为“{other}”，应与入口点名称一致",
            "its name is '{other}', expected the name of its entry point",
            other=profile.name,
        )
        raise PROFILES.failure(name, PROFILES.distribution(name), cause)
    if problem := _problem_of(profile):
        raise PROFILES.failure(name, PROFILES.distribution(name), problem)
    return profile


def _problem_of(profile: Profile) -> Message | None:
    from opshandover.profiles.checking import first_problem  # loads the model, which names do not need

    return first_problem(profile)


def registered_profiles() -> tuple[Profile, ...]:
    """The profiles that distributions register, without those that are broken: they are warned of."""
    return tuple(PROFILES.usable(_registered))


def all_profiles() -> tuple[Profile, ...]:
    """All usable profiles, in the order of their names."""
    found = {profile.name: profile for profile in (*registered_profiles(), *_TEAM.get())}
    return tuple(found[name] for name in sorted(found))


def profile_named(written: str) -> Profile:
    """The profile for what a person wrote: a name, or a label in either language.

    Raises:
        UnknownNameError: no profile has that name or label; the message lists the names.
    """
    if written in profile_names():
        return profile_of(written)
    for profile in all_profiles():
        if written.strip().casefold() in spellings(profile):
            return profile
    raise PROFILES.unknown(written, profile_names())


def spellings(profile: Profile) -> set[str]:
    """The labels of a profile, case-folded."""
    return {t[lang].casefold() for t in (profile.label, profile.short) for lang in LANGUAGES}
