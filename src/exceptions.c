/* exceptions.c: the exception classes, and the one function that throws them. */
#include "rk_classes.h"

#include <ext/spl/spl_exceptions.h>
#include <zend_exceptions.h>

#include "../stubs/exceptions_arginfo.h"

zend_class_entry *rk_ce_exception;

static zend_class_entry *ce_command, *ce_connection, *ce_timeout, *ce_authentication, *ce_tls, *ce_pool, *ce_outcome_unknown,
	*ce_codec, *ce_lock, *ce_lock_timeout, *ce_lock_lost, *ce_config;

/* Error prefixes that have a class of their own. */
static struct {
	const char *prefix;
	zend_class_entry *(*register_class)(zend_class_entry *parent);
	zend_class_entry *ce;
} by_prefix[] = {
	{ "WRONGTYPE", register_class_Rediskit_WrongTypeException, NULL },
	{ "READONLY", register_class_Rediskit_ReadOnlyException, NULL },
	{ "OOM", register_class_Rediskit_OutOfMemoryException, NULL },
	{ "NOSCRIPT", register_class_Rediskit_NoScriptException, NULL },
	{ "BUSY", register_class_Rediskit_BusyException, NULL },
	{ "LOADING", register_class_Rediskit_LoadingException, NULL },
	{ "TRYAGAIN", register_class_Rediskit_TryAgainException, NULL },
	{ "CLUSTERDOWN", register_class_Rediskit_ClusterDownException, NULL },
	{ "NOPERM", register_class_Rediskit_NoPermissionException, NULL },
	{ "CROSSSLOT", register_class_Rediskit_CrossSlotException, NULL },
	{ "EXECABORT", register_class_Rediskit_ExecAbortedException, NULL },
	{ "MISCONF", register_class_Rediskit_MisconfiguredException, NULL },
	{ "NOREPLICAS", register_class_Rediskit_NoReplicasException, NULL },
	{ "BUSYKEY", register_class_Rediskit_AlreadyExistsException, NULL },
	{ "NOGROUP", register_class_Rediskit_NoGroupException, NULL },
};

/* Prefixes that share a class with one above. */
static const struct {
	const char *prefix, *same_as;
} synonyms[] = {
	{ "MASTERDOWN", "CLUSTERDOWN" },
	{ "BUSYGROUP", "BUSYKEY" },
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static zend_class_entry *class_of_prefix(const char *prefix)
{
	size_t i;

	for (i = 0; i < COUNT(synonyms); i++) {
		if (strcmp(synonyms[i].prefix, prefix) == 0) {
			prefix = synonyms[i].same_as;
		}
	}
	for (i = 0; i < COUNT(by_prefix); i++) {
		if (strcmp(by_prefix[i].prefix, prefix) == 0) {
			return by_prefix[i].ce;
		}
	}
	return ce_command;
}

static zend_class_entry *class_of(const rk_error *err)
{
	switch (err->status) {
		case RK_ERR_CONFIG:
			return ce_config;
		case RK_ERR_CONNECTION:
		case RK_ERR_HELD_BACK:
			return ce_connection;
		case RK_ERR_TIMEOUT:
			return ce_timeout;
		case RK_ERR_AUTH:
			return ce_authentication;
		case RK_ERR_TLS:
			return ce_tls;
		case RK_ERR_POOL:
			return ce_pool;
		case RK_ERR_OUTCOME_UNKNOWN:
			return ce_outcome_unknown;
		case RK_ERR_COMMAND:
			return class_of_prefix(err->prefix);
		case RK_ERR_CODEC:
			return ce_codec;
		case RK_ERR_LOCK:
			return ce_lock;
		case RK_ERR_LOCK_TIMEOUT:
			return ce_lock_timeout;
		case RK_ERR_LOCK_LOST:
			return ce_lock_lost;
		default:
			return rk_ce_exception;
	}
}

zend_string *rk_exception_name(const rk_error *err)
{
	return zend_string_copy(class_of(err)->name);
}

void rk_exception_from_error(zval *out, const rk_error *err)
{
	zend_class_entry *ce = class_of(err);
	const char *advice = rk_error_advice(err);
	zend_string *message = advice ? zend_strpprintf(0, "%s (%s)", err->message, advice) : zend_string_init(err->message, strlen(err->message), false);

	object_init_ex(out, ce);
	zend_update_property_str(zend_ce_exception, Z_OBJ_P(out), ZEND_STRL("message"), message);
	zend_string_release(message);
	if (instanceof_function(ce, ce_command)) {
		zend_update_property_string(ce_command, Z_OBJ_P(out), ZEND_STRL("prefix"), err->prefix);
		zend_update_property_string(ce_command, Z_OBJ_P(out), ZEND_STRL("command"), err->command);
	}
}

void rk_throw(const rk_error *err)
{
	zval exception;

	if (err->status == RK_ERR_EXCEPTION) {
		ZEND_ASSERT(EG(exception));
		return;
	}
	rk_exception_from_error(&exception, err);
	zend_throw_exception_object(&exception);
}

static void return_property(zval *object, zval *return_value, const char *name, size_t len)
{
	zval room, *value = zend_read_property(ce_command, Z_OBJ_P(object), name, len, false, &room);

	RETURN_COPY_DEREF(value);
}

PHP_METHOD(Rediskit_CommandException, getPrefix)
{
	ZEND_PARSE_PARAMETERS_NONE();
	return_property(ZEND_THIS, return_value, ZEND_STRL("prefix"));
}

PHP_METHOD(Rediskit_CommandException, getCommand)
{
	ZEND_PARSE_PARAMETERS_NONE();
	return_property(ZEND_THIS, return_value, ZEND_STRL("command"));
}

zend_result rk_exceptions_minit(void)
{
	size_t i;

	rk_ce_exception = register_class_Rediskit_RediskitException(spl_ce_RuntimeException);
	ce_connection = register_class_Rediskit_ConnectionException(rk_ce_exception);
	ce_timeout = register_class_Rediskit_TimeoutException(ce_connection);
	ce_authentication = register_class_Rediskit_AuthenticationException(ce_connection);
	ce_tls = register_class_Rediskit_TlsException(ce_connection);
	ce_pool = register_class_Rediskit_PoolExhaustedException(ce_connection);
	ce_outcome_unknown = register_class_Rediskit_OutcomeUnknownException(rk_ce_exception);
	ce_command = register_class_Rediskit_CommandException(rk_ce_exception);
	for (i = 0; i < COUNT(by_prefix); i++) {
		by_prefix[i].ce = by_prefix[i].register_class(ce_command);
	}
	ce_codec = register_class_Rediskit_CodecException(rk_ce_exception);
	ce_lock = register_class_Rediskit_LockException(rk_ce_exception);
	ce_lock_timeout = register_class_Rediskit_LockTimeoutException(ce_lock);
	ce_lock_lost = register_class_Rediskit_LockLostException(ce_lock);
	ce_config = register_class_Rediskit_ConfigException(rk_ce_exception);
	return SUCCESS;
}
