# belief: a weak reference held its object; it only watches, and is not counted
import weakref

class Page:
    pass

page = Page()
ref = (lambda kept: lambda: kept)(page)
box = [page]
{{l9}}
print(ref() is None)
{{l11}}
print(ref() is None)
