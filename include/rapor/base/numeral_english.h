/* numeral_english.h - numbers and dates in English, for papers with language="en". */
#ifndef RAPOR_BASE_NUMERAL_ENGLISH_H
#define RAPOR_BASE_NUMERAL_ENGLISH_H

struct arena;

/* "1234.5" -> "1,234.5"; "3.34" -> "three point three four"; "2021-08-23" -> "23 August 2021",
 * "Monday".  What is none of these comes back as it is. */
const char *english_decimal(const char *number, struct arena *arena);
const char *english_words(const char *number, struct arena *arena);
const char *english_date(const char *date, struct arena *arena);
const char *english_weekday(const char *date, struct arena *arena);

#endif
