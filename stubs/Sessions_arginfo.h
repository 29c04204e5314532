/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 591eea08611dd8f2f16c1a2aa514cc66930c446e */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_Sessions___construct, 0, 0, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, client, Rediskit\\Client, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, prefix, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Sessions_active, 0, 0, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, minutes, IS_LONG, 0, "5")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Sessions_ofUser, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, user, MAY_BE_STRING|MAY_BE_LONG, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "100")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Sessions_endUser, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_MASK(0, user, MAY_BE_STRING|MAY_BE_LONG, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, except, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Sessions_end, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, session, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, user, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Sessions_touch, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, session, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, seconds, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Sessions_read, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_TYPE_INFO(0, session, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Sessions_raw, 0, 1, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO(0, session, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Sessions_exists, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, session, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Sessions_remaining, 0, 1, IS_DOUBLE, 1)
	ZEND_ARG_TYPE_INFO(0, session, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Rediskit_Sessions, __construct);
ZEND_METHOD(Rediskit_Sessions, active);
ZEND_METHOD(Rediskit_Sessions, ofUser);
ZEND_METHOD(Rediskit_Sessions, endUser);
ZEND_METHOD(Rediskit_Sessions, end);
ZEND_METHOD(Rediskit_Sessions, touch);
ZEND_METHOD(Rediskit_Sessions, read);
ZEND_METHOD(Rediskit_Sessions, raw);
ZEND_METHOD(Rediskit_Sessions, exists);
ZEND_METHOD(Rediskit_Sessions, remaining);


static const zend_function_entry class_Rediskit_Sessions_methods[] = {
	ZEND_ME(Rediskit_Sessions, __construct, arginfo_class_Rediskit_Sessions___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Sessions, active, arginfo_class_Rediskit_Sessions_active, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Sessions, ofUser, arginfo_class_Rediskit_Sessions_ofUser, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Sessions, endUser, arginfo_class_Rediskit_Sessions_endUser, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Sessions, end, arginfo_class_Rediskit_Sessions_end, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Sessions, touch, arginfo_class_Rediskit_Sessions_touch, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Sessions, read, arginfo_class_Rediskit_Sessions_read, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Sessions, raw, arginfo_class_Rediskit_Sessions_raw, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Sessions, exists, arginfo_class_Rediskit_Sessions_exists, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Sessions, remaining, arginfo_class_Rediskit_Sessions_remaining, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_Sessions(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "Sessions", class_Rediskit_Sessions_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "ofuser", sizeof("ofuser") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "enduser", sizeof("enduser") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "enduser", sizeof("enduser") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "end", sizeof("end") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "end", sizeof("end") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "touch", sizeof("touch") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "read", sizeof("read") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "raw", sizeof("raw") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "exists", sizeof("exists") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "remaining", sizeof("remaining") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
