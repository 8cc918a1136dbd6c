# verdict: accepted
# Takes the names away in the end.
paper = ["note"]
tray = [paper, paper]
desk = [tray, paper]
del paper
del tray
