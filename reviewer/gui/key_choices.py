"""Which keys the actions have: those of a profile, but for what the editor chose otherwise.

Only the differences are kept, by the names of the actions, so that an action that a later version
brings has its keys. What an editor chose counts more than what a profile says, and that more than
the table of actions; a key is taken from whoever has it by less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from reviewer.gui.action_table import SPECS
from reviewer.gui.actions import ActionId, Place
from reviewer.gui.key_names import alike
from reviewer.gui.key_profiles import PROFILES, Profile
from reviewer.gui.key_rules import OWNED, UNMOVED, plain_key, refusal

MOST_KEYS = 4
"""Keys of one action in one place."""

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """An action in a place: what has keys."""

    place: Place
    action: ActionId


Changes = Mapping[Slot, Keys]


@dataclass(frozen=True, slots=True)
class KeyChoices:
    """What the editor chose.

    Attributes:
        profile: the set of keys to begin with.
        changed: for each profile the keys that were chosen otherwise.
    """

    profile: Profile = Profile.STANDARD
    changed: Mapping[Profile, Changes] = field(default_factory=dict)

    @property
    def changes(self) -> Changes:
        """What was chosen otherwise in the profile that is in force."""
        return self.changed.get(self.profile, {})

    def in_force(self) -> dict[Slot, Keys]:
        """The keys of everything that can have keys; no key stands twice in one place."""
        return _settled(self.changes, profile_keys(self.profile))

    def holder(self, key: str, place: Place) -> Slot | None:
        """Who has `key` in `place` now."""
        for slot, keys in self.in_force().items():
            if slot.place is place and alike(key) in map(alike, keys):
                return slot
        return None

    def differs(self, slot: Slot) -> bool:
        """Whether `slot` has other keys than the profile gives it."""
        return self.in_force()[slot] != profile_keys(self.profile)[slot]

    def with_profile(self, profile: Profile) -> KeyChoices:
        """The same with another profile; what was chosen in each is kept apart."""
        return replace(self, profile=profile)

    def with_key(self, slot: Slot, key: str) -> KeyChoices:
        """The same, `slot` having `key` too, and nobody else in its place."""
        changes = _without({key}, slot, self.changes)
        have = self.in_force()[slot]
        return self._with({**changes, slot: have if key in have else (*have, key)})

    def without_key(self, slot: Slot, key: str) -> KeyChoices:
        """The same, `slot` not having `key`, unless fields of text obey it anyway."""
        if slot.place is Place.WINDOW and key in UNMOVED:
            return self
        kept = tuple(other for other in self.in_force()[slot] if other != key)
        return self._with({**self.changes, slot: kept})

    def reset(self, slot: Slot) -> KeyChoices:
        """The same, `slot` having the keys of its profile again, whoever took them."""
        wanted = set(profile_keys(self.profile)[slot])
        rest = {other: keys for other, keys in self.changes.items() if other != slot}
        return self._with(_without(wanted, slot, rest))

    def reset_all(self) -> KeyChoices:
        """The profile as it came."""
        return self._with({})

    def _with(self, changes: Changes) -> KeyChoices:
        given = profile_keys(self.profile)
        kept = {slot: keys for slot, keys in changes.items() if keys != given[slot]}
        return replace(self, changed={**self.changed, self.profile: kept})

    def to_plain(self) -> dict[str, object]:
        """The choice in words, numbers and lists, for settings and files."""
        changed: dict[str, object] = {}
        for profile, changes in self.changed.items():
            places: dict[str, dict[str, list[str]]] = {}
            for slot, keys in changes.items():
                places.setdefault(slot.place.value, {})[slot.action.name] = list(keys)
            if places:
                changed[profile.value] = places
        return {"profile": self.profile.value, "changed": changed}

    @classmethod
    def from_plain(cls, value: object) -> KeyChoices:
        """The choice that `to_plain` told; what is unknown or not allowed is passed over."""
        rows = _table(value)
        profile = rows.get("profile")
        names = {known.value: known for known in Profile}
        changed = {
            names[name]: _read(_table(places))
            for name, places in _table(rows.get("changed")).items()
            if name in names
        }
        known = names.get(profile) if isinstance(profile, str) else None
        return cls(known or Profile.STANDARD, changed)


def profile_keys(profile: Profile) -> dict[Slot, Keys]:
    """The keys of a profile, with those of the table of actions that it leaves alone."""
    spec = PROFILES[profile]
    letters = {known for every in PROFILES.values() for known in every.letters}
    given: dict[Slot, Keys] = {
        **{Slot(Place.WINDOW, action): keys for action, keys in spec.keys.items()},
        **{Slot(Place.LIST, action): spec.letters.get(action, ()) for action in letters},
    }
    table = {
        Slot(Place.WINDOW, action): tuple(plain_key(key) for key in SPECS[action].keys)
        for action in ActionId
    }
    listed = {Slot(Place.LIST, action): () for action in ActionId if action in letters}
    return _settled(given, {**table, **listed})


def _settled(stronger: Changes, weaker: Mapping[Slot, Keys]) -> dict[Slot, Keys]:
    """The keys of everybody: those of `stronger` first, then what is left of `weaker`."""
    taken = {(slot.place, alike(key)) for slot, keys in stronger.items() for key in keys}
    return {
        slot: stronger[slot]
        if slot in stronger
        else tuple(key for key in keys if (slot.place, alike(key)) not in taken)
        for slot, keys in weaker.items()
    }


def _without(keys: Iterable[str], taker: Slot, changes: Changes) -> Changes:
    """`changes`, in which nobody but `taker` has `keys` in its place."""
    gone = set(map(alike, keys))
    return {
        slot: tuple(key for key in have if alike(key) not in gone or slot.place is not taker.place)
        if slot != taker
        else have
        for slot, have in changes.items()
    }


def _table(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _read(places: Mapping[str, object]) -> Changes:
    changes: dict[Slot, Keys] = {}
    taken: set[tuple[Place, str]] = set()
    for slot in profile_keys(Profile.STANDARD):
        row = _table(places.get(slot.place.value)).get(slot.action.name)
        if not isinstance(row, list):
            continue
        kept: list[str] = [key for key in UNMOVED if _obeys(key, slot)]
        for item in cast("list[object]", row):
            key = plain_key(item) if isinstance(item, str) else ""
            free = key not in kept and (slot.place, alike(key)) not in taken
            if free and refusal(key, slot.place, slot.action) is None and len(kept) < MOST_KEYS:
                kept.append(key)
        taken |= {(slot.place, alike(key)) for key in kept}
        changes[slot] = tuple(kept)
    return changes


def _obeys(key: str, slot: Slot) -> bool:
    """Whether the action of `slot` cannot lose `key`."""
    return slot.place is Place.WINDOW and OWNED[key] is slot.action
