"""The words that :mod:`kit.insight.similar` knows, in Dutch and English.

Lists, not grammar. A word that is missing costs a suggestion; a word too many costs one that somebody
waves away.
"""

from __future__ import annotations

import re
from re import Pattern

STOP = {
    "nl": frozenset(
        """
        de het een en van we wij ons onze ik je jij jou jouw u uw hij zij ze hun hen hem haar zich dat die dit
        deze er hier daar waar wat wie hoe welke dan als want omdat zodat maar of ook nog al te om op in aan
        bij met voor door uit naar over tot tegen onder rond rondom tijdens per via is zijn was waren ben bent
        wordt worden werd kan kun kunt kunnen moet moeten mag mogen zal zullen zou zouden wil willen gaan gaat
        heeft hebben heb had doen doet maken maakt laten laat komt komen krijgen krijgt geven geeft zorgen
        zorg staan staat wel heel erg zo veel vaak altijd steeds weer iets alle elk elke ieder men mensen
        iedereen elkaar geen niet nooit zonder meer minder extra vaker ophangen hang hangen plaatsen zetten
        neerzetten beter goed goede graag eens even bijvoorbeeld zoals toch nu
        """.split()  # noqa: SIM905
    ),
    "en": frozenset(
        """
        the a an and of we us our i you your he she they them their his her its it that this these those there
        here where what who how which then than as because so but or also still already to in on at by with
        for through out from about until under around during per via is are was were be been being am can
        could must may might shall should will would want wants go goes has have had do does did make makes
        making let lets get gets give gives giving put puts ensure sure very really much many often always
        again something all every each any people everyone everybody someone other no not
        never without more fewer less extra install place
        better good well some
        just like eg into up
        """.split()  # noqa: SIM905
    ),
}
"""Words that say nothing of what a card is about."""

_OF_ONE_MEANING = {
    "nl": """
        licht verlichting verlichten lamp lantaarn lantaarnpaal straatlantaarn straatverlichting belichten
        donker duister donkerte duisternis
        jongere jeugd jeugdige tiener puber hangjongere jongelui
        oudere senior bejaarde
        kind kleuter peuter
        bewoner buurtbewoner wijkbewoner inwoner omwonende
        buur buurman buurvrouw buren
        boa handhaver toezichthouder handhaving stadswacht
        agent wijkagent politie politieagent
        vuil afval rommel troep vuilnis zwerfafval zwerfvuil
        prullenbak afvalbak vuilnisbak
        lawaai herrie geluidsoverlast kabaal geluid
        bank bankje zitplek zitplaats zitbank
        fiets rijwiel
        auto wagen autoverkeer
        parkeren parkeerplaats parkeerplek
        plein buurtplein marktplein
        buurt wijk buurtje
        feest buurtfeest straatfeest wijkfeest buurtbarbecue barbecue bbq
        ontmoeten ontmoeting samenkomen samenkomst
        angst bang angstig
        eenzaam alleen eenzaamheid
        gesprek praten spreken praat spreek
        hardrijden racen scheuren hard rijden snelheid
        drempel verkeersdrempel
        drugs drugshandel dealen dealer dealers
        inbraak inbreker inbreken
        vrijwilliger vrijwillig
        geld budget subsidie
        app buurtapp whatsapp appgroep buurtpreventieapp
        school basisschool schoolplein
        ouder vader moeder
        contactpersoon aanspreekpunt loket
        klacht melding melden meldpunt klagen
        schoonmaken opruimen opruim schoon opschonen
        repareren herstellen maken kapot stuk defect
        verkeer doorgaand
        groen plant boom struik
    """,
    "en": """
        light lighting lamp lamppost streetlight streetlamp lit
        dark darkness gloomy
        teenager teen youth youngster adolescent
        elderly senior pensioner older
        child kid toddler
        resident inhabitant local
        neighbour neighbor
        warden enforcement
        police officer
        litter rubbish trash garbage waste
        bin dustbin
        noise loud racket din
        bench seat seating
        bike bicycle cycle
        car vehicle
        parking park parked
        neighbourhood neighborhood area district
        party barbecue bbq fair
        meet meeting encounter gather
        fear afraid scared frightened frightening
        lonely loneliness alone lonesome
        conversation talk speak chat
        speeding racing speed
        drugs dealing dealer dealers
        burglary burglar burgle
        volunteer voluntary
        money budget funding grant subsidy
        parent father mother
        contact point
        complaint report complain hotline
        clean tidy
        repair fix broken mend
        green plant tree shrub
    """,
}
"""One line for words that stand for the same on a card about safety and liveability."""


def synonyms(lang: str) -> list[list[str]]:
    """Return the words of one meaning, a list for each meaning."""
    return [line.split() for line in _OF_ONE_MEANING[lang].strip().splitlines()]


_NEGATES = {
    "nl": r"""
        geen niet nooit niemand nergens niets niks zonder noch nee neen nauwelijks amper zelden onnodig
        overbodig \w*verbod\w* stopzet\w* stopgezet intrek\w* ingetrokken verbied\w* verboden afschaff\w*
        afgeschaft schaf schrap\w* geschrapt weiger\w* geweigerd ontbre\w+ kwijt genoeg_van te_(?:vaak|veel)
        (?:weg|stop|stoppen|gestopt|ophouden)_met weg(?:halen|gehaald|nemen|doen|ermee)?
        haal(?:_\w+){1,4}_weg (?:ben|zijn|is|wees|wij|ik|iedereen)(?:_\w+)?_tegen uit(?=\W*$)
    """,
    "en": r"""
        no not never nobody none nowhere nothing without nor neither cannot hardly barely scarcely seldom
        rarely unnecessary ban(?:ned|ning|s)? forbid\w* forbidden prohibit\w* abolish\w* scrap\w* remov\w+
        refus\w+ lack\w* get_rid_of do_away_with too_(?:often|many|much) stop(?:s|ping|ped)? off
        take(?:_\w+){1,4}_away (?:must|should|have_to|has_to)_go
        (?:am|are|is|be|we|i|everyone)(?:_\w+)?_against \w+n['’]t
    """,
}


def _phrases(*lists: str) -> Pattern[str]:
    """Return a pattern for any of some phrases; ``_`` is a space in them."""
    return re.compile(rf"\b(?:{'|'.join(' '.join(lists).split()).replace('_', ' ')})(?!\w)", re.IGNORECASE)


NEGATES = _phrases(*_NEGATES.values())
"""What turns a clause into its opposite, or says that something must go. In both languages at once: of a
short card it is often not plain which one it is in."""

NEGATES_NOT = _phrases(
    "niet_(?:alleen|enkel|slechts|zonder) niets_liever waarom_niet niet_te_vergeten weg_(?:naar|van)",
    "not_(?:only|just|without) why_not why_don['’]t_we no_doubt",
)
"""What has such a word and yet means no *no*."""

CLAUSE = re.compile(
    r"[,;:.!?–(]|\b(?:maar|wel|but)\b"
    r"|\ben (?=(?:geen|niet|wel|zonder)\b)|\band (?=(?:no|not|without|yes|do)\b)",
    re.IGNORECASE,
)
"""Where a clause ends: a *no* reaches no further."""

WITHOUT = {"nl": ("on", "wan"), "en": ("un", "dis")}
"""What makes a word its opposite: *veilig*, *onveilig*."""

OPPOSITES = {
    "nl": (
        ("meer extra vaker toename", "minder* afname"),
        ("goed goede beter betere", "slecht*"),
        ("vooruit", "achteruit"),
        ("genoeg voldoende", "weinig onvoldoende tekort"),
        ("open*", "dicht* sluit* gesloten afsluit* afgesloten"),
        ("lang lange langer* verleng*", "kort korte korter* inkorten verkort*"),
        ("eerder vroeg vroege vroeger*", "later"),
        ("hoog hoge hoger verhog* verhoog*", "laag lage lager verlag* verlaag*"),
        ("groot grote groter vergro* uitbrei*", "klein kleine kleiner verklein*"),
        ("snel snelle sneller", "langzaam langzame langzamer traag trage trager"),
        ("breed brede breder verbre*", "smal smalle smaller versmal*"),
        ("binnen", "buiten"),
        ("aanzetten aandoen", "uitzetten uitdoen"),
        ("toestaan toelaten toegestaan mag mogen", "verbied* verbod* verboden weren"),
        ("streng strenge strenger", "soepel soepele soepeler"),
        ("duur dure duurder betal* betaald*", "goedkoop goedkope goedkoper gratis"),
        ("samen", "apart aparte gescheiden"),
        ("overdag", "nacht* avond*"),
        ("druk drukke drukker", "rustig* stil stille"),
        ("makkelijk* eenvoudig*", "moeilijk* lastig*"),
        ("vol volle", "leeg lege"),
    ),
    "en": (
        ("more extra additional increas*", "fewer less reduc* decreas*"),
        ("good better improv*", "bad worse worst"),
        ("enough plenty", "little few insufficient shortage"),
        ("open*", "close closed closes closing shut* lock*"),
        ("long longer extend*", "short shorter shorten*"),
        ("early earlier", "late later"),
        ("high higher raise*", "low lower*"),
        ("big bigger large larger expand*", "small smaller"),
        ("fast faster", "slow slower"),
        ("wide wider widen*", "narrow*"),
        ("inside indoors", "outside outdoors"),
        ("allow* permit*", "ban bans forbid* prohibit*"),
        ("strict stricter", "loose looser lenient"),
        ("expensive pay* paid", "cheap cheaper free"),
        ("together", "separate separately apart"),
        ("daytime", "night* evening*"),
        ("busy busier crowded", "quiet* calm*"),
        ("easy easier simple", "hard harder difficult"),
        ("full", "empty"),
    ),
}
"""Words against words: two cards of which one has the left ones and the other the right are no double.

A star stands for any ending.
"""
