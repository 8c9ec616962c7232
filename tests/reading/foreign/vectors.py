"""Learn what words mean from texts that nobody labelled: words that stand in like company get like vectors.

How much oftener than by chance two words stand near each other makes a large table; its strongest directions are the
vectors. Of these only what tells sections apart is kept, as few dimensions.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from opshandover.reading.foreign.likeness import STEP, Learned
from opshandover.reading.foreign.meanings import ZERO, Meanings, meant

WORDS, WIDE, NARROW = 16_000, 300, 64
"""So many words have vectors, of so many dimensions at first, and in the end."""
_NEAR = 5
"""So many words away does one still stand near another."""
_TWICE = 2
"""So often must two words stand near each other."""
_FEWEST = 5
"""In so many texts must a word stand."""
FARTHEST = ord("~") - ord(ZERO) - 1
"""How far a sign may stand from `ZERO`."""
_AT_ONCE = 3_000_000
"""The words that are counted at once."""


def texts_in(folder: Path) -> Iterator[tuple[str, str]]:
    """The texts of all files in a folder, each with its source: the folder that it stands in."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield str(path.parent), path.read_text("utf-8", errors="replace")


def vectors_of(
    texts: Iterable[tuple[str, str]], headings: Iterable[str] = (), *, words: int = WORDS, dimensions: int = WIDE
) -> Meanings:
    """The vectors of the words of headings, then of those that stand in texts of the most sources.

    Of a word in fewer than `_FEWEST` texts nothing is known; words of fewer texts weigh more.
    """
    numpy: Any = import_module("numpy")
    numbers: dict[str, int] = {}
    sources: dict[str, set[int]] = defaultdict(set)
    texts_with: Counter[int] = Counter()
    documents: list[array[int]] = []
    for source, text in texts:
        document = array("i", [numbers.setdefault(word, len(numbers)) for word in meant_in(text)])
        documents.append(document)
        texts_with.update(set(document))
        sources[source].update(document)
    sources_with = Counter(number for every in sources.values() for number in every)
    of_headings = Counter(numbers[word] for heading in headings for word in set(meant(heading)) if word in numbers)
    ranked = [number for number, times in of_headings.most_common() if times > 1]
    ranked += [number for number, times in sources_with.most_common() if times > 1]
    kept = [number for number in dict.fromkeys(ranked) if texts_with[number] >= _FEWEST][:words]
    places = numpy.full(len(numbers), -1, dtype=numpy.int64)
    places[kept] = numpy.arange(len(kept))
    table = _company([places[numpy.asarray(document)] for document in documents if document], len(kept))
    wide = min(dimensions, len(kept) - 1)
    left, strength, _ = import_module("sklearn.utils.extmath").randomized_svd(table, wide, n_iter=3, random_state=0)
    vectors = left * strength**0.5
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    rarity = numpy.log(len(documents) / numpy.array([texts_with[number] for number in kept]))
    names = list(numbers)
    return _signed([names[number] for number in kept], vectors * rarity[:, None])


def meant_in(text: str) -> Iterator[str]:
    """The words of a long text: line by line, as nothing but headings has to be looked at as a whole."""
    for line in text.splitlines():
        yield from meant(line)


def _company(documents: Sequence[Any], words: int) -> Any:
    """How much oftener than by chance each word stands near each other, by the logarithm; 0 where it is not."""
    numpy: Any = import_module("numpy")
    sparse: Any = import_module("scipy.sparse")
    total = sparse.csr_matrix((words, words), dtype=numpy.float32)
    for some in _batches(documents):
        pairs = []
        for document in some:
            for away in range(1, _NEAR + 1):
                one, other = document[:-away], document[away:]
                known = (one >= 0) & (other >= 0)
                pairs.append(one[known] * words + other[known])
        pair, times = numpy.unique(numpy.concatenate(pairs), return_counts=True)
        total += sparse.csr_matrix((times.astype(numpy.float32), (pair // words, pair % words)), shape=total.shape)
    total = (total + total.T).tocoo()
    each = numpy.bincount(total.row, weights=total.data, minlength=words)
    smooth = each**0.75
    with numpy.errstate(divide="ignore"):
        oftener = numpy.log(total.data * smooth.sum() / (each[total.row] * smooth[total.col]))
    told = (oftener > 0) & (total.data >= _TWICE)
    return sparse.csr_matrix((oftener[told], (total.row[told], total.col[told])), shape=total.shape)


def _batches(documents: Sequence[Any]) -> Iterator[list[Any]]:
    batch: list[Any] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document)
        if size > _AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def narrowed(wide: Meanings, learned: Learned, dimensions: int = NARROW) -> Meanings:
    """The vectors with few dimensions: those along which the weights that were learned with the wide ones differ most.

    They stay as they are if nothing was learned with them.
    """
    numpy: Any = import_module("numpy")
    rows: dict[str, dict[int, str]] = defaultdict(dict)
    for piece, signs in learned.weights.items():
        place, _, name = piece.partition(" ")
        if name.startswith("~"):
            rows[place][int(name[1:])] = signs
    if not rows:
        return wide
    vectors = numpy.array([_steps(vector) for vector in wide.vectors.values()], dtype=float)
    nothing = ZERO * len(learned.start)
    every = [
        [_steps(found.get(dimension, nothing)) for dimension in range(vectors.shape[1])] for found in rows.values()
    ]
    directions, _, _ = numpy.linalg.svd(numpy.hstack(every) * STEP, full_matrices=False)
    return _signed(list(wide.vectors), vectors @ directions[:, :dimensions])


def _steps(signs: str) -> list[int]:
    return [ord(sign) - ord(ZERO) for sign in signs]


def _signed(words: Sequence[str], vectors: Any) -> Meanings:
    """Vectors as signs: one of 2,000 numbers is too large for its sign, and takes the last one."""
    numpy: Any = import_module("numpy")
    step = numpy.quantile(numpy.abs(vectors), 0.9995) / FARTHEST
    return Meanings({word: signs_of(row) for word, row in zip(words, vectors / step, strict=True)})


def signs_of(steps: Iterable[float]) -> str:
    """A sign for each number of steps, rounded; the last one for what is farther."""
    return "".join(chr(ord(ZERO) + max(-FARTHEST, min(FARTHEST, round(float(one))))) for one in steps)
