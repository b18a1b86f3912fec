/* write.h - a register as XML. */
#ifndef REGISTER_WRITE_H
#define REGISTER_WRITE_H

#include "rapor/read/register.h"

/* Takes the text piece by piece; false ends it. */
struct register_taker {
    bool (*take)(void *to, const char *bytes, size_t count);
    void *to;
};

bool register_write(const struct paper_register *papers, const struct register_taker *taker);

#endif
