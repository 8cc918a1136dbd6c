from typing import *
@runtime_checkable
class HasX(Protocol):
    x: int
    def m(self): ...
class HX: x = 1; m = None
class HY: x = 1
class AA(Protocol):
    y: int
for f in (lambda: isinstance(HX(), HasX), lambda: isinstance(1, HasX), lambda: HasX(), lambda: isinstance(1, SupportsInt), lambda: isinstance(HY(), HasX), lambda: isinstance(1, AA)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
