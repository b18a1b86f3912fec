# make            build the program             make SAN=1 ...  the same, sanitized
# make demo       set up, build, run the national sample
# make check      set up, build, run all tests  make COV=1 ...  the same, with coverage
# make golden     renew the golden traces       make lint       all static checks
# make bench      time the national sample      make fuzz       fuzz the readers for a minute
# make install    PREFIX=/usr/local DESTDIR=    make format     lay out the code

PROGRAM = rapor
VERSION = 0.1.0
PREFIX  = /usr/local
CC      = gcc
LIBS    = libxml-2.0 cairo cairo-pdf pangocairo pangoft2 fontconfig gio-2.0 libzip librsvg-2.0 \
          libqrencode xlsxwriter
PACKAGES = .ci/packages

WARN    = -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
          -Wswitch-enum -Wvla -Wwrite-strings -Wconversion -Wformat=2
CFLAGS  = -O2 -g
PKG     = pkg-config
FLAGS   = -std=c17 -D_GNU_SOURCE -DRAPOR_VERSION='"$(VERSION)"' -DRAPOR_DATA='"$(PREFIX)/share/rapor"' \
          -Iinclude $(shell $(PKG) --cflags $(LIBS) 2>/dev/null | sed 's/-I/-isystem/g')
LDLIBS  = $(shell $(PKG) --libs $(LIBS) 2>/dev/null) -lm
BUILD   = build

ifdef SAN
BUILD   = build/san
MODE    = -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -DARENA_CHUNK=1
export LSAN_OPTIONS = suppressions=tests/lsan.supp:print_suppressions=0
export G_SLICE = always-malloc # or else glib hides leaks of its own objects
endif
ifdef COV
BUILD   = build/cov
MODE    = -O0 --coverage
endif

SOURCES = $(filter-out src/main.c,$(wildcard src/*.c src/*/*.c))
OBJECTS = $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY = $(BUILD)/librapor.a
TESTS   = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*_test.c))

all: setup
	@$(MAKE) --no-print-directory $(BUILD)/$(PROGRAM)

setup:
	@.ci/setup $(PACKAGES)

$(BUILD)/$(PROGRAM): $(BUILD)/src/main.o $(LIBRARY)
	@echo "  LINK  $@"
	@$(CC) $(MODE) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	@$(AR) rcs $@ $^

$(BUILD)/unit/%_test: $(BUILD)/tests/unit/%_test.o $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  LINK  $@"
	@$(CC) $(MODE) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(FLAGS) $(WARN) -MMD -MP $(CFLAGS) $(MODE) -c -o $@ $<

clean:
	rm -rf build

-include $(OBJECTS:.o=.d)
.SECONDARY:
.PHONY: all setup clean
