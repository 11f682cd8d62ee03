#include <lz4frame.h>
#include <zlib.h>
#include <zstd.h>
