from detectors.findings import SpeechAct
def act_of(hit, reading, passage):
    return SpeechAct.OFFERS
