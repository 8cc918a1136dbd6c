# Arguments beyond any size: each function's own refusal, and no loop over what is not there.
import itertools
def t(s):
    try: print(s, repr(eval(s))[:40])
    except Exception as e: print(s, repr(e))
for s in ['(1).to_bytes(2**62, "big")', '(-1).to_bytes(2**62, "big")', '(1).to_bytes(2**63, "big")', '"%*d" % (2**62, 1)', '"%*d" % (2**70, 1)', '"%.*f" % (2**31, 1)', 'b"%*d" % (2**70, 1)', 'b"%.*f" % (2**31, 1)', '"a".expandtabs(2**31)', 'b"a".expandtabs(2**31)', '"\\t".expandtabs(-2**31 - 1)', '__import__("math").perm(2**64, 2**64)', '__import__("math").perm(2**64, 2**64 + 1)', 'list(itertools.product(repeat=2**62))', 'itertools.product([1], repeat=2**62)', 'itertools.product([1], repeat=2**60)', 'itertools.product([1], repeat=2**59)', 'bytes(2**62)', '(1 << 100_000).bit_count()', '(-1 << 100_000).bit_length()']: t(s)
