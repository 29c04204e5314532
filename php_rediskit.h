/* php_rediskit.h: the module's version and entry. */

#ifndef PHP_REDISKIT_H
#define PHP_REDISKIT_H

#include "php.h"

#define PHP_REDISKIT_VERSION "0.1.0-dev"

extern zend_module_entry rediskit_module_entry;
#define phpext_rediskit_ptr &rediskit_module_entry

#if defined(ZTS) && defined(COMPILE_DL_REDISKIT)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
