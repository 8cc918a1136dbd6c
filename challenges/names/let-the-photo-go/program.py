class Photo:
    pass


class Mirror:
    pass


photo = Photo()
album = [photo]
wall = {"left": photo, "right": Mirror()}
