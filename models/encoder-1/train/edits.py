"""Near misses: copies of a sentence in which one name, number, negation or word is changed. The rules are those of the estimator's training."""

import rows as corpus  # before damage, which lies in the folder that it adds

import damage

# How often a family is tried first against the others.
FAMILIES = {"number": 3.0, "name_other": 2.0, "name_letters": 1.0, "negation": 2.0, "antonym": 2.0, "rival": 2.0, "exchange": 0.5}


class Edits:
    def __init__(self, data, rows):
        names = {code: set() for code in corpus.LANGUAGES}
        for cells in corpus.trilingual(data, "lexicon_names"):
            for code, cell in cells.items():
                if " " not in cell:
                    names[code].add(cell)
        none = {code: {} for code in corpus.LANGUAGES}
        self.damage = damage.Damage(rows, [], {code: sorted(found) for code, found in names.items()}, none)

    def edit(self, source, source_language, text, language, chance, families=None):
        """The text with one thing changed, and the family, or None where nothing gives a hold."""
        pair = damage.Pair(source.split(), text.split(), source_language, language)
        weights = families or FAMILIES
        for family in sorted(weights, key=lambda f: -(chance.random() ** (1 / weights[f]))):
            found = self.damage.families[family](pair, chance)
            if found and found[0] and found[0] != pair.words:
                return " ".join(found[0]), family
        return None
