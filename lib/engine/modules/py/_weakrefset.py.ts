// _weakrefset: WeakSet. Behaves as CPython's Lib/_weakrefset.py; written for the engine.
export default () => String.raw`
import sys
from _weakref import ref
from types import GenericAlias

__all__ = ['WeakSet']

# 3.14 removes what dies at once and iterates over copies; before, removals wait until nobody iterates.
_COPIES = sys.version_info >= (3, 14)


class _Copied:
    """What a weak container has at the start of an iteration."""

    def __init__(self, weakcontainer):
        self.data = weakcontainer.data.copy()

    def __enter__(self):
        return self.data

    def __exit__(self, e, t, b):
        pass


class _IterationGuard:
    """Holds back removals from a weak container while it is iterated over."""

    def __init__(self, weakcontainer):
        self.weakcontainer = ref(weakcontainer)

    def __enter__(self):
        w = self.weakcontainer()
        if w is not None:
            w._iterating.add(self)
            return w.data

    def __exit__(self, e, t, b):
        w = self.weakcontainer()
        if w is not None:
            s = w._iterating
            s.remove(self)
            if not s:
                w._commit_removals()


_Iteration = _Copied if _COPIES else _IterationGuard


class WeakSet:
    if _COPIES:
        _pending_removals = _iterating = ()

    def __init__(self, data=None):
        self.data = set()

        def _remove(item, selfref=ref(self)):
            owner = selfref()
            if owner is None:
                return
            if owner._iterating:
                owner._pending_removals.append(item)
            else:
                owner.data.discard(item)
        self._remove = _remove
        if not _COPIES:
            self._pending_removals = []
            self._iterating = set()
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        while self._pending_removals:
            self.data.discard(self._pending_removals.pop())

    def _settle(self):
        """The set to change: what died meanwhile is taken out first."""
        if self._pending_removals:
            self._commit_removals()
        return self.data

    def __iter__(self):
        with _Iteration(self) as data:
            for itemref in data:
                item = itemref()
                if item is not None:
                    yield item

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def __repr__(self):
        return repr(self.data)

    # Changing it.
    def add(self, item):
        self._settle().add(ref(item, self._remove))

    def clear(self):
        self._settle().clear()

    def discard(self, item):
        self._settle().discard(ref(item))

    def remove(self, item):
        self._settle().remove(ref(item))

    def pop(self):
        refs, item = self._settle(), None
        while item is None:
            if not refs:
                raise KeyError('pop from empty WeakSet')
            item = refs.pop()()
        return item

    def update(self, other):
        for item in other:
            self.add(item)

    def difference_update(self, other):
        self._settle().difference_update([ref(item) for item in other])

    def intersection_update(self, other):
        self._settle().intersection_update([ref(item) for item in other])

    def symmetric_difference_update(self, other):
        self._settle().symmetric_difference_update([ref(item, self._remove) for item in other])

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    # Making new ones.
    def copy(self):
        return self.__class__(self)

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def difference(self, other):
        made = self.copy()
        made.difference_update(other)
        return made

    def symmetric_difference(self, other):
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    __or__ = union
    __and__ = intersection
    __sub__ = difference
    __xor__ = symmetric_difference

    # Comparing: by the references, whatever the other collection is.
    def issubset(self, other):
        return self.data <= {ref(item) for item in other}

    def issuperset(self, other):
        return self.data >= {ref(item) for item in other}

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    __le__ = issubset
    __ge__ = issuperset

    def __lt__(self, other):
        return self.data < {ref(item) for item in other}

    def __gt__(self, other):
        return self.data > {ref(item) for item in other}

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == {ref(item) for item in other}

    __class_getitem__ = classmethod(GenericAlias)
`;
