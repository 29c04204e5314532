/* rk_option.h: setting one option of an rk_config from text; shared by the option list and the DSN reader, for no one else. */
#ifndef RK_OPTION_H
#define RK_OPTION_H

#include "rk_config.h"

/* As rk_config_set(), for a value that stands in `place`: "" or " in the DSN", which ends the name of the option in messages. */
rk_status rk_option_set(rk_config *config, const char *option, size_t option_len, const char *value, size_t value_len,
	const char *place, rk_error *err);

/* Does `scheme` ask for TLS (1), for a plain connection (0), for a unix socket (2)? -1: unknown. */
int rk_option_scheme(const char *scheme, size_t len);

#endif
