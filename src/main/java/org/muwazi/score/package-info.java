/**
 * Aligned text to findings, quality estimates and verdicts. Entry: {@link
 * org.muwazi.score.Finding}.
 */
package org.muwazi.score;
