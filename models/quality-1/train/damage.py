"""Damage done on purpose to human translations, with the words it falls on.

Each family takes a ``Pair`` and a ``random.Random`` and gives ``(words, marks, severity, amount)`` of the damaged translation, or None
where the sentence gives no hold for it. ``marks`` has one 0 or 1 per word, ``severity`` is 0 minor, 1 major, 2 critical, and
``amount`` in [0, 1] says how much of the translation is lost.
"""

import collections
import dataclasses
import difflib
import random
import re
import unicodedata

import numpy as np

import corpus

NUMBER = re.compile(r"[0-9٠-٩]+")
LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "fr": "abcdefghijklmnopqrstuvwxyzéèêàç",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةى",
}
# The consonants that Arabic letters are written with in Latin names.
ROMAN = dict(zip("بتثجحخدذرزسشصضطظعغفقكلمنهويپڤگچ", "btthjhkhddhrzsshsdtzaghfqklmnhwypvgch", strict=False))
ROMAN.update({"ث": "th", "خ": "kh", "ذ": "dh", "ش": "sh", "غ": "g", "ع": "", "و": "w", "ي": "y", "ص": "s", "ض": "d", "ط": "t",
              "ظ": "z", "ق": "k", "ف": "f", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ج": "g", "ح": "h", "د": "d",
              "ر": "r", "ز": "z", "س": "s", "پ": "p", "ڤ": "v", "گ": "g", "چ": "ch"})
NEGATION = {
    "en": {"not", "no", "never", "without", "cannot", "none", "neither", "nor"},
    "fr": {"pas", "jamais", "sans", "aucun", "aucune", "non", "ni", "rien"},
    "ar": {"لا", "لم", "لن", "ليس", "ليست", "غير", "دون", "بدون", "عدم", "ولا", "ولم", "ولن"},
}
AUXILIARY = {"is", "are", "was", "were", "can", "will", "would", "should", "could", "must", "may", "has", "have", "had", "do", "does", "did"}
FRENCH_VERB = {"est", "sont", "était", "étaient", "a", "ont", "peut", "peuvent", "doit", "doivent", "sera", "seront", "avait", "avaient",
               "fait", "permet", "reste", "va", "vont", "faut"}
ARABIC_VERB = re.compile(r"^[يت][ء-ي]{3,6}$")
ARABIC_STATE = {"كان": "لم يكن", "كانت": "لم تكن", "يمكن": "لا يمكن", "يجب": "لا يجب", "تم": "لم يتم", "هو": "ليس", "هي": "ليست", "هناك": "ليس هناك",
                "وهو": "وليس", "وكان": "ولم يكن", "وكانت": "ولم تكن", "ويمكن": "ولا يمكن", "سوف": "لن"}
# Opposites, written for this program.
OPPOSITES = {
    "en": """more less|most least|increase decrease|increased decreased|increasing decreasing|rise fall|rose fell|high low|higher lower|highest lowest|large small|
larger smaller|big little|first last|before after|early late|earlier later|old new|young old|good bad|better worse|best worst|always never|all none|many few|
open closed|begin end|began ended|start stop|started stopped|win lose|won lost|success failure|accept reject|accepted rejected|allow forbid|allowed forbidden|
support oppose|supported opposed|safe dangerous|strong weak|stronger weaker|positive negative|public private|internal external|inside outside|above below|
up down|left right|north south|northern southern|east west|eastern western|hot cold|warm cool|rich poor|easy difficult|fast slow|quickly slowly|long short|
true false|same different|possible impossible|legal illegal|war peace|friend enemy|buy sell|bought sold|day night|morning evening|male female|men women|
man woman|father mother|king queen|life death|born died|alive dead|attack defend|victory defeat|include exclude|present absent|include exclude|minimum maximum|
import export|entry exit|enter leave|give take|gave took|send receive|sent received|love hate|correct wrong|full empty|wide narrow|deep shallow|heavy light""",
    "fr": """plus moins|augmentation diminution|augmenter diminuer|augmenté diminué|hausse baisse|haut bas|haute basse|élevé faible|élevée faible|grand petit|grande petite|
grands petits|grandes petites|premier dernier|première dernière|premiers derniers|avant après|ancien nouveau|ancienne nouvelle|vieux jeune|bon mauvais|bonne mauvaise|
meilleur pire|meilleure pire|toujours jamais|tous aucun|beaucoup peu|ouvert fermé|ouverte fermée|début fin|commencé terminé|gagner perdre|gagné perdu|succès échec|
accepter refuser|accepté refusé|autoriser interdire|autorisé interdit|soutenir combattre|fort faible|forte faible|positif négatif|positive négative|public privé|
publique privée|interne externe|intérieur extérieur|dessus dessous|gauche droite|nord sud|chaud froid|chaude froide|riche pauvre|facile difficile|
rapide lent|rapidement lentement|long court|longue courte|vrai faux|même autre|possible impossible|légal illégal|guerre paix|ami ennemi|acheter vendre|
jour nuit|matin soir|hommes femmes|homme femme|père mère|roi reine|vie mort|né mort|née morte|attaque défense|victoire défaite|inclure exclure|minimum maximum|
importations exportations|entrée sortie|donner prendre|envoyer recevoir|plein vide|large étroit|lourd léger|supérieur inférieur|supérieure inférieure|majorité minorité""",
    "ar": """أكثر أقل|أكبر أصغر|أعلى أدنى|زيادة انخفاض|الزيادة الانخفاض|ارتفاع انخفاض|ارتفع انخفض|ارتفعت انخفضت|كبير صغير|كبيرة صغيرة|الكبير الصغير|الكبيرة الصغيرة|الكبرى الصغرى|
أول آخر|الأول الأخير|الأولى الأخيرة|قبل بعد|قديم جديد|قديمة جديدة|القديم الجديد|القديمة الجديدة|جيد سيئ|جيدة سيئة|أفضل أسوأ|دائما أبدا|دائمًا أبدًا|جميع بعض|كل بعض|كثير قليل|الكثير القليل|
كثيرة قليلة|مفتوح مغلق|بداية نهاية|البداية النهاية|بدأ انتهى|بدأت انتهت|فاز خسر|نجاح فشل|قبول رفض|قوي ضعيف|قوية ضعيفة|إيجابي سلبي|إيجابية سلبية|العامة الخاصة|
العام الخاص|الداخلية الخارجية|داخل خارج|الداخل الخارج|فوق تحت|شمال جنوب|الشمال الجنوب|الشمالية الجنوبية|شرق غرب|الشرق الغرب|الشرقية الغربية|حار بارد|غني فقير|سهل صعب|سهلة صعبة|سريع بطيء|
بسرعة ببطء|طويل قصير|طويلة قصيرة|صحيح خاطئ|نفس غير|ممكن مستحيل|حرب سلام|الحرب السلام|صديق عدو|شراء بيع|يوم ليلة|الصباح المساء|رجل امرأة|الرجال النساء|الرجل المرأة|أب أم|ملك ملكة|
حياة موت|الحياة الموت|ولد مات|هجوم دفاع|الهجوم الدفاع|نصر هزيمة|دخول خروج|إعطاء أخذ|الأقصى الأدنى|واسع ضيق|عالية منخفضة|عال منخفض|مرتفع منخفض|مرتفعة منخفضة|إيجابا سلبا|الأغلبية الأقلية""",
}
AGREEMENT = {
    "en": """is are|was were|has have|does do|this these|that those|a an|he she|his her|him her|its their""",
    "fr": """le la|un une|du de|au à|ce cette|son sa|mon ma|ses leur|il elle|ils elles|est sont|était étaient|a ont|les le|des du|aux au|peut peuvent|nouveau nouvelle|premier première|tous toutes|
tout toute|celui celle|ceux celles|quel quelle|aucun aucune""",
    "ar": """هذا هذه|ذلك تلك|هو هي|الذي التي|كان كانت|يكون تكون|أحد إحدى|له لها|فيه فيها|منه منها|به بها|عليه عليها|ليس ليست|يمكن تمكن|تم تمت|أصبح أصبحت|قال قالت|أنه أنها|ثلاثة ثلاث|أربعة أربع""",
}
# Words of which every one is wrong in the place of another, written for this program: units, times, counts, degrees, kin, directions.
RIVALS = {
    "en": """metre metres meters kilometres kilometers miles feet inches centimetres yards|kilograms grams tonnes pounds ounces|litres gallons millilitres|
seconds minutes hours days weeks months years decades centuries|second minute hour day week month year decade century|percent dollars euros pounds yen|
january february march april june july august september october november december|monday tuesday wednesday thursday friday saturday sunday|
two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty|hundred thousand million billion trillion|hundreds thousands millions billions|
second third fourth fifth sixth seventh eighth|half third quarter|daily weekly monthly yearly|today yesterday tomorrow|spring summer autumn winter|
north south east west|northern southern eastern western|all most some few|everyone nobody someone|everything nothing something|must should|
brother sister son daughter father mother|red blue green black white yellow|president minister ambassador governor|europe asia africa america australia""",
    "fr": """mètres kilomètres miles pieds pouces centimètres|kilogrammes grammes tonnes onces|litres gallons millilitres|
secondes minutes heures jours semaines mois années décennies siècles|seconde minute heure jour semaine mois année décennie siècle|dollars euros yens|
janvier février mars avril mai juin juillet août septembre octobre novembre décembre|lundi mardi mercredi jeudi vendredi samedi dimanche|
deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante|cent mille millions milliards|centaines milliers millions milliards|
deuxième troisième quatrième cinquième sixième septième huitième|moitié tiers quart|quotidien hebdomadaire mensuel annuel|aujourd'hui hier demain|printemps été automne hiver|
nord sud ouest|tous certains peu|tout rien|doit peut devrait|frère sœur fils fille père mère|rouge bleu vert noir blanc jaune|président ministre ambassadeur gouverneur|
europe asie afrique amérique australie""",
    "ar": """متر كيلومتر كيلومترا ميل ميلا قدم قدما بوصة سنتيمتر|كيلوغرام غرام طن رطل أوقية|لتر غالون|ثانية دقيقة ساعة يوم أسبوع شهر سنة عام عقد قرن|
ثواني دقائق ساعات أيام أسابيع أشهر سنوات أعوام عقود قرون|دولار يورو جنيه ين|يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر|
الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد|اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة|ثلاث أربع خمس ست سبع ثماني تسع عشر|عشرون ثلاثون أربعون خمسون|عشرين ثلاثين أربعين خمسين|
مئة ألف مليون مليار تريليون|مئات آلاف ملايين مليارات|الثاني الثالث الرابع الخامس السادس السابع الثامن|الثانية الثالثة الرابعة الخامسة السادسة السابعة|نصف ثلث ربع|
يوميا أسبوعيا شهريا سنويا|اليوم أمس غدا|الربيع الصيف الخريف الشتاء|شمال جنوب شرق غرب|الشمالية الجنوبية الشرقية الغربية|جميع معظم بعض|يجب يمكن ينبغي|
أخ أخت ابن ابنة|أحمر أزرق أخضر أسود أبيض أصفر|الرئيس الوزير السفير الحاكم|أوروبا آسيا أفريقيا أمريكا أستراليا""",
}
# What turns a word into its opposite at its start; the other way round too.
OPPOSING = {"en": ("un", "in", "im", "ir", "dis", "non-", "il"), "fr": ("in", "im", "ir", "dé", "dés", "mal", "non-", "il"), "ar": ()}
ARTICLE = re.compile("^(?:[وفبكل]|ال|وال|بال|لل|فال|كال)")


@dataclasses.dataclass
class Pair:
    """A source and its human translation in words, and the languages of both; the same in the third language where that is known."""

    source: list
    words: list
    source_language: str
    language: str
    third: list = None


def table_of(text):
    found = collections.defaultdict(list)
    for entry in text.replace("\n", "").split("|"):
        left, right = entry.split()
        found[left].append(right)
        found[right].append(left)
    return found


def rivals_of(text):
    found = collections.defaultdict(set)
    for entry in text.replace("\n", "").split("|"):
        words = entry.split()
        for word in words:
            found[word].update(w for w in words if w != word and not (w.startswith(word) or word.startswith(w)))
    return {word: sorted(others) for word, others in found.items() if others}


OPPOSITE = {code: table_of(text) for code, text in OPPOSITES.items()}
DISAGREEING = {code: table_of(text) for code, text in AGREEMENT.items()}
RIVAL = {code: rivals_of(text) for code, text in RIVALS.items()}


def bare(word):
    return "".join(c for c in word if c.isalnum() or c in "'’-").strip("'’-")


def put(word, new):
    """``new`` in place of the letters of ``word``: signs around it stay, and so does a capital."""
    old = bare(word)
    if old[:1].isupper() and new[:1].islower():
        new = new[:1].upper() + new[1:]
    return word.replace(old, new) if old and old in word else new


def plain(word):
    return "".join(c for c in unicodedata.normalize("NFD", bare(word).lower()) if unicodedata.category(c) != "Mn")


def skeleton(word):
    latin = re.sub(r"[aeiouy]", "", plain(word).replace("ph", "f").replace("c", "k").replace("q", "k").replace("x", "ks").replace("j", "g"))
    return re.sub(r"(.)\1+", r"\1", latin)


def roman(word):
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[wy]", "", "".join(ROMAN.get(c, "") for c in bare(word))))


class Damage:
    """The families, with what they draw from: other sentences, word lists and names of the training rows."""

    def __init__(self, rows, lexicon, names, near):
        self.near = near
        self.sentences = {code: [t[code].split() for _, t in rows if code in t] for code in corpus.LANGUAGES}
        self.lexicon = {code: {} for code in corpus.LANGUAGES}
        self.common = {code: [w for w in found if 3 <= len(w)] for code, found in words_of(self.sentences).items()}
        for en, fr, ar in lexicon:
            for code, other, here, there in (("en", "ar", en, ar), ("en", "fr", en, fr), ("ar", "en", ar, en), ("fr", "en", fr, en)):
                if here and there and " " not in here:
                    self.lexicon[code].setdefault(other, collections.defaultdict(list))[here.lower()].append(there)
        self.names = {code: [n for n in found if 4 <= len(n) <= 14] for code, found in names.items()}
        self.name_set = {code: set(found) for code, found in self.names.items()}
        known = {code: set(found) for code, found in self.common.items()}
        self.opposite = {code: prefixed(found, OPPOSING[code], OPPOSITE[code]) for code, found in known.items()}
        self.families = {f: getattr(self, f) for f in FAMILIES}

    # Word order

    def shuffle(self, pair, chance):
        return self.moved(pair, chance, len(pair.words), 2)

    def shuffle_some(self, pair, chance):
        return self.moved(pair, chance, chance.randint(3, 6), 1)

    def swap(self, pair, chance):
        return self.moved(pair, chance, 2, 0)

    def moved(self, pair, chance, span, severity):
        words = list(pair.words)
        if len(words) < max(4, min(span, len(words))):
            return None
        span = min(span, len(words))
        at = chance.randrange(len(words) - span + 1)
        order = list(range(at, at + span))
        for _ in range(5):
            chance.shuffle(order)
            if sum(o != i for o, i in zip(order, range(at, at + span), strict=True)) >= min(2, span):
                break
        new = words[:at] + [words[o] for o in order] + words[at + span:]
        marks = [int(a != b) for a, b in zip(new, words, strict=True)]
        return (new, marks, severity, sum(marks) / len(marks)) if any(marks) else None

    # Clauses

    def drop_clause(self, pair, chance):
        words = pair.words
        if len(words) < 7:
            return None
        cuts = [0] + [i + 1 for i, w in enumerate(words) if w[-1] in ",;:،؛"] + [len(words)]
        spans = [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if 3 <= b - a <= len(words) - 3]
        if not spans or chance.random() < 0.4:
            size = chance.randint(3, max(3, len(words) // 2))
            at = len(words) - size if chance.random() < 0.4 else chance.randrange(len(words) - size + 1)
            spans = [(at, at + size)]
        a, b = chance.choice(spans)
        share = (b - a) / len(words)
        return words[:a] + words[b:], [0] * (len(words) - b + a), 2 if share > 0.3 else 1, min(1, 1.3 * share)

    def add_clause(self, pair, chance):
        other = chance.choice(self.sentences[pair.language])
        if len(other) < 4:
            return None
        size = min(len(other), chance.randint(3, max(3, len(pair.words) // 2)))
        at = chance.randrange(len(other) - size + 1)
        return self.inserted(pair, chance, other[at: at + size], 1)

    def inserted(self, pair, chance, added, severity):
        at = chance.randrange(len(pair.words) + 1)
        words = pair.words[:at] + added + pair.words[at:]
        marks = [0] * at + [1] * len(added) + [0] * (len(pair.words) - at)
        return words, marks, severity, len(added) / len(words)

    def repetition(self, pair, chance):
        if len(pair.words) < 3:
            return None
        size = chance.randint(1, min(8, len(pair.words)))
        at = chance.randrange(len(pair.words) - size + 1)
        times = 1 if size > 3 else chance.randint(1, 3)
        again = pair.words[at: at + size] * times
        words = pair.words[: at + size] + again + pair.words[at + size:]
        marks = [0] * (at + size) + [1] * len(again) + [0] * (len(pair.words) - at - size)
        return words, marks, 1, len(again) / len(words)

    # Single words

    def replaced(self, pair, changes, severity, weight=1.0):
        words = list(pair.words)
        marks = [0] * len(words)
        for i, new in changes.items():
            words[i] = new
            marks[i] = int(new != pair.words[i])
        if not any(marks):
            return None
        split = [(part, m) for w, m in zip(words, marks, strict=True) for part in w.split()]
        share = sum(marks) / len(marks)
        return [w for w, _ in split], [m for _, m in split], severity, min(1.0, weight * (0.3 + share))

    def negation(self, pair, chance):
        words, code = pair.words, pair.language
        there = [i for i, w in enumerate(words) if bare(w).lower() in NEGATION[code] or bare(w).lower().endswith(("n't", "n’t"))]
        if there:
            i = chance.choice(there)
            word = bare(words[i]).lower()
            if word.endswith(("n't", "n’t")):
                return self.replaced(pair, {i: {"can't": "can", "won't": "will"}.get(word.replace("’", "'"), word[:-3])}, 2, 1.4)
            kept = words[:i] + words[i + 1:]
            near = {min(i, len(kept) - 1)} if kept else set()
            if code == "fr":
                for j in range(max(0, i - 5), i):
                    if bare(kept[j]).lower() in ("ne", "n"):
                        del kept[j]
                        near = {j} if j < len(kept) else near
                        break
                    if kept[j].lower().startswith(("n'", "n’")):
                        kept[j] = kept[j][2:]
                        near = {j}
                        break
            if len(kept) < 2:
                return None
            return kept, [int(j in near) for j in range(len(kept))], 2, 0.5
        for i in chance.sample(range(len(words)), len(words)):
            word = bare(words[i]).lower()
            if code == "en" and word in AUXILIARY:
                return self.replaced(pair, {i: words[i] + " not"}, 2, 1.4)
            if code == "fr" and word in FRENCH_VERB and i:
                return self.replaced(pair, {i: ("n'" if word[0] in "aeé" else "ne ") + words[i] + " pas"}, 2, 1.4)
            if code == "ar" and (words[i] in ARABIC_STATE or (i < 2 and ARABIC_VERB.match(words[i]))):
                return self.replaced(pair, {i: ARABIC_STATE.get(words[i], "لا " + words[i])}, 2, 1.4)
        return None

    def antonym(self, pair, chance):
        return self.from_table(pair, chance, self.opposite, 2, 1.3)

    def rival(self, pair, chance):
        return self.from_table(pair, chance, RIVAL, 2, 1.3)

    def near_word(self, pair, chance):
        """One to three words in favour of such as have a similar vector but another meaning."""
        table = self.near[pair.language]
        hits = [i for i, w in enumerate(pair.words) if bare(w).lower() in table]
        if not hits:
            return None
        hits = chance.sample(hits, min(len(hits), chance.choice((1, 1, 1, 2, 3))))
        changes = {i: put(pair.words[i], chance.choice(table[bare(pair.words[i]).lower()])) for i in hits}
        return self.replaced(pair, changes, 2 if len(hits) > 1 else 1, 1.0)

    def exchange(self, pair, chance):
        """Two long words that do not stand together change places."""
        long = [i for i, w in enumerate(pair.words) if len(bare(w)) >= 4]
        if len(long) < 3:
            return None
        i, j = sorted(chance.sample(long, 2))
        if j - i < 2 or bare(pair.words[i]).lower() == bare(pair.words[j]).lower():
            return None
        return self.replaced(pair, {i: put(pair.words[i], bare(pair.words[j])), j: put(pair.words[j], bare(pair.words[i]))}, 1, 1.1)

    def agreement(self, pair, chance):
        return self.from_table(pair, chance, DISAGREEING, 0, 0.5)

    def from_table(self, pair, chance, tables, severity, weight):
        table = tables[pair.language]
        hits = [i for i, w in enumerate(pair.words) if bare(w).lower() in table]
        if not hits:
            return None
        hits = chance.sample(hits, min(len(hits), 1 if severity else chance.randint(1, 3)))
        return self.replaced(pair, {i: put(pair.words[i], chance.choice(table[bare(pair.words[i]).lower()])) for i in hits}, severity, weight)

    def wrong_word(self, pair, chance):
        long = [i for i, w in enumerate(pair.words) if len(bare(w)) >= 4 and bare(w).isalpha()]
        if not long:
            return None
        count = min(len(long), chance.choice((1, 1, 1, 2, 3, max(1, len(pair.words) // 3))))
        changes = {i: put(pair.words[i], chance.choice(self.common[pair.language])) for i in chance.sample(long, count)}
        return self.replaced(pair, changes, 2 if count > 1 else 1, 1.0)

    def typos(self, pair, chance):
        long = [i for i, w in enumerate(pair.words) if len(bare(w)) >= 4 and bare(w).isalpha()]
        if not long:
            return None
        picked = chance.sample(long, min(len(long), chance.choice((1, 1, 2, 3))))
        return self.replaced(pair, {i: put(pair.words[i], self.misspelt(bare(pair.words[i]), pair.language, chance)) for i in picked}, 0, 0.6)

    def misspelt(self, word, code, chance):
        for _ in range(chance.randint(1, 3)):
            i = chance.randrange(1, max(2, len(word)))
            letter = chance.choice(LETTERS[code])
            kind = chance.randrange(4)
            if kind == 0:
                word = word[:i] + letter + word[i + 1:]
            elif kind == 1:
                word = word[:i] + letter + word[i:]
            elif kind == 2 and len(word) > 3:
                word = word[:i] + word[i + 1:]
            elif i + 1 < len(word):
                word = word[:i] + word[i + 1] + word[i] + word[i + 2:]
        return word

    # Names and numbers

    def name_places(self, pair):
        """Places of the words that are names: capitals inside a sentence; in Arabic, what sounds like a capital word of the source."""
        if pair.language != "ar":
            return [i for i, w in enumerate(pair.words) if i and bare(w)[:1].isupper() and len(bare(w)) > 3 and bare(w)[1:].islower()
                    and pair.words[i - 1][-1] not in ".!?:«\"“"]
        capitals = {skeleton(w) for i, w in enumerate(pair.source) if i and bare(w)[:1].isupper() and len(bare(w)) > 3} - {""}
        found = []
        for i, word in enumerate(pair.words):
            sound = roman(word)
            known = bare(word) in self.name_set["ar"]
            if known or (len(sound) > 1 and any(difflib.SequenceMatcher(None, sound, c).ratio() >= 0.75 for c in capitals)):
                found.append(i)
        return found

    def name_letters(self, pair, chance):
        places = self.name_places(pair)
        if not places:
            return None
        i = chance.choice(places)
        return self.replaced(pair, {i: put(pair.words[i], self.misspelt(bare(pair.words[i]), pair.language, chance))}, 1, 1.0)

    def name_other(self, pair, chance):
        places = self.name_places(pair)
        if not places:
            return None
        i = chance.choice(places)
        return self.replaced(pair, {i: put(pair.words[i], chance.choice(self.names[pair.language]))}, 2, 1.3)

    def number(self, pair, chance):
        hits = [i for i, w in enumerate(pair.words) if NUMBER.search(w)]
        if not hits:
            return None
        i = chance.choice(hits)
        digits = NUMBER.search(pair.words[i]).group()
        zero = "٠" if digits[0] in "٠١٢٣٤٥٦٧٨٩" else "0"
        new = list(digits)
        at = chance.randrange(len(new))
        kind = chance.randrange(5)
        if kind == 4 and len(pair.words) > 4 and bare(pair.words[i]) == digits:
            kept = pair.words[:i] + pair.words[i + 1:]
            return kept, [int(j == min(i, len(kept) - 1)) for j in range(len(kept))], 1, 0.3
        if kind == 0:
            new.insert(at + 1, zero)
        elif kind == 1 and len(new) > 1 and len(set(new)) > 1:
            while "".join(new) == digits:
                chance.shuffle(new)
        else:
            new[at] = chr(ord(zero) + (ord(new[at]) - ord(zero) + chance.randint(1, 9)) % 10)
        return self.replaced(pair, {i: pair.words[i].replace(digits, "".join(new), 1)}, 2, 1.3)

    # Whole stretches

    def untranslated(self, pair, chance):
        size = min(len(pair.source), len(pair.words), chance.choice((1, 2, 3, 5, 8, 99)))
        a = chance.randrange(len(pair.source) - size + 1)
        at = min(len(pair.words) - size, round(a * len(pair.words) / len(pair.source)))
        words = pair.words[:at] + pair.source[a: a + size] + pair.words[at + size:]
        marks = [0] * at + [1] * size + [0] * (len(words) - at - size)
        if all(NUMBER.search(w) or w in pair.words for w in pair.source[a: a + size]):
            return None
        return words, marks, 2 if size > 3 else 1, min(1.0, 0.3 + size / len(words))

    def wrong_language(self, pair, chance):
        """The third language from some place on, or all of it."""
        if not pair.third or len(pair.words) < 4:
            return None
        share = chance.choice((0.0, 0.0, 0.5, chance.random()))
        at = int(share * len(pair.words))
        rest = pair.third[int(share * len(pair.third)):]
        if not rest or all(w in pair.words for w in rest):
            return None
        return pair.words[:at] + rest, [0] * at + [int(w not in pair.words) for w in rest], 2, 1 - share

    def wrong_sentence(self, pair, chance):
        for _ in range(20):
            other = chance.choice(self.sentences[pair.language])
            if other != pair.words and abs(len(other) - len(pair.words)) <= max(3, len(pair.words) // 3):
                return list(other), [1] * len(other), 2, 1.0
        return None

    def literal(self, pair, chance):
        """The source word by word out of the dictionary, in the source's order, over a stretch or all of it."""
        lists = self.lexicon[pair.source_language].get(pair.language)
        if not lists or len(pair.source) < 4:
            return None
        size = chance.randint(3, len(pair.source))
        a = chance.randrange(len(pair.source) - size + 1)
        found = [chance.choice(lists[bare(w).lower()]).split() if bare(w).lower() in lists else [] for w in pair.source[a: a + size]]
        new = [w for words in found for w in words]
        if len(new) < 2 or sum(map(bool, found)) * 2 < size:
            return None
        b = round(a * len(pair.words) / len(pair.source))
        e = round((a + size) * len(pair.words) / len(pair.source))
        words = pair.words[:b] + new + pair.words[e:]
        kept = set(pair.words[b:e])
        marks = [0] * b + [int(w not in kept) for w in new] + [0] * (len(pair.words) - e)
        share = sum(marks) / len(marks)
        return words, marks, 2 if share > 0.4 else 1, min(1.0, 0.2 + 0.7 * share)


FAMILIES = (
    "shuffle", "shuffle_some", "swap", "drop_clause", "add_clause", "repetition", "negation", "antonym", "agreement", "wrong_word", "typos",
    "name_letters", "name_other", "number", "untranslated", "wrong_sentence", "literal", "rival", "near_word", "exchange", "wrong_language",
)
# How often a family is tried first against one of weight 1: more of what is hard to see, less of what is seen at once.
OFTEN = {"negation": 2.0, "antonym": 3.0, "near_word": 2.5, "wrong_word": 1.5, "rival": 1.5, "name_letters": 1.5, "name_other": 1.5, "number": 1.5,
         "wrong_sentence": 0.4, "wrong_language": 0.6, "shuffle": 0.6}


def words_of(sentences):
    """Words of each language that stand in three sentences or more, in alphabetical order."""
    found = {}
    for code, rows in sentences.items():
        counts = collections.Counter(w for row in rows for w in {bare(x).lower() for x in row} if w.isalpha())
        found[code] = sorted(w for w, n in counts.items() if n >= 3)
    return found


def prefixed(words, prefixes, table):
    """The table of opposites with those that differ in a prefix: both words must be known."""
    found = collections.defaultdict(list, {word: list(others) for word, others in table.items()})
    for prefix in prefixes:
        for word in sorted(words):
            rest = word[len(prefix):]
            if word.startswith(prefix) and len(rest) >= 4 and rest in words and not any(rest.startswith(p) for p in ("ter", "for", "put", "stan")):
                found[word].append(rest)
                found[rest].append(word)
    return found


# Words count as near from LEAST on; above MOST they are as a rule forms or synonyms of each other.
NONE = frozenset()
NEAREST, LEAST, MOST = 24, 0.24, 0.55


def neighbours(words, encode, vectors, senses):
    """For each language, words of similar vectors (means of at most two pieces) that share neither a stem nor a translation in the dictionary."""
    found = {}
    for code, listed in words.items():
        cut = [(w, encode(w)) for w in listed if w.isalpha() and (code == "ar" or w.isascii() or code == "fr")]
        cut = [(w, ids) for w, ids in cut if 1 <= len(ids) <= 2 and (code != "ar" or "ء" <= w[0] <= "ي")]
        if not cut:
            found[code] = {}
            continue
        matrix = np.stack([vectors[ids].mean(0) for _, ids in cut])
        matrix -= matrix.mean(0)
        matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
        stems = {w: ARTICLE.sub("", plain(w)) for w, _ in cut}
        table = {}
        for start in range(0, len(cut), 512):
            alike = matrix[start: start + 512] @ matrix.T
            best = np.argpartition(-alike, min(NEAREST, len(cut) - 1), 1)[:, :NEAREST]
            for row, places in enumerate(best):
                word = cut[start + row][0]
                near = sorted((-alike[row, j], cut[j][0]) for j in places if LEAST <= alike[row, j] <= MOST)
                near = [w for _, w in near if senses[code].get(word, NONE).isdisjoint(senses[code].get(w, NONE)) and not kin(stems[word], stems[w])]
                if near:
                    table[word] = near
        found[code] = table
    return found


def kin(a, b):
    """Whether two stems look like forms of one word: the same start, or three letters of five in common."""
    return a[:4] == b[:4] or 2 * len(set(a) & set(b)) > 1.3 * max(len(set(a)), len(set(b)))


def make(data, rows, encode, vectors):
    """The families over ``rows`` as ``corpus.parallel`` gives them, with the word lists of the data folder.

    ``encode`` gives the ids of the pieces of a word, ``vectors`` the embedding of each id as an array.
    """
    lexicon = [row[:3] for row in corpus.table(data, "lexicon_freedict")]
    names = {code: set() for code in corpus.LANGUAGES}
    for row in corpus.table(data, "lexicon_names"):
        if row[3] in ("cldr:city", "cldr:territories", "iso-codes:iso_3166-2", "country", "iso-codes:iso_3166-1"):
            for code, cell in zip(corpus.LANGUAGES, row, strict=False):
                names[code].update([cell] if cell and " " not in cell else [])
    senses = {code: collections.defaultdict(set) for code in corpus.LANGUAGES}
    for row in lexicon:
        for i, code in enumerate(corpus.LANGUAGES):
            for j, other in enumerate(row):
                if i != j and row[i] and other:
                    senses[code][row[i].lower()].add(other.lower())
    words = words_of({code: [t[code].split() for _, t in rows if code in t] for code in corpus.LANGUAGES})
    words = {code: [w for w in found if len(w) >= 3] for code, found in words.items()}
    near = neighbours(words, encode, vectors, senses)
    return Damage(rows, lexicon, {code: sorted(found) for code, found in names.items()}, near)


def quality_of(amount, severity):
    """The quality in [0, 1] that a damaged translation is worth, where an undamaged one has ``CLEAN``."""
    floor = (0.25, 0.4, 0.55)[severity]
    return CLEAN * (1 - min(0.97, floor + (1 - floor) * amount))


# Human translations are good, yet judges give no full marks to them either: the rank that their middle has.
CLEAN = 0.85


def families_for(pair, damage, chance: random.Random, families=FAMILIES):
    """One damaged form by a family drawn at random among those that find a hold: ``(family, result)`` or None."""
    for family in sorted(families, key=lambda f: -(chance.random() ** (1 / OFTEN.get(f, 1.0)))):
        result = damage.families[family](pair, chance)
        if result and result[0] and result[0] != pair.words:
            return family, result
    return None
