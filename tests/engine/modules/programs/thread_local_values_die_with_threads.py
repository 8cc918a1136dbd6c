import threading
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)
loc = threading.local()
def w(n): loc.y = D(n); print(n, hasattr(loc, "x"), sorted(vars(loc)))
for i in range(3):
    t = threading.Thread(target=w, args=(f"t{i}",)); t.start(); t.join(); print("joined", hasattr(loc, "y"))
loc.x = D("main"); print(vars(loc).keys()); del loc.x; loc.x = D("again"); del loc; print("gone")
