/* rediskit.c: the module: what starts and ends, in which order. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_rediskit.h"

#include "rk_cache.h"
#include "rk_classes.h"
#include "rk_codec.h"
#include "rk_commands.h"
#include "rk_ext_session.h"
#include "rk_ini.h"
#include "rk_reply.h"
#include "rk_tls.h"
#include "rk_transport.h"

#include <ext/standard/info.h>

#ifndef RK_HIREDIS_VERSION
#define RK_HIREDIS_VERSION "unknown"
#endif

ZEND_DECLARE_MODULE_GLOBALS(rediskit)

static PHP_GINIT_FUNCTION(rediskit)
{
#if defined(ZTS) && defined(COMPILE_DL_REDISKIT)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	memset(rediskit_globals, 0, sizeof(*rediskit_globals));
}

/* Process end, or thread end under ZTS. */
static PHP_GSHUTDOWN_FUNCTION(rediskit)
{
	int i;

	rk_pool_shutdown(&rediskit_globals->pool);
	rk_codec_shutdown(rediskit_globals->codec_state);
	for (i = 0; i < RK_REQUEST_CACHE_SIZE; i++) {
		if (rediskit_globals->request_cache[i]) {
			rk_request_free(rediskit_globals->request_cache[i]);
			free(rediskit_globals->request_cache[i]);
		}
	}
}

static PHP_MINIT_FUNCTION(rediskit)
{
	rk_common_startup();
	rk_reply_startup(module_number);
	if (rk_ini_register(module_number) != SUCCESS || rk_exceptions_minit() != SUCCESS || rk_enums_minit() != SUCCESS ||
		rk_codec_minit() != SUCCESS || rk_client_minit() != SUCCESS || rk_key_iterator_minit() != SUCCESS ||
		rk_lock_minit() != SUCCESS || rk_counter_minit() != SUCCESS) {
		return FAILURE;
	}
	if (rk_cache_minit() != SUCCESS || rk_tagged_cache_minit() != SUCCESS || rk_session_minit() != SUCCESS || rk_session_handler_minit() != SUCCESS ||
		rk_session_current_minit() != SUCCESS || rk_sessions_minit() != SUCCESS) {
		return FAILURE;
	}
	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(rediskit)
{
	rk_commands_shutdown();
	rk_ini_unregister(module_number);
	rk_transport_shutdown();
	return SUCCESS;
}

static PHP_RINIT_FUNCTION(rediskit)
{
#if defined(ZTS) && defined(COMPILE_DL_REDISKIT)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	REDISKIT_G(request_serial) += 1;
	rk_cache_request_begin();
	return SUCCESS;
}

/* After destructors, and while PHP's values can still be freed. */
static PHP_RSHUTDOWN_FUNCTION(rediskit)
{
	rk_cache_request_end();
	return SUCCESS;
}

/* Not RSHUTDOWN: the session is written after that, perhaps by PHP code that uses all classes. */
static ZEND_MODULE_POST_ZEND_DEACTIVATE_D(rediskit)
{
	rk_remember_request_end();
	rk_ext_session_show_path();
	rk_session_request_end();
	rk_handle_request_end();
	rk_codec_request_end();
	rk_pool_request_end();
	rk_requests_request_end();
	return SUCCESS;
}

static PHP_MINFO_FUNCTION(rediskit)
{
	const char *igbinary = rk_igbinary_version(), *lz4 = rk_lz4_version();

	php_info_print_table_start();
	php_info_print_table_row(2, "rediskit", "enabled");
	php_info_print_table_row(2, "Version", PHP_REDISKIT_VERSION);
	php_info_print_table_row(2, "hiredis (built with)", RK_HIREDIS_VERSION);
	php_info_print_table_row(2, "OpenSSL", rk_tls_version());
	php_info_print_table_row(2, "zstd", rk_zstd_version());
	php_info_print_table_row(2, "lz4", lz4 ? lz4 : "not built (--with-rediskit-lz4)");
	php_info_print_table_row(2, "igbinary", igbinary ? igbinary : "not loaded");
	php_info_print_table_row(2, "Connections", "TCP, unix socket, TLS");
	php_info_print_table_row(2, "Serializers", igbinary ? "php, igbinary, json, none" : "php, json, none");
	php_info_print_table_row(2, "Serializer auto", igbinary ? "igbinary" : "php");
	php_info_print_table_row(2, "Compression", lz4 ? "zstd, lz4, none" : "zstd, none");
	php_info_print_table_row(2, "Session save handler", rk_ext_session_is_loaded() ? "rediskit" : "not available (ext/session is not loaded)");
	php_info_print_table_end();
	DISPLAY_INI_ENTRIES();
}

/* Loaded or not, and in whatever order: where it is there, ext/session starts before us. */
static const zend_module_dep dependencies[] = { ZEND_MOD_OPTIONAL("session") ZEND_MOD_END };

zend_module_entry rediskit_module_entry = {
	STANDARD_MODULE_HEADER_EX,
	NULL,
	dependencies,
	"rediskit",
	NULL,
	PHP_MINIT(rediskit),
	PHP_MSHUTDOWN(rediskit),
	PHP_RINIT(rediskit),
	PHP_RSHUTDOWN(rediskit),
	PHP_MINFO(rediskit),
	PHP_REDISKIT_VERSION,
	PHP_MODULE_GLOBALS(rediskit),
	PHP_GINIT(rediskit),
	PHP_GSHUTDOWN(rediskit),
	ZEND_MODULE_POST_ZEND_DEACTIVATE_N(rediskit),
	STANDARD_MODULE_PROPERTIES_EX,
};

#ifdef COMPILE_DL_REDISKIT
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_GET_MODULE(rediskit)
#endif
