class Page:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("free", self.name)

first = Page("{{p}}")
second = first
{{l10}}
{{l11}}
{{l12}}
{{l13}}
