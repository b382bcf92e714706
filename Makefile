# `make help` lists what there is.
.DEFAULT_GOAL := help
.PHONY: help setup build install demo gallery compare reports test test-packages test-tensorboard docs lint format \
  bench fuzz clean

SWIFT ?= swift
LOSSLINE = .build/release/lossline
PREFIX ?= /usr/local

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the system packages that are missing (Debian)
	@Scripts/install-system-packages.sh run

build: setup ## Build the command line in release mode
	@$(SWIFT) build -c release --static-swift-stdlib --product lossline

install: build ## Install the program, completions and manual below PREFIX=/usr/local (and DESTDIR)
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' Scripts/install.sh $(LOSSLINE)

demo: ## Train the airline model, draw its charts and write its report
	@Scripts/demo.sh

gallery: build ## Write every gallery chart with its code as one page, into reports/gallery
	@$(LOSSLINE) gallery -o reports/gallery

compare: build ## Train a dense network, SimpleRNN, LSTM and GRU on airline, five seeds each, and compare them
	@$(LOSSLINE) sweep airline --grid cell=dense,simple,lstm,gru --seeds 5 --jobs 2 --baseline cell=dense \
	  --name airline-cells

reports: build ## Train all six systems and write their reports into reports/ (REVIEWS=aclImdb_v1.tar.gz for imdb)
	@Scripts/make-reports.sh $(LOSSLINE)

# The packages of ConsumerTests are built when nothing else runs: other tests watch the clock.
test: ## Install what tests need, check the format, build and run every test
	@Scripts/install-system-packages.sh test
	@$(MAKE) --no-print-directory lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	LOSSLINE_PACKAGES=plot $(SWIFT) test --skip-build --filter 'ConsumerTests|ExamplePackageTests'
	@$(MAKE) --no-print-directory docs

test-packages: ## Use every product from another package, by path and by URL
	LOSSLINE_PACKAGES=all $(SWIFT) test --filter 'ConsumerTests|ExamplePackageTests'

test-tensorboard: ## Hold run folders against TensorBoard's readers (sets up a virtual environment)
	@Tests/Compatibility/run.sh

docs: ## Build the documentation of every module into .build/docs; warnings are errors
	@Scripts/make-docs.sh

lint: ## Check the format of every Swift file, strictly
	@$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Examples Fuzz/Sources \
	  Benchmarks/Package.swift Benchmarks/Sources

format: ## Format every Swift file in place
	@$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Examples Fuzz/Sources \
	  Benchmarks/Package.swift Benchmarks/Sources

bench: ## Measure beside Keras, PyTorch, matplotlib and others (ARGUMENTS="--quick" takes a minute)
	@Scripts/install-system-packages.sh bench
	@SWIFT='$(SWIFT)' Benchmarks/run.sh $(ARGUMENTS)

fuzz: ## Try every reader with a million odd inputs each (RUNS=…)
	@Fuzz/run.sh $(TARGETS)

clean: ## Remove what was built
	@rm -rf .build
