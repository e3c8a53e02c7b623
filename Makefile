# Sealwax: five filters for JSON Lines. `make` builds them, `make test` tests them, `make install` puts them in place.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
PYTHON ?= python3
# What ships: one static file a tool, which starts about as fast as /bin/true. A file that the linker writes through a
# mapping lies in memory page by page, and each page costs the start of a tool its own entry; written at once, it does not.
RELEASE = -c release --static-swift-stdlib -Xswiftc -static-executable -Xlinker --no-mmap-output-file

TOOLS = redact seal unseal tail validate
# A plain `tail` in bin would hide the system's.
PUBLIC = redact seal unseal validate
BIN = $(DESTDIR)$(PREFIX)/bin
LIBEXEC = $(DESTDIR)$(PREFIX)/libexec/sealwax
MAN1 = $(DESTDIR)$(PREFIX)/share/man/man1
MAN5 = $(DESTDIR)$(PREFIX)/share/man/man5
# What the files are that the tools write and read.
FORMATS = sealed redact-rules
BASH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

.PHONY: all demo test rotations lint bench recall alarms tokens token-costs windows guards guards-update completions install uninstall clean packages test-packages \
  guards-packages bench-packages

all: packages
	$(SWIFT) build $(RELEASE)

# The two C libraries. Nothing is installed, and no right is asked for, where they are already there.
packages:
	@.ci/packages libssl-dev libpcre2-dev pkg-config

# What the tests compare with: other people's programs. A test whose peer is missing says that it was left out.
test-packages: packages
	@.ci/packages python3 python3-venv jq mandoc shellcheck
	@for package in jose strace rsyslog logrotate xfsprogs; do \
	  .ci/packages $$package || echo "make: no $$package: the tests that need it will be left out" >&2; \
	done
	@.ci/packages nodejs node-jose || echo 'make: no jose for JavaScript: the tests that need it will be left out' >&2
	@test -x .venv/bin/python3 || $(PYTHON) -m venv .venv || python3 -m venv .venv
	@for package in cryptography jsonschema jsonschema-rs sourcemeta-jsonschema jwcrypto joserfc pydantic-sarif tiktoken \
	    litellm; do \
	  .venv/bin/python3 -m pip show --quiet $$package 2> /dev/null || \
	  .venv/bin/python3 -m pip install --quiet --disable-pip-version-check $$package || \
	  echo "make: no $$package package for Python: the tests that need it will be left out" >&2; \
	done

# The tests run the programs that ship. The last line is swift test's own.
test: test-packages all
	SEALWAX_BIN="$(CURDIR)/.build/release" $(SWIFT) test

# tail -F through 100 rotations of every kind, and a follower that stands still for ten seconds.
rotations: all
	cd Tests/CommandTests/Scripts && SEALWAX_ROTATIONS=100 SEALWAX_STOP=10 SEALWAX_RUNS=500 \
	  PATH="$(CURDIR)/.build/release:$$PATH" $(PYTHON) -B -m unittest -v follow offset

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	shellcheck .ci/run .ci/packages Tests/Fuzz/run Tests/plain examples/*.sh examples/rsyslog/redact-and-seal
	mandoc -Tlint -Wwarning man/*.[15]

# What guards counts with.
guards-packages: packages
	@.ci/packages python3 valgrind

# Other people's programs to measure beside ours, and the compilers of the small ones in Tests/Benchmarks/native. One
# that is missing is left out, and the table says so.
bench-packages: test-packages
	@.ci/packages gcc g++ jq ripgrep age gpg libsimdjson-dev || echo 'make: not all programs to compare with are here' >&2
	@for package in orjson jsonschema-rs sourcemeta-jsonschema redact-transcripts==0.1.0 detect-secrets==1.5.0 \
	    scrubadub==2.0.1 litellm mistral-common sphinx django djangorestframework botocore scipy nltk scikit-learn langchain-core; do \
	  .venv/bin/python3 -m pip show --quiet $${package%%=*} 2> /dev/null || \
	  .venv/bin/python3 -m pip install --quiet --disable-pip-version-check $$package || \
	  echo "make: no $$package package for Python: it will be left out" >&2; \
	done

# Some ten minutes. Options go behind ARGS: make bench ARGS='--quick --output /tmp/quick'
bench: bench-packages all
	$(PYTHON) -B Tests/Benchmarks/bench.py $(ARGS)

# Other people's redactors beside redact over the labelled samples; writes the table in README.md.
recall: bench-packages all
	$(PYTHON) -B Tests/Benchmarks/recall.py $(ARGS)

# What redact finds in 20 MB of text that holds no secret; fails if it is too much of chat or log.
alarms: all
	$(PYTHON) -B Tests/Benchmarks/alarms.py $(ARGS)

# How far the estimate of tokens is off, by kind of text and language; fails if that is more than it may be.
tokens: bench-packages all
	.venv/bin/python3 -B Tests/Benchmarks/tokens.py $(ARGS)

# The constants of the estimate, fitted to other texts than those that it is measured on; `make` builds with them.
token-costs: bench-packages all
	.venv/bin/python3 -B Tests/Benchmarks/token_fit.py

# How many windows of drawn conversations are valid, by tail, LangChain, and a plain cut.
windows: bench-packages all
	PATH="$(CURDIR)/.build/release:$$PATH" .venv/bin/python3 -B Tests/Benchmarks/windows.py $(ARGS)

# Instructions a byte against Tests/Benchmarks/guards.json; whether the figures people read are those of results.json.
guards: guards-packages all
	$(PYTHON) -B Tests/Benchmarks/report.py --check
	$(PYTHON) -B Tests/Benchmarks/guards.py

guards-update: guards-packages all
	$(PYTHON) -B Tests/Benchmarks/guards.py --update

demo: all
	@PATH="$(CURDIR)/.build/release:$$PATH" bash examples/demo.sh

# The scripts of the shells are written by the tools, from their option tables.
completions: all
	@mkdir -p completions
	@set -e; for tool in $(TOOLS); do for shell in bash zsh fish; do \
	  .build/release/$$tool --completions=$$shell > completions/$$tool.$$shell.new; \
	  mv completions/$$tool.$$shell.new completions/$$tool.$$shell; \
	done; done

# jsonl-tail is `tail` under a name of its own; all five have their own names in libexec/sealwax, for scripts that put
# that folder first in PATH.
install: all
	install -d "$(BIN)" "$(LIBEXEC)" "$(MAN1)" "$(MAN5)" "$(BASH_COMPLETIONS)" "$(ZSH_COMPLETIONS)" "$(FISH_COMPLETIONS)"
	set -e; for tool in $(PUBLIC); do install -m 755 .build/release/$$tool "$(BIN)/$$tool"; done
	install -m 755 .build/release/tail "$(BIN)/jsonl-tail"
	set -e; for tool in $(TOOLS); do install -m 755 .build/release/$$tool "$(LIBEXEC)/$$tool"; done
	set -e; for tool in $(PUBLIC); do \
	  install -m 644 man/$$tool.1 "$(MAN1)/$$tool.1"; \
	  install -m 644 completions/$$tool.bash "$(BASH_COMPLETIONS)/$$tool"; \
	  install -m 644 completions/$$tool.zsh "$(ZSH_COMPLETIONS)/_$$tool"; \
	  install -m 644 completions/$$tool.fish "$(FISH_COMPLETIONS)/$$tool.fish"; \
	done
	set -e; for format in $(FORMATS); do install -m 644 man/$$format.5 "$(MAN5)/$$format.5"; done
	install -m 644 man/tail.1 "$(MAN1)/jsonl-tail.1"
	sed -E 's/^(complete .*) tail$$/\1 jsonl-tail/' completions/tail.bash > "$(BASH_COMPLETIONS)/jsonl-tail"
	sed 's/^#compdef tail$$/#compdef jsonl-tail/' completions/tail.zsh > "$(ZSH_COMPLETIONS)/_jsonl-tail"
	sed 's/^complete -c tail /complete -c jsonl-tail /' completions/tail.fish > "$(FISH_COMPLETIONS)/jsonl-tail.fish"

# Exactly what install put there; folders only if they are ours.
uninstall:
	set -e; for tool in $(PUBLIC) jsonl-tail; do \
	  rm -f "$(BIN)/$$tool" "$(MAN1)/$$tool.1" "$(BASH_COMPLETIONS)/$$tool" "$(ZSH_COMPLETIONS)/_$$tool" \
	    "$(FISH_COMPLETIONS)/$$tool.fish"; \
	done
	set -e; for tool in $(TOOLS); do rm -f "$(LIBEXEC)/$$tool"; done
	set -e; for format in $(FORMATS); do rm -f "$(MAN5)/$$format.5"; done
	if [ -d "$(LIBEXEC)" ]; then rmdir --ignore-fail-on-non-empty "$(LIBEXEC)"; fi

clean:
	rm -rf .build .venv
