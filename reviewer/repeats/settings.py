"""Every threshold of the search for repeats, with its meaning, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp


@dataclass(frozen=True, slots=True)
class SeedRate:
    """How densely a collection of a certain size is sampled for seeds.

    Attributes:
        length: how many letters in a row two places must share to be a seed.
        keep_every: one in so many windows is looked at, chosen by its hash, the same everywhere.
        group_limit: up to so many equal windows are paired each with each; of larger groups every
            window is paired with the next few alone, so that the work stays linear.
    """

    length: int
    keep_every: int
    group_limit: int


@dataclass(frozen=True, slots=True)
class RepeatSettings:
    """What counts as a repeat. All lengths are letters of the canonical stream.

    Attributes:
        medium_from: from so many letters on, the medium seed rate is used instead of the fine one.
        large_from: from so many letters on, the coarse seed rate is used.
        fine: the seed rate of a folder of speeches.
        medium: the seed rate of a large folder.
        coarse: the seed rate of an archive.
        successors: with how many following equal windows a window of a large group is paired.
        processes_from: so many candidates are refined on all processors.
        chain_gap: seeds of one passage follow each other at most this far apart.
        chain_drift: by how much letters put in or left out may shift one seed against the next.
        chain_letters: a chain of seeds with fewer letters in seeds is no candidate.
        chain_density: the least share of a candidate's letters that lies in seeds.
        row_density: the least share of letters in seeds of copies that follow each other in a row.
        row_drift: by which share of a copy the copies of a row may differ in length.
        row_times: a short unit must stand so many times in a row to be told.
        margin: how far beyond its seeds a candidate is looked at for its borders.
        edit_cost: what an unequal letter costs when an equal one earns 1.
        fragment_drop: a fragment ends where its score has fallen this far.
        fragment_letters: fragments with fewer equal letters are stock phrases and are dropped.
        phrase_letters: so many letters of every fragment but one may be a stock phrase and are no
            evidence that the passages are copies.
        passage_gap: fragments at most this far apart in both copies are one passage.
        passage_letters: the shortest passage.
        likeness_floor: the share of common letter pairs that a long passage must have.
        likeness_short: what is asked of the shortest passage on top of that.
        likeness_ceiling: but never more than this is asked.
        likeness_scale: over how many letters that addition falls to about a third.
        parallel_likeness: the share of common letter pairs asked of near neighbours in one text,
            where rhetoric builds sentence after sentence to one pattern.
        parallel_letters: up to this length neighbours are suspected of being parallels.
        skeleton_letters: up to this length passages are suspected of being one frame with other
            words in it,
        skeleton_swaps: and are, when one word gives way to the same other one so many times.
        frame_letters: up to this length passages are suspected of being a row of parallels,
        frame_share: and are, when this share of one recurs inside it,
        frame_likeness: and of the rest the other has less than this share.
        common_times: letters in a row are stock when they stand in more than so many times as many
            places as the passage has copies,
        common_share: a short passage of which this share is stock is looked at again,
        own_likeness: and is no copy when less than this share of the rest is common.
        periodic_members: so many equal copies without a gap are a row and no family of passages.
        length_ratio: the longer copy is at most so many times as long as the shorter one.
        distinct_letters: a passage with fewer different letters is a pattern, not a text.
        join_gap: verified passages this near in both copies are joined.
        join_share: or this near as a share of the shorter of the two,
        join_limit: but never farther than this,
        join_both: nor when what lies between is longer than this in both copies,
        together_share: nor when fewer than this share of the copies of one are followed by the
            other.
        bridge_letters: passages farther apart are joined when equal runs of so many letters
        bridge_least: with so many letters in all,
        bridge_share: and this share of the gap's, stand between them,
        bridge_step: at most so far from each other,
        bridge_limit: and the gap in neither copy is longer than this.
        outpost_letters: an equal run of so many letters beside a passage in pieces is one of them,
        outpost_reach: when it is at most so far away.
        join_likeness: the share of common letter pairs that a joined passage must keep,
        reorder_gap: pieces in another order belong together when no gap between them is longer.
        reorder_span: the farthest that a piece may have moved inside its passage.
        reorder_cover: the share of both copies that the moved pieces must cover.
        far_likeness: or keep when a longer gap was bridged.
        far_likeness: float = 0.36
    twice_share: a stretch of which this share is covered twice has two copies that touch.
        tile_letters: the shortest equal stretch that counts when order is of no matter.
        agreement: two spans are one member when each covers this share of the other.
        fringe: the share of a copy that may overlap its neighbour; borders of touching copies do.
        whole_share: members shorter than this share of their family's longest are looked at again,
            as they may be known in part only.
        fact_similarity: copies that share fewer letters than this with the representative are not
            held against it in fact; they say something else by right.
        document_cover: the share of the shorter document that a copied document covers,
        document_cover_longer: and the share of the longer one.
    """

    medium_from: int = 3_000_000
    large_from: int = 30_000_000
    fine: SeedRate = SeedRate(4, 1, 12)
    medium: SeedRate = SeedRate(6, 1, 6)
    coarse: SeedRate = SeedRate(8, 2, 4)
    successors: int = 3
    processes_from: int = 60_000
    chain_gap: int = 60
    chain_drift: int = 16
    chain_letters: int = 12
    chain_density: float = 0.12
    row_density: float = 0.4
    row_drift: float = 0.15
    row_times: int = 4
    margin: int = 60
    edit_cost: float = 0.7
    fragment_drop: float = 10.0
    fragment_letters: int = 13
    phrase_letters: int = 13
    passage_gap: int = 60
    passage_letters: int = 28
    likeness_floor: float = 0.2
    likeness_short: float = 0.78
    likeness_ceiling: float = 0.85
    likeness_scale: float = 18.0
    parallel_likeness: float = 0.85
    parallel_letters: int = 80
    skeleton_letters: int = 120
    skeleton_swaps: int = 3
    frame_letters: int = 500
    frame_share: float = 0.25
    frame_likeness: float = 0.35
    common_times: int = 2
    common_share: float = 0.3
    own_likeness: float = 0.6
    periodic_members: int = 32
    length_ratio: float = 2.2
    distinct_letters: int = 8
    join_gap: int = 160
    join_share: float = 1.5
    join_limit: int = 400
    join_both: int = 160
    together_share: float = 0.7
    bridge_letters: int = 6
    bridge_least: int = 2
    bridge_share: float = 0.03
    bridge_step: int = 300
    bridge_limit: int = 600
    outpost_letters: int = 9
    outpost_reach: int = 160
    join_likeness: float = 0.3
    reorder_gap: int = 60
    reorder_span: int = 1000
    reorder_cover: float = 0.6
    far_likeness: float = 0.36
    twice_share: float = 0.35
    tile_letters: int = 5
    agreement: float = 0.8
    fringe: float = 0.3
    whole_share: float = 0.9
    fact_similarity: float = 0.75
    document_cover: float = 0.9
    document_cover_longer: float = 0.5

    def seed_rate(self, letters: int) -> SeedRate:
        """The seed rate for a collection of so many letters."""
        if letters < self.medium_from:
            return self.fine
        return self.medium if letters < self.large_from else self.coarse

    def likeness_wanted(self, evidence: float) -> float:
        """The least share of common letter pairs, given so many equal letters as evidence.

        Stock phrases make short passages alike by chance, hence more is asked of those.
        """
        excess = exp(-(evidence - self.passage_letters) / self.likeness_scale)
        return min(self.likeness_ceiling, self.likeness_floor + self.likeness_short * excess)
