# verdict: accepted
# Takes the list out of the place where it is.
desk = [[["note"]]]
desk[0] *= 2
desk.append(desk[0][0])
