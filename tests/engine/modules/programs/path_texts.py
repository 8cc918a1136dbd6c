# What pathlib refuses, in each version's words
from pathlib import Path, PurePosixPath
for f in (lambda: list(Path('.').glob('')), lambda: PurePosixPath('/a b').as_uri(), lambda: PurePosixPath('a').as_uri(), lambda: PurePosixPath('a').with_name('x/y'), lambda: PurePosixPath('/').with_suffix('.x')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
