# make            build the program
# make deps       install what building and running it needs (Debian packages)
# make demo       install, build, and make all papers of the national sample
# make check      install, build, and run every test; T="rank layers": only these
# make lint       the static checks alone: format, names, clang-tidy, cppcheck
# make format     lay out the code
# make corrections  500 random corrections, each compared with what is made anew
# make family     papers and charts of 500 random instruments
# make fault      1,700 injected faults: full disks, failing calls, signals
# make golden     renew the golden traces
# make schemas    renew the schemas and tables that are made of tables in the program
# make gallery    every paper and every chart on one page
# make renderers  every chart in resvg and Inkscape
# make bench      time the national sample; bench-peers: beside other programs;
#                 bench-page: the page for the press as Lighthouse sees it
# make profile    count instructions, phase by phase
# make fuzz       fuzz all that reads, ten minutes each; fuzz-smoke: 20 seconds each
# make patterns   how Indonesian words are divided, from its rules
# make cluster    shards on a real Slurm, on loopback
# make coverage   what the tests reach
# make install    PREFIX=/usr/local DESTDIR=; make uninstall takes it away again
# make dist       the sources of this version in one archive
# make compile_commands.json    for editors
# make clean      remove all that was built
# make help       these lines
#
# With SAN=1 all of it is sanitized, in build/san; with COV=1 it counts lines, in build/cov.

PROGRAM = rapor
VERSION = 0.1.0
PREFIX  = /usr/local
CC      = $(CCACHE) gcc
CCACHE := $(notdir $(shell command -v ccache))
PKG     = pkg-config
# The loader looks for each of twenty thousand names in this order at each start: those
# that have most of them come first.
LIBS    = libqpdf libcrypto libxml-2.0 cairo cairo-pdf pangocairo pangoft2 fontconfig \
          gio-2.0 libdeflate zlib libzip harfbuzz harfbuzz-subset librsvg-2.0 xlsxwriter \
          libxslt libqrencode

WARN    = -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
          -Wswitch-enum -Wvla -Wwrite-strings -Wconversion -Wformat=2
CFLAGS  = -O2 -g
FLAGS  := -std=c17 -D_GNU_SOURCE -DRAPOR_VERSION=\"$(VERSION)\" \
          -Iinclude $(shell $(PKG) --cflags $(LIBS) 2>/dev/null | sed 's/-I/-isystem/g')
# What it was built from is known again by the build ID (src/base/fingerprint.c).
LDLIBS := -Wl,--build-id=sha1 -Wl,--as-needed -lc -lglib-2.0 \
          $(shell $(PKG) --libs $(LIBS) 2>/dev/null) -lhyphen -lm
BUILD   = build

ifdef SAN
BUILD   = build/san
MODE    = -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -DARENA_CHUNK=1 -DRAPOR_INSTRUMENTED
endif
ifdef FUZZ
BUILD   = build/fuzz
CC      = $(CCACHE) clang
# What GCC does not say: of what is freed at the end of a block, and of rows that name their fields.
WARN   += -Wno-unused-variable -Wno-missing-field-initializers
MODE    = -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -DARENA_CHUNK=1 -DRAPOR_INSTRUMENTED
endif
ifdef COV
BUILD   = build/cov
MODE    = -O0 --coverage -DRAPOR_INSTRUMENTED
endif

SOURCES = $(filter-out src/main.c,$(wildcard src/*/*.c src/*/*/*.c))
OBJECTS = $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY = $(BUILD)/librapor.a
UNITS   = $(wildcard tests/unit/*_test.c)
TESTS   = $(UNITS:tests/%.c=$(BUILD)/%)
SCRIPTS = $(wildcard tests/*.sh) tests/cli/run.sh
# The tests that T names, for instance rank (tests/unit/rank_test.c) or cli (tests/cli/run.sh).
NAMED   = $(filter tests/$(1).sh tests/$(1)/run.sh $(BUILD)/unit/$(1)_test,$(SCRIPTS) $(TESTS))
CHOSEN  = $(foreach t,$(T),$(or $(strip $(call NAMED,$t)),$(error no test is called "$t")))
ALL     = $(MAKE) --no-print-directory $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc))

all: needs
	@$(ALL) $(BUILD)/$(PROGRAM)

# Names what is missing, where something is.
needs:
	@$(PKG) --exists $(LIBS) 2>/dev/null && \
	    echo '#include <hyphen.h>' | $(CC) -E -o /dev/null - 2>/dev/null || \
	    { .ci/setup -n .ci/packages && $(PKG) --print-errors --exists $(LIBS); }

deps:
	@.ci/setup .ci/packages

deps-check:
	@.ci/setup .ci/packages .ci/packages-test .ci/packages-lint

# Messages in other languages: po/LANGUAGE.po.
CATALOGS = $(patsubst po/%.po,$(BUILD)/locale/%/LC_MESSAGES/rapor.mo,$(wildcard po/*.po))
$(BUILD)/locale/%/LC_MESSAGES/rapor.mo: po/%.po
	@mkdir -p $(@D)
	@msgfmt -c -o $@ $<

$(BUILD)/$(PROGRAM): $(BUILD)/src/main.o $(LIBRARY) | $(CATALOGS)
	@echo "  LINK  $@"
	@$(CC) $(MODE) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	@$(AR) rcs $@ $^

# Draws for tests/charts.sh.
$(BUILD)/charts: $(BUILD)/tests/outside/charts.o $(LIBRARY)
	@echo "  LINK  $@"
	@$(CC) $(MODE) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka

# That test looks at what expressions give while papers are composed.
$(BUILD)/unit/expression_layouts_test: LDFLAGS += -Wl,--wrap=expression_text,--wrap=expression_holds \
    -Wl,--wrap=expression_nodes,--wrap=expression_outcome
$(BUILD)/unit/%_test: $(BUILD)/tests/unit/%_test.o $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  LINK  $@"
	@$(CC) $(MODE) $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIBRARY) $(LDLIBS) -lcmocka

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(FLAGS) $(WARN) -MMD -MP $(CFLAGS) $(MODE) -c -o $@ $<

# What says the version, which stands here.
$(patsubst %.c,$(BUILD)/%.o,$(shell grep -rl --include='*.c' RAPOR_VERSION src tests/unit)): Makefile

# The main job on real sizes: all papers of 637 institutions.
demo: deps
	@$(ALL) $(BUILD)/$(PROGRAM)
	@rm -rf build/demo
	$(BUILD)/$(PROGRAM) build samples/nasional-2021.xml -o build/demo
	@ls -lh build/demo build/demo/wilayah | sed -n 1,12p

# The unit tests run twice, the second time sanitized.
check: export LSAN_OPTIONS = suppressions=$(CURDIR)/tests/lsan.supp:print_suppressions=0
check: export G_SLICE = always-malloc# or else glib hides leaks of its own objects
check: deps-check
ifdef T
	@$(ALL) $(BUILD)/$(PROGRAM) $(filter $(TESTS),$(CHOSEN))
	@tests/run $(BUILD)/$(PROGRAM) $(CHOSEN)
else ifneq ($(SAN)$(COV),)
	@$(ALL) $(BUILD)/$(PROGRAM) $(TESTS)
	@tests/run $(BUILD)/$(PROGRAM) $(SCRIPTS) $(TESTS)
else
	@$(ALL) $(BUILD)/$(PROGRAM) $(TESTS)
	@$(ALL) SAN=1 units
	@tests/run $(BUILD)/$(PROGRAM) $(SCRIPTS) $(TESTS) $(TESTS:build/%=build/san/%)
endif

units: $(TESTS)

lint: deps-check
	@$(MAKE) --no-print-directory check T="layers lint names"

# One mark for each file that clang-tidy has found clean; tests/lint.sh asks for them.
tidy: $(SOURCES:%=$(BUILD)/tidy/%) $(BUILD)/tidy/src/main.c

$(BUILD)/tidy/%.c: %.c $(BUILD)/%.o .clang-tidy
	@mkdir -p $(@D)
	@clang-tidy --quiet $< -- $(FLAGS) 2>/dev/null && touch $@

format:
	clang-format -i $$(find src include tests -name '*.[ch]')

# What random corrections of the input change, compared with what is made anew.
corrections: all
	@tests/corrections.sh $(BUILD)/$(PROGRAM) 500

# What papers and charts of instruments that nobody has thought of are like.
family: all
	@tests/family.sh $(BUILD)/$(PROGRAM) 1 500

# What is left where a system call fails, or ends the program.
fault: all
	@tests/fault.sh $(BUILD)/$(PROGRAM) 0

# The schemas that are made of tables in the program, and the tables of the manual.
schemas: all
	@for name in evaluation layout results; do $(BUILD)/$(PROGRAM) schema $$name -o layouts/schema/$$name.rng; done
	@tests/tables.py renew >/dev/null

golden: all
	@tests/golden.sh $(BUILD)/$(PROGRAM) renew

# How Indonesian words are divided: fonts/hyphen-id.dic, by the rules of fonts/hyphen-id.py.
patterns:
	@mkdir -p $(BUILD)
	@/usr/bin/python3 fonts/hyphen-id.py >$(BUILD)/hyphen-id
	@perl /usr/share/libhyphen/substrings.pl $(BUILD)/hyphen-id $(BUILD)/hyphen-id.dic UTF-8 2 3 >/dev/null
	@cp $(BUILD)/hyphen-id.dic fonts/hyphen-id.dic

# Every document and chart, in every form and with hard data: build/gallery/index.html.
gallery: all
	@rm -rf build/gallery
	@PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 tests/gallery/gallery.py $(BUILD)/$(PROGRAM) build/gallery

# Needs npm, for resvg.
renderers: all
	@.ci/setup .ci/packages-renderers
	@PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 tests/gallery/renderers.py $(BUILD)/$(PROGRAM) build/renderers

# BENCH=full: also 5,520 and 15,420 institutions, which takes minutes.
# BASE=COMMIT: beside the program of that commit instead, in turn.
bench: all
ifdef BASE
	@tests/bench/base $(BUILD)/$(PROGRAM) $(BASE)
else
	@tests/bench/bench $(BUILD)/$(PROGRAM) $(BENCH)
	@tests/bench/signing $(BUILD)/$(PROGRAM)
endif

bench-peers: all
	@.ci/setup .ci/packages-peers
	@tests/bench/peers/run $(BUILD)/$(PROGRAM)

# Needs npm, and a quiet machine.
bench-page: all
	@tests/bench/page $(BUILD)/$(PROGRAM)

profile: all
	@.ci/setup .ci/packages-profile
	@tests/bench/profile $(BUILD)/$(PROGRAM)

# Each reader in turn, FUZZ_TIME seconds.  What is found lies in build/fuzz/found: none of that
# which harms other programs is kept in the project.
FUZZ_TIME = 600
fuzz: deps
	@.ci/setup .ci/packages-fuzz
	@$(ALL) FUZZ=1 build/fuzz/readers
	@tests/fuzz/run build/fuzz/readers build/fuzz $(FUZZ_TIME)

fuzz-smoke:
	@$(MAKE) --no-print-directory fuzz FUZZ_TIME=20

$(BUILD)/readers: $(BUILD)/tests/fuzz/fuzz.o $(BUILD)/tests/fuzz/readers.o $(LIBRARY)
	@echo "  LINK  $@"
	@$(CC) $(MODE) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(LDLIBS)

# The same readers, and a few damaged files.
$(BUILD)/unit/readers_test: $(BUILD)/tests/fuzz/readers.o

cluster: all
	@.ci/setup .ci/packages-test .ci/packages-cluster
	@tests/cluster/run $(BUILD)/$(PROGRAM)

coverage:
	@$(MAKE) -s COV=1 check
	@gcov -n $$(find build/cov/src -name '*.gcda') | awk -F"'" '/^File .src/ { f = $$2 } \
	    /^Lines/ && f { split($$1, n, /[:%]/); printf "%6.1f%%  %s\n", n[2], f; f = "" }' | sort -n

SHARE   = $(DESTDIR)$(PREFIX)/share
BASH    = $(SHARE)/bash-completion/completions/rapor
ZSH     = $(SHARE)/zsh/site-functions/_rapor
FISH    = $(SHARE)/fish/vendor_completions.d/rapor.fish
CATALOG = $(SHARE)/locale/id/LC_MESSAGES/rapor.mo
INSTALL = install -D -m 644
PAPERS  = README.md CHANGES.md LICENSE NOTICE $(wildcard doc/*.md doc/pictures/*)
LAYOUTS = $(shell find layouts -type f ! -name 'make-*')

install: all
	install -D -m 755 $(BUILD)/$(PROGRAM) $(DESTDIR)$(PREFIX)/bin/$(PROGRAM)
	@for f in fonts/fonts.xml fonts/hyphen-id.dic $(LAYOUTS); do $(INSTALL) "$$f" "$(SHARE)/rapor/$$f"; done
	@for f in $(PAPERS); do $(INSTALL) "$$f" "$(SHARE)/doc/rapor/$$f"; done
	$(INSTALL) doc/rapor.1 $(SHARE)/man/man1/rapor.1
	$(INSTALL) doc/id/rapor.1 $(SHARE)/man/id/man1/rapor.1
	$(INSTALL) $(BUILD)/locale/id/LC_MESSAGES/rapor.mo $(CATALOG)
	@mkdir -p $(dir $(BASH) $(ZSH) $(FISH))
	$(BUILD)/$(PROGRAM) completion bash > $(BASH)
	$(BUILD)/$(PROGRAM) completion zsh > $(ZSH)
	$(BUILD)/$(PROGRAM) completion fish > $(FISH)

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/$(PROGRAM) $(SHARE)/man/man1/rapor.1 $(SHARE)/man/id/man1/rapor.1 $(BASH) $(ZSH) $(FISH) $(CATALOG)
	rm -rf $(SHARE)/rapor $(SHARE)/doc/rapor

dist:
	@mkdir -p build
	git archive --prefix=rapor-$(VERSION)/ HEAD | gzip -n -9 > build/rapor-$(VERSION).tar.gz

command = {"directory": "$(CURDIR)", "file": "$(1)", "command": "gcc $(subst ",\",$(subst \,\\,$(FLAGS) $(WARN))) -c $(1)"}
comma := ,
compile_commands.json:
	@: $(file >$@,[$(foreach f,$(SOURCES) $(UNITS),$(call command,$(f))$(comma))$(call command,src/main.c)])

clean:
	rm -rf build compile_commands.json

help:
	@sed -n '/^$$/q; s/^# \{0,1\}//p' Makefile

-include $(OBJECTS:.o=.d) $(BUILD)/src/main.d $(wildcard $(BUILD)/tests/unit/*.d)
.SECONDARY:
.PHONY: all needs deps deps-check demo check units lint tidy format corrections fault family golden patterns gallery renderers bench bench-peers bench-page \
        profile fuzz fuzz-smoke cluster coverage install uninstall dist compile_commands.json clean help
