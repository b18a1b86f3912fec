/* kinds.h - the elements of the layout language, and what may stand in one. */
#ifndef RAPOR_LAYOUT_KINDS_H
#define RAPOR_LAYOUT_KINDS_H

enum node_kind {
    NODE_LAYOUT,
    NODE_PARTS,
    NODE_IMPORT,
    NODE_COLOR,
    NODE_THEME,
    NODE_STYLE,
    NODE_PAGE,
    NODE_PAGE_HEAD,
    NODE_PART,
    NODE_BIND,
    NODE_SECTION,
    NODE_P,
    NODE_LABEL,
    NODE_HEADING,
    NODE_CAPTION,
    NODE_CONTENTS,
    NODE_LIST,
    NODE_ITEM,
    NODE_TABLE,
    NODE_COLUMN,
    NODE_TABLE_HEAD,
    NODE_ROW,
    NODE_CELL,
    NODE_SPACE,
    NODE_RULE,
    NODE_PAGE_BREAK,
    NODE_KEEP,
    NODE_IMAGE,
    NODE_QR,
    NODE_SIGNATURE,
    NODE_CHART,
    NODE_SERIES,
    NODE_CLASS,
    NODE_BOX,
    NODE_USE,
    NODE_TEXT, /* no element: words between elements */
    NODE_BOLD,
    NODE_ITALIC,
    NODE_SPAN,
    NODE_LINK,
    NODE_REF,
    NODE_BREAK,
    NODE_PAGE_NUMBER,
    NODE_PAGE_COUNT,
    NODE_CHAPTER,
    NODE_LEADER,
    NODE_NBSP,
    NODE_EACH,
    NODE_IF,
    NODE_CHOOSE,
    NODE_WHEN,
    NODE_OTHERWISE,
    NODE_LET,
};

/* What may stand between the tags of an element. */
enum content {
    CONTENT_NONE,
    CONTENT_LAYOUT,
    CONTENT_PARTS,
    CONTENT_THEME,
    CONTENT_SECTIONS,
    CONTENT_PAGE,
    CONTENT_BOXES,
    CONTENT_BLOCKS,
    CONTENT_PARAGRAPH, /* inline, after labels */
    CONTENT_INLINE,
    CONTENT_ITEMS,
    CONTENT_TABLE,
    CONTENT_ROWS,
    CONTENT_CELLS,
    CONTENT_CHART,
    CONTENT_CHOOSE,
    CONTENT_MIXED, /* inline or blocks, whichever is found there */
    CONTENT_SAME,  /* what stands around it: each, if, when */
};

#endif
