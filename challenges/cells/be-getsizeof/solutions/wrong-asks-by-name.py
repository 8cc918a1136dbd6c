# verdict: forbidden
# says: uses
# Asks the interpreter all the same.
size = getattr(int, "__size" + "of__")
