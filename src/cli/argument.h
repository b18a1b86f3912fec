/* argument.h - what the argument of an option may be, from the table that knows it. */
#ifndef CLI_ARGUMENT_H
#define CLI_ARGUMENT_H

/* Returns the words for an ARGUMENT such as "FORMAT", with | between them, newly allocated;
 * NULL where there is no table of that name. */
char *argument_words(const char *argument);

#endif
