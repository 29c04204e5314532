/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: ade2db157bf47d3e8a82dc4b073cf3f3817585fc */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_Lock___construct, 0, 0, 2)
	ZEND_ARG_OBJ_TYPE_MASK(0, client, Rediskit\\Client, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_NULL, NULL)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ttl, IS_DOUBLE, 0, "10.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, owner, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Lock_acquire, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, wait, IS_DOUBLE, 0, "0.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Lock_release, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Lock_refresh, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ttl, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Lock_isHeld arginfo_class_Rediskit_Lock_release

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Lock_remaining, 0, 0, IS_DOUBLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Lock_owner, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Lock_token, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Lock_run, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, wait, IS_DOUBLE, 0, "0.0")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Lock_forceRelease arginfo_class_Rediskit_Lock_release


ZEND_METHOD(Rediskit_Lock, __construct);
ZEND_METHOD(Rediskit_Lock, acquire);
ZEND_METHOD(Rediskit_Lock, release);
ZEND_METHOD(Rediskit_Lock, refresh);
ZEND_METHOD(Rediskit_Lock, isHeld);
ZEND_METHOD(Rediskit_Lock, remaining);
ZEND_METHOD(Rediskit_Lock, owner);
ZEND_METHOD(Rediskit_Lock, token);
ZEND_METHOD(Rediskit_Lock, run);
ZEND_METHOD(Rediskit_Lock, forceRelease);


static const zend_function_entry class_Rediskit_Lock_methods[] = {
	ZEND_ME(Rediskit_Lock, __construct, arginfo_class_Rediskit_Lock___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Lock, acquire, arginfo_class_Rediskit_Lock_acquire, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Lock, release, arginfo_class_Rediskit_Lock_release, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Lock, refresh, arginfo_class_Rediskit_Lock_refresh, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Lock, isHeld, arginfo_class_Rediskit_Lock_isHeld, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Lock, remaining, arginfo_class_Rediskit_Lock_remaining, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Lock, owner, arginfo_class_Rediskit_Lock_owner, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Lock, token, arginfo_class_Rediskit_Lock_token, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Lock, run, arginfo_class_Rediskit_Lock_run, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Lock, forceRelease, arginfo_class_Rediskit_Lock_forceRelease, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_Lock(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "Lock", class_Rediskit_Lock_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
