#pragma once

#include <stddef.h>
#include <stdint.h>

/// CRC-32C (Castagnoli: reflected polynomial 0x82F63B78, start and final exclusive or all ones) of some bytes, by the
/// processor's instruction where it has one. The answer is the same everywhere.
uint32_t ll_crc32c(const void *_Nullable bytes, size_t count);

/// The same without any special instruction, for processors that have none and for tests.
uint32_t ll_crc32c_portable(const void *_Nullable bytes, size_t count);
