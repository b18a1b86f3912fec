/* numeral.h - numbers and dates in Indonesian, whatever the locale. */
#ifndef RAPOR_BASE_NUMERAL_H
#define RAPOR_BASE_NUMERAL_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/* "1234.5" -> "1.234,5"; text that is no number comes back as it is. */
const char *numeral_decimal(const char *number, struct arena *arena);

/* "3.34" -> "tiga koma tiga empat"; 0..999 999 999 999 before the point. */
const char *numeral_words(const char *number, struct arena *arena);

/* "2021-08-23" -> "23 Agustus 2021". */
const char *numeral_date(const char *date, struct arena *arena);

/* "2021-08-23" -> "Senin". */
const char *numeral_weekday(const char *date, struct arena *arena);

/* "2026-09-21", 5 -> "2026-09-28": so many days from Monday to Friday later. */
const char *numeral_working_day(const char *date, int days, struct arena *arena);

/* 4 -> "IV", up to 3999; 1 -> "a"; 1 -> "KESATU", 11 -> "KESEBELAS". */
const char *numeral_roman(int64_t number, struct arena *arena);
const char *numeral_letter(int64_t number, struct arena *arena);
const char *numeral_dictum(int64_t number, struct arena *arena);

/* True if TEXT is a day of the Gregorian calendar, written "2021-08-23". */
bool numeral_is_date(const char *text);

/* 47 as "47"; hundredths as "3.34"; the shortest decimal of NUMERATOR / DENOMINATOR where it
 * ends within 12 digits, else "n/d" in lowest terms. */
const char *numeral_whole(int64_t number, struct arena *arena);
const char *numeral_hundredths(int64_t hundredths, struct arena *arena);
const char *numeral_fraction(__int128 numerator, __int128 denominator, struct arena *arena);

/* Returns the largest number that divides both; of 0 and another, the other. */
uint64_t numeral_common_divisor(uint64_t a, uint64_t b);

#endif
