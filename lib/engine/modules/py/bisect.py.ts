// bisect: behaves as CPython 3.13's Lib/bisect.py; written for the engine.
export default () => String.raw`
"""Bisection algorithms: insertion points in sorted sequences."""
from _bisect import bisect_left, bisect_right, insort_left, insort_right

bisect = bisect_right
insort = insort_right
`;
