"""Participles in Dutch and English: by their endings, and by lists of what breaks the rule."""

from __future__ import annotations

import re
from typing import Final


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


_BEFORE = (
    "(?:aan|achter|af|bekend|bij|binnen|bloot|buiten|dood|door|goed|in|klaar|kwijt|los|mee|mis|na|neer|om|onder"
    "|open|op|over|plaats|recht|rond|samen|schoon|stil|stop|tegen|teleur|terecht|terug|thuis|toe|uit|vast|vol|voor"
    "|vrij|weer|weg)"
)
_NO = (
    "bedragen beducht beeld beelden begint beheerst bejaard bekaaid bekend beleid benieuwd bent bereid "
    "bericht berichten beroemd berucht bestand bestuurlijken bevriend bewust bezet gast gebaren gebed "
    "gebeuren gebeurt gebied gebieden gebiedt geboren gebouwen gebreken gebruiken gedachten gedichten "
    "gedraagt gedrag gedragen geduld geeft gefrustreerd gegevens gehecht geheel geheimen gelaat gelast "
    "geld gelden geldt geleidt geliefd geliefden gelijkt geloven geluid geluiden gelukt gemeente "
    "gemeenten genees geneest geniet genieten gent gerecht gerechten gericht gerucht geruchten gescheiden "
    "geschikt geslacht gespannen gesprekken gestaand gesticht getrouwd getuigen gevallen gevaren gevecht "
    "gevechten geven gevoelens gevolgen gewaagd geweld gewend geweren gewicht gewichten gewond gewoonten "
    "gezant gezellen gezelschappen gezicht gezichten gezinnen gezond geïnteresseerd geïrriteerd herfst "
    "herinneringen ongezond ontroerd verband verdacht verkeerd verliefd vermoeid verslaafd verstand "
    "vertrouwd verwant verward verwend"
)
NO_PARTICIPLES: Final = frozenset(_NO.split())
"""Nouns, adjectives and other forms that look like a participle: *het wordt gezond* is not passive."""
_FINITE = (
    "bedenkt bederft bedrijft begeeft begrijpt behield bekijkt bekruipt beleed beleeft belooft bereed "
    "beschrijft besloot besluipt bespreekt besteedt bestond bestreed betreft bevond bevriest bewijst "
    "bezat bezoekt bezwijkt herdenkt herleeft herneemt herstelt ondervond ontbreekt onthield ontloopt "
    "ontsloot ontspringt ontstond ontwerpt ontwijkt verbergt verblijft verbond verbood verbreekt "
    "verdrinkt vergat vergeeft vergeet vergelijkt verhield verhuist verkiest verkoopt verliest verloopt "
    "vermeed verspreekt verstond vertrekt verwerpt verzoekt"
)
FINITE: Final = frozenset(_FINITE.split())
"""Forms with *be-*, *ver-*, *ont-* or *her-* that go with a subject: *jij begrijpt*, *de groep bestond*."""
_STRONG = (
    "bedorven bedreven bedrogen begeven begoten begraven begrepen beholpen behouden bekeken belopen "
    "benomen beschoten beschreven besloten besproken bestolen bestreden betreden betrokken bevangen "
    "bevochten bevolen bevonden bewezen bewogen bezworen herkozen hernomen herschreven herwonnen herzien "
    "onderbroken onderhouden ondernomen ondervonden onderzocht ontboden ontbonden ontdaan ontnomen "
    "ontslagen ontstoken onttrokken ontvangen ontworpen ontzien overtreden overvallen overwogen "
    "overwonnen verbannen verboden verbonden verbroken verdragen verdreven vergeleken vergeten vergeven "
    "verholpen verkozen verlaten verloren vermeden vernomen verraden verscholen verschoven verslagen "
    "vervangen verwezen verworpen verworven verzonden verzonnen verzwegen voorgelogen weersproken"
)
_STRONG_ONES: Final = frozenset(_STRONG.split())
_WEAK = re.compile(r"(?:ver|be|her|ont|er|mis|over|onder|achter|om|weer|vol)[a-zà-ÿ]{2,}[td]")
_GE = re.compile(rf"{_BEFORE}?ge[a-zà-ÿ]{{2,}}(?:t|d|en)|{_BEFORE}?ge(?:daan|zien)")
_LED = re.compile(rf"{_BEFORE}?(?P<rest>(?:ver|be|her|ont|er)[a-zà-ÿ]+)")
# A weak participle ends in -t behind the sounds of 't kofschip; else a -t is that of "hij".
_VOICELESS = re.compile(r"(?:[tkfspx]|ch)t")
_LONG = re.compile(r"(?:[aeou]{2}|[ei]i|ij|ie|ei|ui)[fs]t")
_NOUN = re.compile(r"(?:heid|schap|(?<![eikpfw])end)")
_MIXED = words(
    "achterhaald achtervolgd misbruikt mishandeld misleid omringd omsingeld onderdrukt onderschat "
    "onderscheiden ondersteund onderstreept ondertekend ondervraagd onderzocht overbelast overhandigd "
    "overlegd overschat overtuigd volbracht voltooid weerhouden weerlegd"
)
"""Participles without *ge-* of verbs whose first part other words have too."""


def participle(word: str) -> bool:
    """Return whether a Dutch word is a participle, by its look."""
    low = word.casefold()
    if low in NO_PARTICIPLES or low in FINITE:
        return False
    if low in _STRONG_ONES or low in _MIXED or _GE.fullmatch(low):
        return not low.endswith(("heid", "schappen"))
    led = _LED.fullmatch(low)
    if not led:
        return False
    rest = led["rest"]
    return rest in _STRONG_ONES or (rest not in NO_PARTICIPLES | FINITE and _weak(rest))


def _weak(word: str) -> bool:
    if not _WEAK.fullmatch(word) or _ends(_NOUN, word):
        return False
    return word.endswith("d") or (_ends(_VOICELESS, word) and not _ends(_LONG, word))


def _ends(pattern: re.Pattern[str], word: str) -> bool:
    return bool(re.search(rf"(?:{pattern.pattern})$", word))


_ACTED = re.compile(
    rf"{_BEFORE}?ge(?:arresteerd|beld|beten|bouwd|bracht|duwd|filmd|fotografeerd|gooid|haald|houden|informeerd"
    r"|jaagd|keurd|laten|legd|meld|merkt|nomen|pakt|plaatst|regeld|ruimd|schopt|schreven|slagen|sloopt|sproken"
    r"|stolen|stuurd|trapt|voerd|vraagd|veegd|waarschuwd|wezen|zet|nodigd|deeld|lost)"
    r"|(?:schoon|bekend|vast)gemaakt|vastgesteld|neergestoken"
)
_ACTED_ONES = words(
    "beboet bedreigd belaagd beloofd beroofd beschadigd beschuldigd beslist besloten besproken bestolen "
    "betaald gecontroleerd misbruikt mishandeld onderzocht ontslagen toegewezen verkocht "
    "vernield veroordeeld verteld verwijderd weggejaagd"
)
_NOT_ACTED = words(
    "aangeslagen meegenomen gedeeld gehouden gelaten gelegd geschreven geslagen geweken gewezen gezet"
)
_MOVED = re.compile(
    rf"{_BEFORE}?ge(?:bleken|bleven|beurd|daald|fietst|gaan|groeid|klommen|komen|kropen|lopen|lukt|raakt|reden|reisd"
    r"|rend|schrokken|slaagd|sprongen|stapt|stegen|stopt|storven|trokken|trouwd|vallen|varen|vlogen|vlucht|wandeld"
    r"|weest|worden|woond|zakt|zwommen)"
    r"|begonnen|bezweken|mislukt|ontstaan|ontsnapt|overleden|veranderd|verdwenen|verhuisd|verschenen|vertrokken"
    r"|verdronken|verdwaald|beland|bevallen|toegenomen|afgenomen"
)


def acted(word: str) -> bool:
    """Return whether a Dutch participle tells what one does to somebody or something: *weggestuurd*."""
    low = word.casefold()
    return low in _ACTED_ONES or (low not in _NOT_ACTED and bool(_ACTED.fullmatch(low)))


def moved(word: str) -> bool:
    """Return whether a Dutch participle has its perfect tense with *zijn*: *gekomen*."""
    return bool(_MOVED.fullmatch(word.casefold()))


_IRREGULAR = words(
    "beaten bitten bought bound brought built caught chosen cut dealt drawn driven eaten fed forgiven "
    "forgotten fought found frozen given heard held hit kept laid led lent made overseen paid put rebuilt "
    "rewritten said seen sent shaken shot shown sold spent spoken stolen struck swept sworn taken taught "
    "thrown told torn understood written"
)
_STATES = words(
    "advanced aged allowed annoyed ashamed bed bored closed complicated concerned confused connected "
    "convinced crowded dedicated determined disappointed divided embarrassed engaged excited exhausted "
    "experienced finished frightened frustrated gifted hundred inclined indebted indeed interested "
    "involved isolated limited located locked married mixed naked need needed opposed pleased prepared "
    "qualified red related rested relaxed relieved retired rugged sacred satisfied scared settled shocked "
    "skilled speed supposed surprised tired unemployed unexpected united untouched used "
    "wicked worried"
)
"""States, not deeds, unless somebody is named: *they are worried*, but *they were surprised by him*."""
_NO_ENGLISH = words("hundred red need bed indeed speed sacred wicked naked rugged shed seed weed")
_REGULAR = re.compile(r"[a-z]{2,}[^e\W]ed")


def english(word: str, *, by: bool) -> bool:
    """Return whether an English word behind *to be* makes a passive.

    Args:
        word: In small letters.
        by: Whether *by* follows.
    """
    if word in _NO_ENGLISH or not (word in _IRREGULAR or _REGULAR.fullmatch(word)):
        return False
    return by or word not in _STATES
