/* operators.h - the operators of ISO 32000-1, annex A, and what each may do. */
#ifndef VERIFY_CONTENT_OPERATORS_H
#define VERIFY_CONTENT_OPERATORS_H

enum act {
    ACT_NONE,
    ACT_SAVE,
    ACT_RESTORE,
    ACT_BEGIN_TEXT,
    ACT_END_TEXT,
    ACT_BEGIN_MARK,
    ACT_END_MARK,
    ACT_FONT,
    ACT_MODE,
    ACT_SHOW,
    ACT_PAINT,
    ACT_OBJECT,
    ACT_SHADING,
    ACT_STATE,
    ACT_INTENT,
    ACT_GLYPH,
    ACT_GRAY,
    ACT_RGB,
    ACT_CMYK,
    ACT_SPACE,
    ACT_PATTERN,
    ACT_IMAGE,
    ACT_IMAGE_DATA
};

enum place_allowed { ANYWHERE, IN_TEXT, OUTSIDE_TEXT };

struct operator
{
    const char *name;
    const char *operands; /* n number, m name, s string, a array, p name or dictionary; "*" any */
    enum act act;
    enum place_allowed where;
};

/* Returns the operator, or NULL where ISO 32000-1 has none of this name. */
const struct operator* operator_named(const char *name);

#endif
