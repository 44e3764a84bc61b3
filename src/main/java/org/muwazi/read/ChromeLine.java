package org.muwazi.read;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.muwazi.read.PhraseTable.Kind;
import org.muwazi.read.PhraseTable.Match;
import org.muwazi.text.SetAside.Reason;
import org.muwazi.text.Span;

/*
 * What one line shows by itself. Each feature adds to a score; at THRESHOLD the line is chrome. The
 * weights are whole numbers so that a decision can be read off: a phrase that pages write and
 * stories do not decides alone; a label needs brevity besides; a sentence's end counts against.
 * PageChromeTest and ChromeAccuracyTest pin the results.
 */
/** A line that is not blank, with the evidence for and against its being part of the page. */
final class ChromeLine {

    static final int THRESHOLD = 4;

    private static final int WHOLE_PHRASE = 6;
    private static final int AD_LEAD = 6;
    private static final int LEGAL_LEAD = 6;
    private static final int LABEL = 4;
    private static final int ENDING_STAMP = 4;
    private static final int CREDIT = 4;
    private static final int MENU_WORDS = 4;
    private static final int TRAIL = 4;
    private static final int SENTENCE_END = -2;
    private static final int LONG = -4;

    /** Share of a line's words that are menu words; headlines reach one half ("World news ..."). */
    private static final double MENU_SHARE = 0.75;

    /**
     * Share of date words behind "Published" and its like; names of zones and places are others.
     */
    private static final double DATE_SHARE = 0.6;

    /** Words of a line above which it is prose whatever it starts with. */
    private static final int LONG_LINE = 30;

    /** Words of a menu on one line; longer lines are not looked through. */
    private static final int LONGEST_MENU = 100;

    /** Words that may follow a label such as "Topics:" or "Read more:". */
    private static final int LABEL_VALUE = 14;

    /** Words that may stand before an age ("Zawya 6 days ago"). */
    private static final int BEFORE_STAMP = 4;

    // "TAMPERE, Finland - " and "PARIS, 3 mai (AFP) - ": a place in capitals, or an agency in
    // brackets, before a dash near the start.
    private static final Pattern DATELINE =
            Pattern.compile(
                    "^(?:\\p{Lu}{3,}[^.!?\u2013\u2014]{0,50}?|[^.!?]{2,50}\\([^()]{2,30}\\))\\s*"
                            + "(?:[\u2013\u2014]|-)\\s");

    private final Span span;
    private final String text;
    private final List<String> tokens;
    private final boolean endsSentence;
    private int score;
    private Reason reason = Reason.NAVIGATION;
    private String evidence = "";
    private boolean heading;
    private boolean signed;
    private boolean menuWord;

    private ChromeLine(Span span, String text) {
        this.span = span;
        this.text = text;
        this.tokens = PhraseTable.tokens(text);
        this.endsSentence = SentenceEnd.at(text);
    }

    /** Looks at one line. */
    static ChromeLine of(Span span, String lineText, PhraseTable phrases) {
        ChromeLine line = new ChromeLine(span, Lines.strip(lineText));
        line.weigh(phrases);
        return line;
    }

    private void weigh(PhraseTable phrases) {
        if (tokens.isEmpty()) {
            add(WHOLE_PHRASE, Reason.DEBRIS, "no letter or digit");
            return;
        }
        signed = phrases.startingAt(Kind.SIGNED, tokens, 0).isPresent();
        Optional<Match> headingPhrase = phrases.whole(Kind.HEADING, tokens);
        if (headingPhrase.isPresent()) {
            heading = true;
            add(WHOLE_PHRASE, headingPhrase.get().reason(), "the heading " + quoted());
            return;
        }
        Optional<Match> whole = phrases.whole(Kind.WHOLE, tokens);
        if (whole.isPresent()) {
            add(WHOLE_PHRASE, whole.get().reason(), "says no more than " + quoted());
            return;
        }
        if (tokens.size() > LONG_LINE) {
            score += LONG;
        }
        if (endsSentence) {
            score += SENTENCE_END;
        }
        weighLead(phrases);
        weighEnd(phrases);
        weighMenuWords(phrases);
        weighTrail();
    }

    private void weighLead(PhraseTable phrases) {
        Optional<Match> lead = phrases.startingAt(Kind.LEAD, tokens, 0);
        if (lead.isEmpty()) {
            return;
        }
        Match match = lead.get();
        int rest = tokens.size() - match.length();
        switch (match.reason()) {
            case ADVERTISEMENT -> add(AD_LEAD, match.reason(), "asks to subscribe or download");
            case LEGAL -> add(LEGAL_LEAD, match.reason(), "a legal note");
            case BYLINE -> {
                if (isDateFrom(phrases, match.end())) {
                    add(LABEL, match.reason(), "a date line");
                }
            }
            default -> {
                if (rest <= LABEL_VALUE && isLabel(match.length())) {
                    add(
                            endsSentence ? LABEL - SENTENCE_END : LABEL,
                            match.reason(),
                            "a label with its value");
                }
            }
        }
    }

    // True if a colon, a bar or a dash follows the first words of the line.
    private boolean isLabel(int words) {
        int i = 0;
        for (int seen = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '|' || c == '\uFF1A') {
                return PhraseTable.tokens(text.substring(0, i)).size() == words;
            }
            seen += Character.isWhitespace(c) ? 1 : 0;
            if (seen > words + 1) {
                return false;
            }
        }
        return false;
    }

    private boolean isDateFrom(PhraseTable phrases, int start) {
        Map<Reason, Integer> byReason = new EnumMap<>(Reason.class);
        int covered =
                coveredByDates(phrases, start, byReason) + byReason.getOrDefault(Reason.BYLINE, 0);
        return tokens.size() > start && covered >= DATE_SHARE * (tokens.size() - start);
    }

    private void weighEnd(PhraseTable phrases) {
        Optional<Match> end = phrases.ending(Kind.END, tokens);
        if (end.isPresent() && !endsSentence && end.get().start() <= BEFORE_STAMP) {
            add(ENDING_STAMP, end.get().reason(), "ends with " + phrase(end.get()));
        } else if (end.isPresent() && end.get().reason() == Reason.LEGAL) {
            add(LEGAL_LEAD, Reason.LEGAL, "a legal note");
        }
        Optional<Match> agency = phrases.ending(Kind.AGENCY, tokens);
        if (agency.isPresent() && agency.get().start() <= BEFORE_STAMP) {
            add(WHOLE_PHRASE, agency.get().reason(), "names who else reported");
        }
        for (int i = Math.max(0, tokens.size() - 8); i < tokens.size(); i++) {
            Optional<Match> credit = phrases.startingAt(Kind.CREDIT, tokens, i);
            if (credit.isPresent() && isCredit(phrase(credit.get()))) {
                int repaired = endsSentence ? -SENTENCE_END : 0;
                add(CREDIT + repaired, Reason.CAPTION, "a picture credit");
                return;
            }
        }
    }

    // A credit stands in brackets, after a slash or copyright sign, or before a colon; the bare
    // name of an agency in a sentence is reporting.
    private boolean isCredit(String phrase) {
        String folded = WordForms.fold(text);
        int at = folded.lastIndexOf(phrase);
        if (at < 0) {
            return false;
        }
        String before = folded.substring(0, at).stripTrailing();
        String after = folded.substring(at + phrase.length()).stripLeading();
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        boolean opened = last == '/' || last == '\u00A9' || last == '|';
        boolean bracketed =
                last == '(' && tokens.size() > 3 && after.indexOf(')') >= 0 && after.length() < 60;
        return opened
                || after.startsWith(":")
                || (bracketed && !endsStory(before))
                || (after.startsWith("/") && !before.isEmpty());
    }

    // A dateline has its agency in brackets too: "PARIS, 3 mai (AFP) - ..."; there text follows.
    private boolean endsStory(String before) {
        return text.length() - before.length() > 80;
    }

    private void weighMenuWords(PhraseTable phrases) {
        if (endsSentence) {
            return;
        }
        Optional<Match> only = phrases.whole(Kind.WORD, tokens);
        menuWord = only.isPresent() && only.get().reason() == Reason.NAVIGATION;
        if (tokens.size() < 2 || tokens.size() > LONGEST_MENU) {
            return;
        }
        Map<Reason, Integer> byReason = new EnumMap<>(Reason.class);
        int dates = coveredByDates(phrases, 0, byReason);
        int words = byReason.values().stream().mapToInt(Integer::intValue).sum();
        boolean dateLine = byReason.keySet().equals(Set.of(Reason.BYLINE));
        if (words == 0 || words + (dateLine ? dates : 0) < MENU_SHARE * tokens.size()) {
            return;
        }
        Reason most = Reason.NAVIGATION;
        for (Map.Entry<Reason, Integer> entry : byReason.entrySet()) {
            if (entry.getValue() > byReason.getOrDefault(most, 0)) {
                most = entry.getKey();
            }
        }
        add(MENU_WORDS, most, "made of " + (dateLine ? "date" : "menu") + " words");
    }

    // Tokens from start on that menu words cover go to their reasons; returns how many more the
    // words of dates cover.
    private int coveredByDates(PhraseTable phrases, int start, Map<Reason, Integer> byReason) {
        int dates = 0;
        for (int i = start; i < tokens.size(); ) {
            Optional<Match> word = phrases.startingAt(Kind.WORD, tokens, i);
            Optional<Match> date = phrases.startingAt(Kind.DATE, tokens, i);
            if (word.isPresent()) {
                byReason.merge(word.get().reason(), word.get().length(), Integer::sum);
                i = word.get().end();
            } else if (date.isPresent()) {
                dates += date.get().length();
                i = date.get().end();
            } else {
                i++;
            }
        }
        return dates;
    }

    // "World > Africa > Mauritania" and "Home | News | Sport".
    private void weighTrail() {
        if (endsSentence || text.indexOf('\u00AB') >= 0 || tokens.size() > 16) {
            return;
        }
        String[] parts = text.split("\\s*[\u203A\u00BB>]\\s*|\\s+[|\u2022\u00B7]\\s+", -1);
        int longest = 0;
        for (String part : parts) {
            longest = Math.max(longest, PhraseTable.tokens(part).size());
        }
        boolean angle = text.matches(".*[\u203A\u00BB>].*");
        if (longest <= 3 && (parts.length > 2 || (parts.length == 2 && angle))) {
            add(TRAIL, Reason.NAVIGATION, "a trail of short items");
        }
    }

    private void add(int weight, Reason why, String how) {
        if (evidence.isEmpty() || weight > score) {
            reason = why;
            evidence = how;
        }
        score += weight;
    }

    private String phrase(Match match) {
        return String.join(" ", tokens.subList(match.start(), match.end()));
    }

    private String quoted() {
        return "\"" + text + "\"";
    }

    Span span() {
        return span;
    }

    String text() {
        return text;
    }

    List<String> tokens() {
        return tokens;
    }

    /** Sum of the features; chrome from {@link #THRESHOLD} on. */
    int score() {
        return score;
    }

    boolean isChrome() {
        return score >= THRESHOLD;
    }

    Reason reason() {
        return reason;
    }

    /** What made it look so, for people; empty where nothing did. */
    String evidence() {
        return evidence;
    }

    /** True for "Related articles" and its like: what follows is not the story. */
    boolean isRelatedHeading() {
        return heading;
    }

    /** True for "By ..." and its like. */
    boolean isSigned() {
        return signed;
    }

    /** True for one word of menus, such as the name of a section. */
    boolean isMenuWord() {
        return menuWord;
    }

    /** True for a line that opens as reports of news agencies do. */
    boolean hasDateline() {
        return DATELINE.matcher(text).find();
    }

    boolean endsSentence() {
        return endsSentence;
    }

    /** A sentence of eight words or more, or a line too long for a headline. */
    boolean isProse() {
        return (endsSentence && tokens.size() >= 8) || tokens.size() >= LONG_LINE;
    }

    /** Short and without a stop, as headlines, menu items and site names are. */
    boolean isFragment() {
        return !endsSentence && tokens.size() <= 25;
    }
}
