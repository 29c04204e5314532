/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 800d2b35a530a5f659318a33f18fade268d6adec */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_Session___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Session_extendLock, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, seconds, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Session_isReadOnly, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Session_user, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_MASK(0, id, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, label, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Session_ttl, 0, 0, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, seconds, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Session_remaining, 0, 0, IS_DOUBLE, 1)
ZEND_END_ARG_INFO()


ZEND_METHOD(Rediskit_Session, __construct);
ZEND_METHOD(Rediskit_Session, extendLock);
ZEND_METHOD(Rediskit_Session, isReadOnly);
ZEND_METHOD(Rediskit_Session, user);
ZEND_METHOD(Rediskit_Session, ttl);
ZEND_METHOD(Rediskit_Session, remaining);


static const zend_function_entry class_Rediskit_Session_methods[] = {
	ZEND_ME(Rediskit_Session, __construct, arginfo_class_Rediskit_Session___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Rediskit_Session, extendLock, arginfo_class_Rediskit_Session_extendLock, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Rediskit_Session, isReadOnly, arginfo_class_Rediskit_Session_isReadOnly, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Rediskit_Session, user, arginfo_class_Rediskit_Session_user, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Rediskit_Session, ttl, arginfo_class_Rediskit_Session_ttl, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Rediskit_Session, remaining, arginfo_class_Rediskit_Session_remaining, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_Session(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "Session", class_Rediskit_Session_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "user", sizeof("user") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
