# Two commands matter: `make run` and `make test`. Everything else serves them.
SHELL := /bin/bash
# One build serves both: optimised, with @testable imports allowed.
FLAGS := -c release -Xswiftc -enable-testing --explicit-target-dependency-import-check error
WORKBENCH := .build/release/workbench
# Tests that talk to servers and processes have deadlines of real seconds: they run one after the other, with the machine to
# themselves.
SERVED := ^(CoachServiceTests|HTTPTransportTests|EndToEndTests)\.

.PHONY: run test setup build bench bench-soak lint format sample clean

## Build the workbench and run suites/core.yaml with the embedded model; some seconds once it is built.
run: build
	$(WORKBENCH) run suites/core.yaml

## Run every test.
test: setup
	swift build $(FLAGS) --build-tests
	swift test $(FLAGS) --skip-build --skip '$(SERVED)'
	swift test $(FLAGS) --skip-build --no-parallel --filter '$(SERVED)'

## Install the system libraries that are missing.
setup:
	@scripts/setup

build: setup
	swift build $(FLAGS) --product workbench

## Print every benchmark with its ratio to a public peer.
bench: build
	swift build $(FLAGS) --product benchmark-figures
	swift build $(FLAGS) --product benchmark-sessions
	Benchmarks/run

## Print what streams cost the servers, beside FastAPI on uvicorn behind a Node proxy; about eight minutes.
bench-soak: setup
	swift build $(FLAGS) --product benchmark-streams
	Benchmarks/streams

## Fail on any formatting or style finding.
lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

## Renew the committed sample report.
sample: build
	scripts/sample

clean:
	rm -rf .build
