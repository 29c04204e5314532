/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 5ca5bff79f9643d2003b4a6ed6ec69d0a11614e7 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_Counter___construct, 0, 0, 2)
	ZEND_ARG_OBJ_TYPE_MASK(0, client, Rediskit\\Client, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_NULL, NULL)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, floor, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ceiling, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_MASK(0, ttl, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Counter_get, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Counter_set, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Counter_increment, 0, 0, IS_LONG, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, by, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Counter_decrement arginfo_class_Rediskit_Counter_increment

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Counter_ttl, 0, 0, IS_DOUBLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Counter_reset, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Rediskit_Counter, __construct);
ZEND_METHOD(Rediskit_Counter, get);
ZEND_METHOD(Rediskit_Counter, set);
ZEND_METHOD(Rediskit_Counter, increment);
ZEND_METHOD(Rediskit_Counter, decrement);
ZEND_METHOD(Rediskit_Counter, ttl);
ZEND_METHOD(Rediskit_Counter, reset);


static const zend_function_entry class_Rediskit_Counter_methods[] = {
	ZEND_ME(Rediskit_Counter, __construct, arginfo_class_Rediskit_Counter___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Counter, get, arginfo_class_Rediskit_Counter_get, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Counter, set, arginfo_class_Rediskit_Counter_set, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Counter, increment, arginfo_class_Rediskit_Counter_increment, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Counter, decrement, arginfo_class_Rediskit_Counter_decrement, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Counter, ttl, arginfo_class_Rediskit_Counter_ttl, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Counter, reset, arginfo_class_Rediskit_Counter_reset, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_Counter(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "Counter", class_Rediskit_Counter_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
