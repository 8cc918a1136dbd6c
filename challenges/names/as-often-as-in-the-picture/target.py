paper = ["note"]
tray = [paper, paper]
desk = [tray, paper]
del paper, tray
