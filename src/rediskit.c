/* rediskit.c: the module entry. */

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_rediskit.h"
#include "ext/standard/info.h"

static PHP_MINFO_FUNCTION(rediskit)
{
	php_info_print_table_start();
	php_info_print_table_row(2, "rediskit", "enabled");
	php_info_print_table_row(2, "Version", PHP_REDISKIT_VERSION);
	php_info_print_table_end();
}

zend_module_entry rediskit_module_entry = {
	STANDARD_MODULE_HEADER,
	"rediskit",
	NULL, /* functions */
	NULL, /* MINIT */
	NULL, /* MSHUTDOWN */
	NULL, /* RINIT */
	NULL, /* RSHUTDOWN */
	PHP_MINFO(rediskit),
	PHP_REDISKIT_VERSION,
	STANDARD_MODULE_PROPERTIES,
};

#ifdef COMPILE_DL_REDISKIT
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_GET_MODULE(rediskit)
#endif
