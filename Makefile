# The plain verbs that people and CI both use. Everything a fresh Debian 12 with Rust lacks is installed by `setup`.
#   make demo     see pgdiff at work on two throwaway databases
#   make test     every test: the engine's, the law's, expected output
#   make test-faults    deployments that are killed, cut off, cancelled and starved at every statement, lock and commit (root, some twenty minutes)
#   make test-matrix    the same on PostgreSQL 15, 17 and 18, and what compares them
# Overridable: PG_CONFIG (which server), PROFILE (release or dev), TESTS (arguments of the test runner, e.g. TESTS=law/table).

export PG_CONFIG ?= /usr/lib/postgresql/15/bin/pg_config
export PROFILE ?= release
TESTS ?=

# Expected output carries no backtraces, whatever the caller's environment asks for.
unexport RUST_BACKTRACE

.PHONY: demo test test-faults test-matrix install installcheck lint bench package setup setup-test

demo: install
	@scripts/demo

test: install setup-test
	@cargo test --quiet -p pgdiff-engine
	@cargo run --quiet -p pg_test -- $(TESTS)

test-matrix:
	@TESTS="$(TESTS)" scripts/test-matrix

test-faults: install
	@cargo run --quiet -p pg_test -- fault/ --faults --skip law/

# What needs a server only, against the installed extension: no build of the engine's own tests.
installcheck: setup-test
	@cargo run --quiet -p pg_test -- $(TESTS)

install: setup
	@scripts/install

setup:
	@scripts/setup

setup-test:
	@scripts/setup test

lint: setup
	cargo fmt --all --check
	cargo clippy --quiet --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings -A rustdoc::private-intra-doc-links" cargo doc --quiet --workspace --no-deps --document-private-items

bench: install
	@bench/run

package: setup
	cargo pgrx package --pg-config $(PG_CONFIG)
