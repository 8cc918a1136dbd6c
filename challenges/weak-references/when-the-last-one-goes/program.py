import weakref

class Page:
    pass

page = Page()
ref = weakref.ref(page, lambda dead: print("gone"))
box = [page]
{{l9}}
print(ref() is None)
{{l11}}
print(ref() is None)
