# verdict: accepted
# Takes the list out of the box again.
box = [[1, 2]]
box.append((box[0], "x"))
box.append({"again": box[0]})
