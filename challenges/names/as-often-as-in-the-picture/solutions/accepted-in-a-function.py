# verdict: accepted
# Names of a function go when it returns.
def make():
    paper = ["note"]
    return [[paper, paper], paper]


desk = make()
