#include <linux/capability.h>

// In every Linux C library, but in none of its headers (capset(2), "Notes").
int capset(cap_user_header_t header, const cap_user_data_t data);
