"""The contract of kinds of document."""

import contextlib
import re
from contextlib import AbstractContextManager

import attrs

from opshandover.codec import loads, schema
from opshandover.codec.short_starter import short_starter
from opshandover.codec.starter import starter
from opshandover.layout import digest_page, lay_out
from opshandover.model import DocumentState, OpsDocument
from opshandover.profiles import Profile, all_profiles, in_force, profile_named, profile_of
from opshandover.profiles.checking import first_problem
from opshandover.profiles.profile import HEADER
from opshandover.profiles.registry import spellings
from opshandover.rules import check
from opshandover.rules.crashed import rule_crashed
from opshandover.scoring import score
from opshandover.spec import Need
from opshandover.testing.requiring import require, require_both_languages, single_findings
from opshandover.testing.samples import a_document, a_full_document
from opshandover.text import LANGUAGES


def check_profile(profile: Profile | str) -> None:
    """Check that a kind of document keeps the contract; does nothing if it does.

    Its sections and fields are those of the model, and its weights sum to 100; at least one section is required, and
    each that is required counts. Its texts are in both languages, and no other kind has its name or a label of it.
    Its starters load and earn nothing, a document in which all is filled in scores 100, and documents of the kind
    can be checked and laid out, and are allowed by the schema.

    Args:
        profile: the kind of document, or the name of one that is registered.

    Raises:
        AssertionError: the first violation.
        UnknownNameError: no kind of document has that name.
        PluginLoadError: it is registered, but cannot be used.
    """
    if isinstance(profile, str):
        profile = profile_of(profile)
    _check_declaration(profile)
    with _available(profile):
        require(profile_named(profile.label.zh) is profile, f"{profile.name}: its label in Chinese does not lead to it")
        _check_starters(profile)
        _check_documents(profile)
        require(f"'{profile.name}'" in str(schema()), f"{profile.name}: the schema does not know its name")


def _available(profile: Profile) -> AbstractContextManager[None]:
    """Make a profile available that is not registered yet."""
    return contextlib.nullcontext() if profile in all_profiles() else in_force([profile])


def _check_declaration(profile: Profile) -> None:
    name = profile.name
    require(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name), f"expected a name such as night_shift, got {name!r}")
    problem = first_problem(profile)
    require(problem is None, f"{name}: {problem['en'] if problem else ''}")
    needed = {key: share.weight for key, share in profile.sections.items() if share.need is Need.REQUIRED}
    require(needed, f"{name}: no section is required, so that an empty document would be ready")
    for key, weight in needed.items():
        require(weight > 0, f"{name}: the section {key} is required, but weighs nothing")
    for what in ("label", "short", "purpose"):
        require_both_languages(getattr(profile, what), f"the {what} of {name}")
    for other in all_profiles():
        if other is not profile:
            taken = {name, *spellings(profile)} & {other.name, *spellings(other)}
            require(not taken, f"{name}: {', '.join(sorted(taken))} is what {other.name} is called")


def _check_starters(profile: Profile) -> None:
    for lang in LANGUAGES:
        for write in (short_starter, starter):
            document = loads(write(profile, lang), format="yaml")
            where = f"{profile.name}, {write.__name__.replace('_', ' ')}, lang={lang!r}"
            require(document.profile == profile.name, f"{where}: it is of the kind {document.profile}")
            earned = score(document).score
            require(not earned or earned < _LITTLE, f"{where}: it scores {earned} before anything is filled in")


_LITTLE = 10
"""The most that a starter may score: its example lines count for nothing."""


def _check_documents(profile: Profile) -> None:
    name = profile.name
    full = score(a_full_document(name)).score
    require(full == 100, f"{name}: a document in which all is filled in scores {full}, expected 100")
    empty = OpsDocument(profile=name)
    require(not score(empty).score, f"{name}: an empty document scores {score(empty).score}, expected 0")
    final = attrs.evolve(empty, state=DocumentState.FINAL)
    lacking = {finding.path for finding in single_findings(check(final))}
    sections = {key for key, share in profile.sections.items() if share.need is Need.REQUIRED and key != HEADER}
    require(sections <= lacking, f"{name}: nothing says that {', '.join(sorted(sections - lacking))} is missing")
    for document in (empty, a_document(name), a_full_document(name)):
        for finding in single_findings(check(document, document)):
            require(finding.code != rule_crashed.code, f"{name}: {finding.message['en']}")
        for lang in LANGUAGES:
            for lay in (lay_out, digest_page):
                page = lay(document, lang)
                require(page.kind == profile.label[lang], f"{name}: a page is called {page.kind!r}")
