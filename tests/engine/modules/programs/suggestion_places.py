# Where "Did you mean" stands: in the traceback module with a traceback and without one.
import traceback
class P:
    color = 1
def wrong_local():
    counter = 1
    return countr
for action in (lambda: P().colour, wrong_local, lambda: prin(1)):
    try:
        action()
    except Exception as e:
        print(traceback.format_exc().splitlines()[-1])
        print(traceback.format_exception_only(e))
        print(''.join(traceback.TracebackException.from_exception(e).format_exception_only()), end='')
