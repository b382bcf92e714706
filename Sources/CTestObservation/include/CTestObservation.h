#pragma once

/// Linking this module has ``lossline_observe_tests`` called when the program is loaded, before any test begins.
extern void lossline_observe_tests(void);
