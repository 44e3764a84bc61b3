/** The commands. Only this package writes to the console or ends the process. */
package org.muwazi.cli;
