/* role.h - what a thing of a document is to a reader who cannot see. */
#ifndef RAPOR_DOC_ROLE_H
#define RAPOR_DOC_ROLE_H

/* What a thing is to a reader who cannot see; the painters' tags come from it. */
enum role {
    ROLE_NONE, /* takes the role of what it stands in */
    ROLE_DECORATION,
    ROLE_SECTION,
    ROLE_P,
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_LIST,
    ROLE_ITEM,
    ROLE_LABEL,
    ROLE_BODY, /* of a list item */
    ROLE_TABLE,
    ROLE_ROW,
    ROLE_HEAD_CELL,
    ROLE_CELL,
    ROLE_FIGURE,
    ROLE_CAPTION,
    ROLE_CONTENTS, /* a table of contents, and each of its lines */
    ROLE_ENTRY,
    ROLE_LINK,
    ROLE_FORM, /* a field for a signature */
};

#endif
