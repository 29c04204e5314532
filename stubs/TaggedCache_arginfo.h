/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: da64ed2ecc92077dd5dd621464f8135580eee228 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_TaggedCache___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_get, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, default, IS_MIXED, 0, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_many, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_put, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_putMany, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, values, IS_ARRAY, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_TaggedCache_add arginfo_class_Rediskit_TaggedCache_put

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_forever, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_remember, 0, 3, IS_MIXED, 0)
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

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_rememberForever, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, compute, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, wait, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, compute_ttl, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cache_null, _IS_BOOL, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_rememberMany, 0, 3, IS_ARRAY, 0)
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

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_warm, 0, 1, IS_LONG, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, values, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, progress, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_flexible, 0, 3, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, ttl, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, compute, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, wait, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, compute_ttl, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, refresh, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_forget, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_TaggedCache_pull arginfo_class_Rediskit_TaggedCache_get

#define arginfo_class_Rediskit_TaggedCache_has arginfo_class_Rediskit_TaggedCache_forget

#define arginfo_class_Rediskit_TaggedCache_missing arginfo_class_Rediskit_TaggedCache_forget

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_touch, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_ttl, 0, 1, IS_DOUBLE, 1)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_Rediskit_TaggedCache_increment, 0, 1, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, by, IS_LONG, 0, "1")
	ZEND_ARG_OBJ_TYPE_MASK(0, ttl, DateInterval|DateTimeInterface, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_TaggedCache_decrement arginfo_class_Rediskit_TaggedCache_increment

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_TaggedCache_flush, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Rediskit_TaggedCache_lock, 0, 1, Rediskit\\Lock, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ttl, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, owner, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Rediskit_TaggedCache, __construct);
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
ZEND_METHOD(Rediskit_Cache, forget);
ZEND_METHOD(Rediskit_Cache, pull);
ZEND_METHOD(Rediskit_Cache, has);
ZEND_METHOD(Rediskit_Cache, missing);
ZEND_METHOD(Rediskit_Cache, touch);
ZEND_METHOD(Rediskit_Cache, ttl);
ZEND_METHOD(Rediskit_Cache, increment);
ZEND_METHOD(Rediskit_Cache, decrement);
ZEND_METHOD(Rediskit_TaggedCache, flush);
ZEND_METHOD(Rediskit_Cache, lock);


static const zend_function_entry class_Rediskit_TaggedCache_methods[] = {
	ZEND_ME(Rediskit_TaggedCache, __construct, arginfo_class_Rediskit_TaggedCache___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(Rediskit_Cache, get, get, arginfo_class_Rediskit_TaggedCache_get, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, many, many, arginfo_class_Rediskit_TaggedCache_many, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, put, put, arginfo_class_Rediskit_TaggedCache_put, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, putMany, putMany, arginfo_class_Rediskit_TaggedCache_putMany, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, add, add, arginfo_class_Rediskit_TaggedCache_add, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, forever, forever, arginfo_class_Rediskit_TaggedCache_forever, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, remember, remember, arginfo_class_Rediskit_TaggedCache_remember, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, rememberForever, rememberForever, arginfo_class_Rediskit_TaggedCache_rememberForever, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, rememberMany, rememberMany, arginfo_class_Rediskit_TaggedCache_rememberMany, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, warm, warm, arginfo_class_Rediskit_TaggedCache_warm, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, flexible, flexible, arginfo_class_Rediskit_TaggedCache_flexible, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, forget, forget, arginfo_class_Rediskit_TaggedCache_forget, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, pull, pull, arginfo_class_Rediskit_TaggedCache_pull, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, has, has, arginfo_class_Rediskit_TaggedCache_has, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, missing, missing, arginfo_class_Rediskit_TaggedCache_missing, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, touch, touch, arginfo_class_Rediskit_TaggedCache_touch, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, ttl, ttl, arginfo_class_Rediskit_TaggedCache_ttl, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, increment, increment, arginfo_class_Rediskit_TaggedCache_increment, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, decrement, decrement, arginfo_class_Rediskit_TaggedCache_decrement, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_TaggedCache, flush, arginfo_class_Rediskit_TaggedCache_flush, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Cache, lock, lock, arginfo_class_Rediskit_TaggedCache_lock, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_TaggedCache(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "TaggedCache", class_Rediskit_TaggedCache_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
