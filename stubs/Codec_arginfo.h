/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: a57622965aec954b1cae115dd4477c19d6f981dd */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_Codec___construct, 0, 0, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, serializer, Rediskit\\Serializer, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_OBJ_TYPE_MASK(0, compression, Rediskit\\Compression, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, compression_level, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, compression_threshold, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, max_value_size, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_MASK(0, allowed_classes, MAY_BE_ARRAY|MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, compat, _IS_BOOL, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, mac_key, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_MASK(0, dictionary, MAY_BE_ARRAY|MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Codec_encode, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, key, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Codec_decode, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, stored, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, key, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Codec_train, 0, 1, IS_STRING, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, samples, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, size, IS_LONG, 0, "65536")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, codec, Rediskit\\Codec, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Rediskit_Codec, __construct);
ZEND_METHOD(Rediskit_Codec, encode);
ZEND_METHOD(Rediskit_Codec, decode);
ZEND_METHOD(Rediskit_Codec, train);


static const zend_function_entry class_Rediskit_Codec_methods[] = {
	ZEND_ME(Rediskit_Codec, __construct, arginfo_class_Rediskit_Codec___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Codec, encode, arginfo_class_Rediskit_Codec_encode, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Codec, decode, arginfo_class_Rediskit_Codec_decode, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Codec, train, arginfo_class_Rediskit_Codec_train, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_Codec(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "Codec", class_Rediskit_Codec_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 7, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
