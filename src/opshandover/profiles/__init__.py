"""What each kind of document must hold, as data.

A profile says which sections a document of its kind needs, what each weighs in the score, and
where a field weighs more or less than its declaration says.
"""

from opshandover.profiles.profile import TRAITS, Profile, Share, Trait
from opshandover.profiles.registry import (
    all_profiles,
    in_force,
    profile_named,
    profile_names,
    profile_of,
    team_profiles,
)

__all__ = [
    "TRAITS",
    "Profile",
    "Share",
    "Trait",
    "all_profiles",
    "in_force",
    "profile_named",
    "profile_names",
    "profile_of",
    "team_profiles",
]
