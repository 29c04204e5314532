/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 8665c02667cbc79ca2922429a3540200cb6dcb84 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_Session___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Session_extendLock, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, seconds, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Session_isReadOnly, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Rediskit_Session, __construct);
ZEND_METHOD(Rediskit_Session, extendLock);
ZEND_METHOD(Rediskit_Session, isReadOnly);


static const zend_function_entry class_Rediskit_Session_methods[] = {
	ZEND_ME(Rediskit_Session, __construct, arginfo_class_Rediskit_Session___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Rediskit_Session, extendLock, arginfo_class_Rediskit_Session_extendLock, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Rediskit_Session, isReadOnly, arginfo_class_Rediskit_Session_isReadOnly, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_Session(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "Session", class_Rediskit_Session_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
