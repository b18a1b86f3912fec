/* xml.h - reading XML that others wrote: what is refused before parsing, and how
 * the parser's complaints are worded. */
#ifndef READ_XML_H
#define READ_XML_H

#include "input.h"

#include "rapor/base/markup.h"

#include <libxml/xmlerror.h>

/* Notes why the beginning shows that this is no file for us: empty, not UTF-8,
 * with a DOCTYPE.  True if nothing is wrong. */
bool xml_check_prolog(struct input *input, struct unplaced *unplaced);

/* What the parser complains of goes here. */
struct xml_errors {
    struct unplaced *unplaced;
    const struct input *input;
    bool noted; /* the first; the others follow from it */
};

/* Notes the first complaint. */
void xml_note_error(struct xml_errors *errors, const xmlError *error);

/* Notes that a text is longer than any that the parser would keep. */
void xml_note_long_text(struct xml_errors *errors, xmlParserCtxt *context);

#endif
