/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: de82351ad13c88f532c69682fffa0468f4e80c31 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_Cache___construct, 0, 0, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, client, Rediskit\\Client, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_get, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, default, IS_MIXED, 0, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_many, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_put, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_putMany, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, values, IS_ARRAY, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Cache_add arginfo_class_Rediskit_Cache_put

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_forever, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_remember, 0, 3, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface|Closure, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, NULL)
	ZEND_ARG_TYPE_INFO(0, compute, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, wait, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, compute_ttl, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, stale, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, beta, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, jitter, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cache_null, _IS_BOOL, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, refresh, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_rememberForever, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, compute, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, wait, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, compute_ttl, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cache_null, _IS_BOOL, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_rememberMany, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, NULL)
	ZEND_ARG_TYPE_INFO(0, compute, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, wait, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, compute_ttl, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, stale, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, beta, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, jitter, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cache_null, _IS_BOOL, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_warm, 0, 1, IS_LONG, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, values, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, progress, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_flexible, 0, 3, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, ttl, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, compute, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, wait, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, compute_ttl, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, refresh, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_runDeferred, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_stats, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reset, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_finishRequest, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_forget, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Cache_pull arginfo_class_Rediskit_Cache_get

#define arginfo_class_Rediskit_Cache_has arginfo_class_Rediskit_Cache_forget

#define arginfo_class_Rediskit_Cache_missing arginfo_class_Rediskit_Cache_forget

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_touch, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Cache_ttl, 0, 1, IS_DOUBLE, 1)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_Rediskit_Cache_increment, 0, 1, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, by, IS_LONG, 0, "1")
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Cache_decrement arginfo_class_Rediskit_Cache_increment

#define arginfo_class_Rediskit_Cache_flush arginfo_class_Rediskit_Cache_runDeferred

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Rediskit_Cache_tags, 0, 0, Rediskit\\TaggedCache, 0)
	ZEND_ARG_VARIADIC_TYPE_MASK(0, names, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Rediskit_Cache_lock, 0, 1, Rediskit\\Lock, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ttl, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, owner, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Rediskit_Cache, __construct);
ZEND_METHOD(Rediskit_Cache, get);
ZEND_METHOD(Rediskit_Cache, many);
ZEND_METHOD(Rediskit_Cache, put);
ZEND_METHOD(Rediskit_Cache, putMany);
ZEND_METHOD(Rediskit_Cache, add);
ZEND_METHOD(Rediskit_Cache, forever);
ZEND_METHOD(Rediskit_Cache, remember);
ZEND_METHOD(Rediskit_Cache, rememberForever);
ZEND_METHOD(Rediskit_Cache, rememberMany);
ZEND_METHOD(Rediskit_Cache, warm);
ZEND_METHOD(Rediskit_Cache, flexible);
ZEND_METHOD(Rediskit_Cache, runDeferred);
ZEND_METHOD(Rediskit_Cache, stats);
ZEND_METHOD(Rediskit_Cache, finishRequest);
ZEND_METHOD(Rediskit_Cache, forget);
ZEND_METHOD(Rediskit_Cache, pull);
ZEND_METHOD(Rediskit_Cache, has);
ZEND_METHOD(Rediskit_Cache, missing);
ZEND_METHOD(Rediskit_Cache, touch);
ZEND_METHOD(Rediskit_Cache, ttl);
ZEND_METHOD(Rediskit_Cache, increment);
ZEND_METHOD(Rediskit_Cache, decrement);
ZEND_METHOD(Rediskit_Cache, flush);
ZEND_METHOD(Rediskit_Cache, tags);
ZEND_METHOD(Rediskit_Cache, lock);


static const zend_function_entry class_Rediskit_Cache_methods[] = {
	ZEND_ME(Rediskit_Cache, __construct, arginfo_class_Rediskit_Cache___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, get, arginfo_class_Rediskit_Cache_get, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, many, arginfo_class_Rediskit_Cache_many, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, put, arginfo_class_Rediskit_Cache_put, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, putMany, arginfo_class_Rediskit_Cache_putMany, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, add, arginfo_class_Rediskit_Cache_add, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, forever, arginfo_class_Rediskit_Cache_forever, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, remember, arginfo_class_Rediskit_Cache_remember, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, rememberForever, arginfo_class_Rediskit_Cache_rememberForever, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, rememberMany, arginfo_class_Rediskit_Cache_rememberMany, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, warm, arginfo_class_Rediskit_Cache_warm, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, flexible, arginfo_class_Rediskit_Cache_flexible, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, runDeferred, arginfo_class_Rediskit_Cache_runDeferred, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Rediskit_Cache, stats, arginfo_class_Rediskit_Cache_stats, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Rediskit_Cache, finishRequest, arginfo_class_Rediskit_Cache_finishRequest, ZEND_ACC_PRIVATE|ZEND_ACC_STATIC)
	ZEND_ME(Rediskit_Cache, forget, arginfo_class_Rediskit_Cache_forget, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, pull, arginfo_class_Rediskit_Cache_pull, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, has, arginfo_class_Rediskit_Cache_has, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, missing, arginfo_class_Rediskit_Cache_missing, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, touch, arginfo_class_Rediskit_Cache_touch, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, ttl, arginfo_class_Rediskit_Cache_ttl, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, increment, arginfo_class_Rediskit_Cache_increment, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, decrement, arginfo_class_Rediskit_Cache_decrement, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, flush, arginfo_class_Rediskit_Cache_flush, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, tags, arginfo_class_Rediskit_Cache_tags, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Cache, lock, arginfo_class_Rediskit_Cache_lock, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_Cache(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "Cache", class_Rediskit_Cache_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
