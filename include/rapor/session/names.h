/* names.h - what the files and folders of the output are called, all in one place: they are
 * read by offices, so they are Indonesian, and others link to them (doc/formats.md). */
#ifndef RAPOR_SESSION_NAMES_H
#define RAPOR_SESSION_NAMES_H

/* Of what is made more than once no two are called alike in the whole output: folders are called
 * CODE-NAME, files CODE-STEM-NAME.ENDING ("13.01-surat-kabupaten-pesisir-selatan.pdf"), the stem
 * being that of file= in the instrument.  Names are cut at words; with the longest ending nothing
 * is longer than 80 characters. */
#define NAME_MOST      71
#define STEM_RESULTS   "hasil"
#define ENDING_RESULTS ".xml"

/* Archives: what is made once; institutions of no region; a folder of all others. */
#define NAME_NATION  "nasional"
#define NAME_CENTER  "pusat"
#define NAME_REGIONS "wilayah"

/* In the national archive. */
#define NAME_RANKING_CSV    "peringkat.csv"
#define NAME_RANKING_CSV_ID "peringkat-id.csv"
#define NAME_BOOK           "peringkat.xlsx"
#define NAME_LEVELS_CSV     "indikator.csv"
#define NAME_DICTIONARY     "kamus-data.csv" /* of the CSV files beside it */
#define NAME_RESULTS        "results.xml"

/* Attached to each paper: results of those that it is about. */
#define NAME_ATTACHED STEM_RESULTS ENDING_RESULTS

/* The press kit, in the national archive and beside it; the first is a word of --only too. */
#define KIT_FOLDER "pers"
#define KIT_CHARTS KIT_FOLDER "/grafik/"
#define KIT_DATA   KIT_FOLDER "/data/"
#define NAME_KIT   "paket-pers.zip" /* all of it, beside it */

/* Ends of the names of charts: for the dark, square, upright. */
#define ENDING_DARK             "gelap.svg"
#define ENDING_SQUARE           "kotak.png"
#define ENDING_UPRIGHT          "tegak.png"
#define ENDING_SQUARE_SVG       "kotak.svg"
#define ENDING_SQUARE_SVG_DARK  "kotak.gelap.svg"
#define ENDING_UPRIGHT_SVG      "tegak.svg"
#define ENDING_UPRIGHT_SVG_DARK "tegak.gelap.svg"

#endif
