paper = ["note"]
tray = [["note"], ["note"]]
desk = [tray, paper]
