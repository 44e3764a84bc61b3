/** Results to TSV, JSONL, TMX and the HTML report. */
package org.muwazi.write;
