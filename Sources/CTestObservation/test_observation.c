#include "CTestObservation.h"

// XCTest tells only those observers which test begins that were there before it; a test that asks is too late.
__attribute__((constructor)) static void observe_tests(void) { lossline_observe_tests(); }
