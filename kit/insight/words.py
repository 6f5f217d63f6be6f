"""The words that :mod:`kit.insight.wording` looks for, in Dutch and English.

Lists, not grammar: a word that is missing here costs a hint, a word too many costs a hint that is beside the
point. Both are harmless, because a hint never stops anybody.
"""

from __future__ import annotations

import re
from re import Pattern


def _any_of(words: str) -> Pattern[str]:
    """Return a pattern for whole words; each may be a regular expression itself, ``_`` is a space in it."""
    choices = "|".join(words.split()).replace("_", " ")
    return re.compile(rf"(?<![\w'’-])(?:{choices})(?![\w-])", re.IGNORECASE)


SOLUTION = {
    "nl": _any_of(
        r"""
        camera(?:['’]s|toezicht|bewaking|ploeg)? apps? \w{3,}apps? appje|appjes|appgroep(?:en)?
        hek(?:ken|je|jes|werk|werken)? boa(?:['’]s|s)? \w*verbod(?:en)? \w*project(?:en|je|jes)?
        \w*campagnes? flyers? folders? websites? meldpunt(?:en)? slagbo(?:om|men) werkgroep(?:en)?
        convenant(?:en)? boetes?
        """
    ),
    "en": _any_of(
        r"""
        cameras? cctv apps? fences? (?:street|traffic)_wardens? wardens? bans? \w*projects?
        \w*campaigns? flyers? leaflets? websites? hotlines? working_groups? fines?
        """
    ),
}
"""Words that name a solution (domain: camera, app, fence, warden, ban, project, and their like)."""

PEOPLE = {
    "nl": _any_of(
        r"""
        mensen iemand iedereen elkaar wie jongeren? jeugd kinderen kind peuters? pubers? tieners?
        ouders? opvoeders? (?:buurt|wijk|flat)?bewoners? bewoonsters? buren buurman buurvrouw ouderen
        senioren oudere gezin gezinnen families familie vrouwen mannen meisjes meiden jongens
        leerling(?:en)? student(?:en)? winkeliers? ondernemers? klant(?:en)? bezoekers? huurders?
        vrijwilligers? (?:wijk)?agent(?:en)? boa['’]s docent(?:en)? lera(?:ar|ren) hulpverleners?
        jongerenwerkers? medewerkers? collega['’]?s? omwonenden slachtoffers? getuigen? nieuwkomers?
        statushouders? patiënt(?:en)? cliënt(?:en)? professionals burgemeesters? buitenstaanders?
        nabestaanden passanten voorbijgangers hem haar hen
        """
    ),
    "en": _any_of(
        r"""
        people someone somebody everyone everybody each_other who youth youngsters? teenagers? teens?
        children child toddlers? parents? carers? residents? neighbours? neighbors? elderly seniors?
        famil(?:y|ies) women men girls? boys? pupils? students? shopkeepers? entrepreneurs? owners?
        customers? visitors? tenants? volunteers? officers? wardens teachers? workers? colleagues?
        victims? witness(?:es)? newcomers? patients? clients? professionals mayors? passers-by him her
        them
        """
    ),
}
"""Words for people, so that a question without any can be seen."""

HELPS_ONLY = {
    "nl": _any_of(
        r"""
        helpen ondersteunen steunen aanpakken oplossen verbeteren bereiken benaderen begeleiden
        betrekken
        """
    ),
    "en": _any_of(r"help support tackle solve improve reach approach guide involve"),
}
"""Verbs that say that something is done, not what gets better."""

AIM = {
    "nl": _any_of(r"om zodat waardoor waar waarbij dat bij met tot te als wanneer zonder"),
    "en": _any_of(r"to so that where which with when without if until feel find get"),
}
"""Words that bring in what it is for."""

AGAINST = {
    "nl": _any_of(
        r"""
        voorkom(?:en|t)? bestrijd(?:en|t)? aanpakken tegengaan gaan_tegen verminder(?:en|t)?
        stop(?:pen|t)? verbied(?:en|t)? we(?:ren|ert) straf(?:fen|t)? beperk(?:en|t)? terugdringen
        dringen_terug tegenhouden handhav(?:en|ing) weghouden wegsturen ontmoedig(?:en|t)? beboet(?:en)?
        af_te_schrikken afschrikken
        """
    ),
    "en": _any_of(
        r"""
        prevent(?:ing)? fight(?:ing)? combat(?:ing)? tackle tackling reduce reducing stop(?:ping)?
        forbid ban punish(?:ing)? limit(?:ing)? curb(?:ing)? deter(?:ring)? enforce enforcing
        avoid(?:ing)? keep_out
        """
    ),
}
"""Negative safety: fight, tackle, repress."""

FOR = {
    "nl": _any_of(
        r"""
        vertrouwde? vertrouwen prettige?r? fijne?r? geborgen(?:heid)? verbonden(?:heid)? verbinden
        welkom(?:er)? thuis trotse? zorg samen ontmoeten plezier gezellige?r? gastvrije?r? rustige?r?
        gezien gehoord meedoen veilig_voel(?:en|t) zich_veilig sterke?r? leuke?r? mooie?r? gezonde?r?
        kansen
        """
    ),
    "en": _any_of(
        r"""
        trust(?:ed)? pleasant(?:er)? familiar nicer? care caring belong(?:ing)? connect(?:ed|ion)?
        welcom(?:e|ing) at_home proud together meet fun hospitable calm(?:er)? seen heard take_part
        feel_safe(?:r)? strong(?:er)? beautiful healthy healthier chances
        """
    ),
}
"""Positive safety: care, trust, feeling at home and connected."""

COMMON = {
    "nl": _any_of(
        r"""
        de het een en van we wij hoe dat niet voor met op te omdat kunnen wat er zijn ze hij bij ik is
        """
    ),
    "en": _any_of(
        r"""
        the a an and of how that not for with on to because might can what there are they he at i is
        """
    ),
}
"""Small words that give a language away."""
