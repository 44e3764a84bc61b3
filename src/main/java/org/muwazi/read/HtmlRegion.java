package org.muwazi.read;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.muwazi.text.SetAside.Reason;

/**
 * What part of a page an element is by its own words: tag, role, class, id.
 *
 * @param reason what its text is to be set aside for; means nothing where there is no evidence
 * @param evidence for people; empty for a part like any other
 */
record HtmlRegion(Reason reason, String evidence) {

    /** A part like any other. */
    static final HtmlRegion NONE = new HtmlRegion(Reason.NAVIGATION, "");

    /** The attribute by which a copy of the tree refers to this one. */
    static final String NUMBER = "data-muwazi-number";

    /** An element that holds more of the page's text than this is the page, whatever its class. */
    private static final double WHOLE_PAGE = 0.5;

    private static final Map<String, Reason> BY_TAG =
            Map.of(
                    "nav", Reason.NAVIGATION,
                    "footer", Reason.NAVIGATION,
                    "header", Reason.NAVIGATION,
                    "aside", Reason.RELATED,
                    "figcaption", Reason.CAPTION,
                    "button", Reason.NAVIGATION,
                    "menu", Reason.NAVIGATION);

    private static final Map<String, Reason> BY_ROLE =
            Map.of(
                    "navigation", Reason.NAVIGATION,
                    "banner", Reason.NAVIGATION,
                    "contentinfo", Reason.LEGAL,
                    "complementary", Reason.RELATED,
                    "search", Reason.NAVIGATION,
                    "menu", Reason.NAVIGATION,
                    "menubar", Reason.NAVIGATION,
                    "dialog", Reason.ADVERTISEMENT,
                    "alertdialog", Reason.ADVERTISEMENT);

    // Words of class names and ids, cut at signs and capitals.
    private static final Map<String, Reason> BY_WORD =
            Map.ofEntries(
                    Map.entry("share", Reason.SHARING),
                    Map.entry("sharing", Reason.SHARING),
                    Map.entry("social", Reason.SHARING),
                    Map.entry("sharebar", Reason.SHARING),
                    Map.entry("related", Reason.RELATED),
                    Map.entry("recommended", Reason.RELATED),
                    Map.entry("recommendations", Reason.RELATED),
                    Map.entry("outbrain", Reason.RELATED),
                    Map.entry("taboola", Reason.RELATED),
                    Map.entry("trending", Reason.RELATED),
                    Map.entry("sidebar", Reason.RELATED),
                    Map.entry("comments", Reason.COMMENTS),
                    Map.entry("comment", Reason.COMMENTS),
                    Map.entry("disqus", Reason.COMMENTS),
                    Map.entry("breadcrumb", Reason.NAVIGATION),
                    Map.entry("breadcrumbs", Reason.NAVIGATION),
                    Map.entry("navbar", Reason.NAVIGATION),
                    Map.entry("navigation", Reason.NAVIGATION),
                    Map.entry("nav", Reason.NAVIGATION),
                    Map.entry("menu", Reason.NAVIGATION),
                    Map.entry("pagination", Reason.NAVIGATION),
                    Map.entry("tags", Reason.NAVIGATION),
                    Map.entry("footer", Reason.NAVIGATION),
                    Map.entry("caption", Reason.CAPTION),
                    Map.entry("figcaption", Reason.CAPTION),
                    Map.entry("newsletter", Reason.ADVERTISEMENT),
                    Map.entry("subscribe", Reason.ADVERTISEMENT),
                    Map.entry("subscription", Reason.ADVERTISEMENT),
                    Map.entry("advert", Reason.ADVERTISEMENT),
                    Map.entry("advertisement", Reason.ADVERTISEMENT),
                    Map.entry("ads", Reason.ADVERTISEMENT),
                    Map.entry("ad", Reason.ADVERTISEMENT),
                    Map.entry("promo", Reason.ADVERTISEMENT),
                    Map.entry("sponsored", Reason.ADVERTISEMENT),
                    Map.entry("paywall", Reason.ADVERTISEMENT),
                    Map.entry("copyright", Reason.LEGAL),
                    Map.entry("cookie", Reason.LEGAL),
                    Map.entry("cookies", Reason.LEGAL),
                    Map.entry("consent", Reason.LEGAL),
                    Map.entry("disclaimer", Reason.LEGAL));

    /** False for {@link #NONE}. */
    boolean isNamed() {
        return !evidence.isEmpty();
    }

    /** The number that {@link MainContent} gave an element. */
    static int number(Element element) {
        return Integer.parseInt(element.attr(NUMBER));
    }

    /**
     * The part that an element opens.
     *
     * @param around the part that it stands in; kept where the element says nothing itself
     * @param share of the page's text that the element holds, 0 to 1
     */
    static HtmlRegion of(Element element, HtmlRegion around, double share) {
        String tag = element.normalName();
        if (share > WHOLE_PAGE) {
            return NONE;
        }
        if (tag.equals("body") || tag.equals("main") || tag.equals("article")) {
            return around;
        }
        // The header of an article holds its headline and byline.
        boolean articleHeader =
                tag.equals("header")
                        && (element.closest("article, main") != null
                                || element.selectFirst("h1") != null);
        if (BY_TAG.containsKey(tag) && !articleHeader) {
            return new HtmlRegion(BY_TAG.get(tag), "stands in <" + tag + ">");
        }
        String role = element.attr("role").toLowerCase(Locale.ROOT);
        if (BY_ROLE.containsKey(role) && !articleHeader) {
            return new HtmlRegion(BY_ROLE.get(role), "stands in an element of role " + role);
        }
        String names = element.className() + " " + element.id();
        if (names.length() > 1 && (!tag.startsWith("h") || tag.equals("header"))) {
            for (String word : words(names)) {
                Reason reason = BY_WORD.get(word);
                if (reason != null) {
                    return new HtmlRegion(reason, "stands in an element named \"" + word + "\"");
                }
            }
        }
        return around;
    }

    private static String[] words(String names) {
        return names.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+", -1);
    }
}
