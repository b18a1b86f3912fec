# make            build the program             make SAN=1 ...  the same, sanitized
# make demo       set up, build, run the national sample
# make check      set up, build, run all tests  make COV=1 ...  the same, with coverage
# make corrections  500 random corrections, each compared with what is made anew
# make golden     renew the golden traces       make lint       all static checks
# make gallery    all papers and charts on one page
# make bench      time the national sample      make fuzz       fuzz the readers, a minute each
# make install    PREFIX=/usr/local DESTDIR=    make format     lay out the code

PROGRAM = rapor
VERSION = 0.1.0
PREFIX  = /usr/local
CC      = gcc
# The loader looks for each of twenty thousand names in this order at each start: those
# that have most of them come first.
LIBS    = libqpdf libcrypto libxml-2.0 cairo cairo-pdf pangocairo pangoft2 fontconfig \
          gio-2.0 libdeflate libisal libzip harfbuzz harfbuzz-subset librsvg-2.0 xlsxwriter \
          libxslt libqrencode
PACKAGES = .ci/packages

WARN    = -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
          -Wswitch-enum -Wvla -Wwrite-strings -Wconversion -Wformat=2
CFLAGS  = -O2 -g
PKG     = pkg-config
FLAGS  := -std=c17 -D_GNU_SOURCE -DRAPOR_VERSION='"$(VERSION)"' \
          -Iinclude $(shell $(PKG) --cflags $(LIBS) 2>/dev/null | sed 's/-I/-isystem/g')
# What it was built from is known again by the build ID (src/base/fingerprint.c).
LDLIBS := -Wl,--build-id=sha1 -Wl,--as-needed -lc -lglib-2.0 \
          $(shell $(PKG) --libs $(LIBS) 2>/dev/null) -lhyphen -lm
BUILD   = build

ifdef SAN
BUILD   = build/san
MODE    = -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -DARENA_CHUNK=1
export LSAN_OPTIONS = suppressions=$(CURDIR)/tests/lsan.supp:print_suppressions=0
export G_SLICE = always-malloc # or else glib hides leaks of its own objects
endif
ifdef COV
BUILD   = build/cov
MODE    = -O0 --coverage
endif

SOURCES = $(filter-out src/main.c,$(wildcard src/*.c src/*/*.c src/*/*/*.c))
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

# The main job on real sizes: all papers of 637 institutions.
demo: all
	@rm -rf build/demo
	$(BUILD)/$(PROGRAM) build samples/nasional-2021.xml -o build/demo
	@ls -lh build/demo build/demo/wilayah | sed -n 1,12p

check: setup
	@$(MAKE) --no-print-directory $(BUILD)/$(PROGRAM) $(TESTS)
	@tests/run $(BUILD)

corrections: all
	@tests/corrections.sh $(BUILD)/$(PROGRAM) 500

golden: all
	@tests/golden.sh $(BUILD)/$(PROGRAM) renew

# How Indonesian words are divided: fonts/hyphen-id.dic, by the rules of fonts/hyphen-id.py.
patterns:
	@mkdir -p $(BUILD)
	@/usr/bin/python3 fonts/hyphen-id.py >$(BUILD)/hyphen-id
	@perl /usr/share/libhyphen/substrings.pl $(BUILD)/hyphen-id $(BUILD)/hyphen-id.dic UTF-8 2 3 >/dev/null
	@cp $(BUILD)/hyphen-id.dic fonts/hyphen-id.dic

# BENCH=full: also 5,520 and 15,420 institutions, which takes minutes.
# Every document and chart, in every form and with hard data: build/gallery/index.html.
gallery: all
	@rm -rf build/gallery
	@PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 tests/gallery/gallery.py $(BUILD)/$(PROGRAM) build/gallery

bench: all
	@tests/bench/bench $(BUILD)/$(PROGRAM) $(BENCH)

bench-peers: all
	@.ci/setup .ci/packages-peers
	@tests/bench/peers/run $(BUILD)/$(PROGRAM)

profile: all
	@.ci/setup .ci/packages-profile
	@tests/bench/profile $(BUILD)/$(PROGRAM)

lint: setup
	@.ci/setup .ci/packages-lint
	clang-format --dry-run -Werror $(shell git ls-files '*.[ch]')
	@for f in $(SOURCES) src/main.c; do \
	    echo "  TIDY  $$f"; clang-tidy --quiet $$f -- $(FLAGS) 2>/dev/null || exit 1; done
	cppcheck -q --error-exitcode=1 --enable=warning,performance,portability --library=gtk \
	    --suppress=missingIncludeSystem --suppress=internalAstError --suppress=legacyUninitvar \
	    --suppress=ctuuninitvar -Iinclude src

format:
	clang-format -i $(shell git ls-files '*.[ch]')

fuzz: setup
	@.ci/setup .ci/packages-lint
	@mkdir -p build/corpus && cp samples/denpasar-2021.xml samples/bad/*.xml build/corpus/
	clang -g -O1 -fsanitize=fuzzer,address,undefined -DARENA_CHUNK=1 $(FLAGS) \
	    -o build/evaluation_fuzz tests/fuzz/evaluation_fuzz.c src/base/*.c src/read/*.c src/read/*/*.c $(LDLIBS)
	build/evaluation_fuzz -max_total_time=60 -max_len=65536 -timeout=10 build/corpus
	@mkdir -p build/corpus-pdf && cd tests/outside && PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 -c \
	    'import archival, sys; sys.stdout.buffer.write(archival.build({"descriptor": ("/FontFile2 {program}", ""), "program": (archival.PACKED_FONT.decode("latin-1"), "")}))' \
	    > ../../build/corpus-pdf/small.pdf
	clang -g -O1 -fsanitize=fuzzer,address,undefined -DARENA_CHUNK=1 $(FLAGS) -o build/verify_fuzz \
	    tests/fuzz/verify_fuzz.c src/base/*.c src/pack/manifest_read.c \
	    src/verify/*.c src/verify/*/*.c $(LDLIBS)
	build/verify_fuzz -max_total_time=60 -max_len=65536 -timeout=20 build/corpus-pdf

coverage:
	@$(MAKE) -s COV=1 check
	@gcov -n $$(find build/cov/src -name '*.gcda') | awk -F"'" '/^File .src/ { f = $$2 } \
	    /^Lines/ && f { split($$1, n, /[:%]/); printf "%6.1f%%  %s\n", n[2], f; f = "" }' | sort -n

install: all
	install -D -m 755 $(BUILD)/$(PROGRAM) $(DESTDIR)$(PREFIX)/bin/$(PROGRAM)
	install -D -m 644 fonts/fonts.xml $(DESTDIR)$(PREFIX)/share/rapor/fonts/fonts.xml
	install -D -m 644 fonts/hyphen-id.dic $(DESTDIR)$(PREFIX)/share/rapor/fonts/hyphen-id.dic
	install -D -m 644 doc/rapor.1 $(DESTDIR)$(PREFIX)/share/man/man1/rapor.1
	@cd layouts && find . -type f \( -name '*.xml' -o -name '*.rng' -o -name '*.svg' -o -name '*.xsl' \
	    -o -name '*.css' -o -name '*.js' \) | \
	    while read -r f; do install -D -m 644 "$$f" "$(DESTDIR)$(PREFIX)/share/rapor/layouts/$$f"; done
	@mkdir -p $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	$(BUILD)/$(PROGRAM) completion bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/rapor

clean:
	rm -rf build

-include $(OBJECTS:.o=.d) $(BUILD)/src/main.d $(wildcard $(BUILD)/tests/unit/*.d)
.SECONDARY:
.PHONY: all setup demo check corrections golden gallery bench bench-peers profile lint format fuzz coverage install clean
