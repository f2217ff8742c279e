/**
 * Documents: what a person can print, hold or keep, as a PDF. Knows how a page looks and nothing of
 * what it says: every amount and date arrives as the text to be shown. Start reading at {@link
 * org.cartwright.documents.Pdf}; a document is put together from the parts of {@link
 * org.cartwright.documents.PrintedDocument}. Owns no tables.
 *
 * <h2>Text is data</h2>
 *
 * <p>Texts become text nodes of a document tree; there is no markup for them to break out of.
 * Nothing is ever loaded from anywhere: the fonts and the style are in the jar, and a {@link
 * org.cartwright.documents.Logo} is the bytes it was made of. No text goes into the log.
 *
 * <h2>Bounds</h2>
 *
 * <p>However much there is to print, one document takes seconds and some megabytes: its texts have
 * {@value org.cartwright.documents.text.TextBudget#MAX_CHARACTERS} characters together, beyond
 * which the longest are cut and end with an ellipsis, and it is given up after a while. A few are
 * printed at once, fairly between those who ask; whoever would wait too long is refused ({@link
 * org.cartwright.documents.queue.PrinterBusy}) and may ask again.
 *
 * <h2>Scripts</h2>
 *
 * <p>Latin with its diacritics (Vietnamese too), Greek, Cyrillic, Armenian, Georgian, Hebrew,
 * Arabic, Persian, Urdu, Thai, Chinese, Japanese and Korean can be mixed freely; right-to-left text
 * is ordered by the Unicode bidirectional algorithm and Arabic letters are joined, but for the few
 * that only other languages have, such as Kurdish. Every text has the direction of its own first
 * letter; the page itself reads from left to right. Vowel signs of Arabic, Hebrew and Thai are set
 * at their default place and not fitted to their letter. The scripts of India and South-East Asia
 * other than Thai, and emoji, have no font here: each such character is printed as U+FFFD (�), and
 * so is a character that does not exist. Control characters are left out.
 *
 * <h2>Fonts</h2>
 *
 * <p>Noto (SIL Open Font License) and, for Chinese, Japanese and Korean, Droid Sans Fallback
 * (Apache License 2.0; it has one weight, so bold Chinese looks regular). Only the glyphs used are
 * embedded into a document. There are no ligatures: what is printed can be searched and copied
 * letter by letter. The licences lie beside the fonts, in the {@code text/fonts} resources.
 */
@NullMarked
@ApplicationModule(
    displayName = "Documents",
    allowedDependencies = {"platform"})
package org.cartwright.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
