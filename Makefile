# `make help` lists what there is.
.DEFAULT_GOAL := help
.PHONY: help setup build install demo gallery compare reports test test-packages test-tensorboard docs lint format \
  bench fuzz clean

SWIFT ?= swift
LOSSLINE = .build/release/lossline
PREFIX ?= /usr/local
# Apple's systems have Swift's library; elsewhere it becomes part of the program, so that one file is all.
STATIC = $(if $(filter Darwin,$(shell uname -s)),,--static-swift-stdlib)

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the system packages that are missing (Debian)
	@SWIFT='$(SWIFT)' Scripts/require-swift.sh
	@Scripts/install-system-packages.sh run

build: setup ## Build the command line in release mode
	@$(SWIFT) build -c release $(STATIC) --product lossline

install: build ## Install program, completions, manual (PREFIX=/usr/local)
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' Scripts/install.sh $(LOSSLINE)

demo: ## Train the airline model, draw and write its report
	@SWIFT='$(SWIFT)' Scripts/demo.sh

gallery: build ## Write every kind of chart with its code as one page
	@$(LOSSLINE) gallery -o reports/gallery

compare: build ## Train and compare four networks, five seeds each
	@$(LOSSLINE) sweep airline --grid cell=dense,simple,lstm,gru --seeds 5 --jobs 2 --baseline cell=dense \
	  --name airline-cells

reports: build ## Train all six systems into reports/ (REVIEWS= for imdb)
	@Scripts/make-reports.sh $(LOSSLINE)

# The packages of ConsumerTests are built when nothing else runs: other tests watch the clock.
test: ## Check the format, build, and run every test
	@SWIFT='$(SWIFT)' Scripts/require-swift.sh
	@Scripts/install-system-packages.sh test
	@$(MAKE) --no-print-directory lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	LOSSLINE_PACKAGES=plot $(SWIFT) test --skip-build --filter 'ConsumerTests|ExamplePackageTests'
	@$(MAKE) --no-print-directory docs

test-packages: ## Use every product from another package
	LOSSLINE_PACKAGES=all $(SWIFT) test --filter 'ConsumerTests|ExamplePackageTests'

test-tensorboard: ## Hold run folders against TensorBoard’s own readers
	@Tests/Compatibility/run.sh

docs: setup ## Build the documentation of every module, strictly
	@SWIFT='$(SWIFT)' Scripts/make-docs.sh

lint: ## Check the format of every Swift file, strictly
	@$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Examples Fuzz/Sources \
	  Benchmarks/Package.swift Benchmarks/Sources

format: ## Format every Swift file in place
	@$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Examples Fuzz/Sources \
	  Benchmarks/Package.swift Benchmarks/Sources

bench: ## Measure beside Keras, PyTorch, … (ARGUMENTS=--quick)
	@Scripts/install-system-packages.sh bench
	@SWIFT='$(SWIFT)' Benchmarks/run.sh $(ARGUMENTS)

fuzz: ## Try every reader with odd inputs, a million each (RUNS=)
	@Fuzz/run.sh $(TARGETS)

clean: ## Remove what was built
	@rm -rf .build
