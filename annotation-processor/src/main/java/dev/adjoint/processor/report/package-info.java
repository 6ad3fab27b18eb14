/**
 * From what was made of a class to a page that shows it. Finished adjoints, their primals and the
 * generated text come in; a page in HTML goes out, one a class, complete in itself: no script,
 * style or font is fetched from elsewhere. Nothing here changes what is generated.
 */
@NullMarked
package dev.adjoint.processor.report;

import org.jspecify.annotations.NullMarked;
