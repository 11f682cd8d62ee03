# ecoproxy: what CI runs is here, and nothing else. `make help` lists it.
SHELL := /bin/bash
PREFIX ?= /usr/local
DEMO_FOLDER ?= demo-run

BUILD_PACKAGES := libpcap-dev libssl-dev zlib1g-dev libzstd-dev liblz4-dev libsqlite3-dev pkg-config
TEST_PACKAGES := tshark tcptrace wireshark-common gzip zstd lz4 iproute2 ethtool libcap2-bin curl psl python3 python3-jsonschema python3-yaml

.DEFAULT_GOAL := help
.PHONY: help demo test build release lint format docs install captures sanitize fuzz bench bench-instructions bench-score bench-live bench-peers \
	update-psl build-packages test-packages clean

help:  ## list the targets
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 28

demo: release  ## install what is missing, build, and score the bundled journey
	@echo "== demo: replaying and scoring the journey of captures/demo"
	@.build/release/ecoproxy demo --output $(DEMO_FOLDER)

test: build-packages test-packages  ## install what is missing, build, and run every test
	@echo "== test: building the tests (the first time takes some minutes)"
	swift build --build-tests
	@echo "== test: running"
	swift test --skip-build

build: build-packages  ## build for development
	swift build

release: build-packages
	@echo "== build: release (the first time takes some minutes)"
	swift build -c release --product ecoproxy --static-swift-stdlib

lint:  ## check the format of all sources
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks Fuzzing

format:  ## format all sources
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks Fuzzing

docs: build  ## write the tables of docs/method.md and the recipes of docs/devices.md (and their French) from the data
	scripts/update-docs .build/debug/ecoproxy

install: release  ## install the program and its demonstration under PREFIX (/usr/local)
	install -D -m 755 .build/release/ecoproxy $(DESTDIR)$(PREFIX)/bin/ecoproxy
	install -d $(DESTDIR)$(PREFIX)/share/ecoproxy/demo
	install -m 644 captures/demo/capture.pcapng captures/demo/journey.yaml captures/demo/markers.jsonl \
		$(DESTDIR)$(PREFIX)/share/ecoproxy/demo
	install -m 644 LICENSE NOTICE $(DESTDIR)$(PREFIX)/share/ecoproxy

# Swift has no undefined behaviour sanitizer on Linux (it refuses the option): its own traps stand for it, and the thread sanitizer runs.
# Leaks are not looked for: a command that ends by exit() holds its values until the system takes them back.
sanitize: build-packages test-packages  ## run the tests with the address and the thread sanitizer
	SANITIZED=1 ASAN_OPTIONS=detect_leaks=0 swift test --sanitize address --scratch-path .build/asan
	SANITIZED=1 swift test --sanitize thread --scratch-path .build/tsan

FUZZ_SECONDS ?= 60
fuzz: build-packages test-packages  ## fuzz each parser of hostile bytes for a minute (FUZZ_SECONDS)
	Fuzzing/fuzz $(FUZZ_SECONDS)

bench: release  ## time ecoproxy and its peers on generated captures; writes docs/performance.md
	Benchmarks/bench --write

bench-instructions: release  ## count the instructions that a packet costs; fails where they grew by 10 %
	@scripts/install-packages valgrind binutils
	Benchmarks/instructions

bench-score:  ## time the scoring of 10 000 measurements (the goal is a second on two processors)
	swift build -c release --package-path Benchmarks/Scoring --scratch-path .build/bench-score --product score
	.build/bench-score/release/score

bench-live: release  ## record iperf3's traffic beside tcpdump, dumpcap and tshark (root); writes docs/performance.md
	@scripts/install-packages iperf3 tcpdump tshark wireshark-common iproute2 ethtool
	Benchmarks/live --write

bench-peers: build-packages  ## install the programs that make bench compares with
	@scripts/install-packages argus-server libndpi-bin tcptrace tshark
	python3 -m pip install --quiet nfstream

captures: release  ## record the captures of captures/ again (root; installs Caddy, Chromium and dnsmasq)
	@scripts/install-packages $$(grep -v '^\#' captures/lab/packages.txt)
	captures/make-demo

update-psl:  ## take the Public Suffix List that Debian has now
	@scripts/install-packages publicsuffix python3
	scripts/update-psl

build-packages:
	@scripts/install-packages $(BUILD_PACKAGES)
	@command -v swift >/dev/null || { echo "Swift 6.3 is needed: https://www.swift.org/install"; exit 69; }

test-packages:
	@scripts/install-packages $(TEST_PACKAGES)
	@python3 -c 'import haralyzer' 2>/dev/null || python3 -m pip install --quiet haralyzer

clean:  ## remove what was built
	rm -rf .build $(DEMO_FOLDER)
