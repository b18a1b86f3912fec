/* rules.h - what is judged, with the stable name and the clause of each rule. */
#ifndef VERIFY_RULES_H
#define VERIFY_RULES_H

#include <stdbool.h>

enum verify_rule {
    RULE_UNREADABLE,
    RULE_SIZE,
    RULE_DAMAGED,
    RULE_HEADER,
    RULE_TRAILER,
    RULE_ENCRYPTED,
    RULE_XREF,
    RULE_SPELLING,
    RULE_STREAM,
    RULE_FILTER,
    RULE_NAME,
    RULE_LIMIT,
    RULE_INFO,
    RULE_METADATA,
    RULE_IDENTITY,
    RULE_EXTENSION,
    RULE_INTENT,
    RULE_COLOR,
    RULE_CATALOG,
    RULE_FORBIDDEN,
    RULE_ACTION,
    RULE_LANGUAGE,
    RULE_MARKED,
    RULE_TITLE,
    RULE_RESOURCES,
    RULE_OPERATOR,
    RULE_BALANCE,
    RULE_STATE,
    RULE_IMAGE,
    RULE_FORM,
    RULE_GROUP,
    RULE_TABS,
    RULE_ANNOTATION,
    RULE_APPEARANCE,
    RULE_LINK,
    RULE_EMBEDDED,
    RULE_LISTED,
    RULE_FONT,
    RULE_FONT_NAME,
    RULE_FONT_FILE,
    RULE_CID,
    RULE_ENCODING,
    RULE_WIDTH,
    RULE_UNICODE,
    RULE_NOTDEF,
    RULE_UNMARKED,
    RULE_MARK_NESTING,
    RULE_MARK,
    RULE_PARENT_TREE,
    RULE_TREE,
    RULE_ROLE,
    RULE_ORDER,
    RULE_EMPTY,
    RULE_HEADING,
    RULE_TABLE,
    RULE_SCOPE,
    RULE_LIST,
    RULE_CONTENTS,
    RULE_FIGURE,
    RULE_NOTE,
    RULE_OUTLINE,
    RULE_NOT_JUDGED,
    RULE_MANIFEST,
    RULE_SIGNATURE,
    RULE_LATER,
    RULE_CHAIN,
    RULE_STAMP,
    RULE_COUNT
};

extern const struct rule_name {
    const char *id;
    const char *clause; /* or NULL */
    bool note;          /* no standard asks for it: the document conforms all the same */
} rules[RULE_COUNT];

#endif
