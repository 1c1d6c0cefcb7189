def tricks_of(hit, reading, text):
    return ()
