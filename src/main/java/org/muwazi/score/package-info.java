/**
 * Aligned text to findings, quality estimates and verdicts. Entry: {@link
 * org.muwazi.score.Finding}. Sentences for people are {@link org.muwazi.score.Explanation}s, told
 * in a language by who shows them.
 */
package org.muwazi.score;
