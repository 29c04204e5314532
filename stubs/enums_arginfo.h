/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 21af88f77aee54ed6d32d654c330399561887ed0 */




static const zend_function_entry class_Rediskit_Serializer_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_Compression_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_Serializer(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Rediskit\\Serializer", IS_STRING, class_Rediskit_Serializer_methods);

	zval enum_case_Auto_value;
	zend_string *enum_case_Auto_value_str = zend_string_init("auto", strlen("auto"), 1);
	ZVAL_STR(&enum_case_Auto_value, enum_case_Auto_value_str);
	zend_enum_add_case_cstr(class_entry, "Auto", &enum_case_Auto_value);

	zval enum_case_Php_value;
	zend_string *enum_case_Php_value_str = zend_string_init("php", strlen("php"), 1);
	ZVAL_STR(&enum_case_Php_value, enum_case_Php_value_str);
	zend_enum_add_case_cstr(class_entry, "Php", &enum_case_Php_value);

	zval enum_case_Igbinary_value;
	zend_string *enum_case_Igbinary_value_str = zend_string_init("igbinary", strlen("igbinary"), 1);
	ZVAL_STR(&enum_case_Igbinary_value, enum_case_Igbinary_value_str);
	zend_enum_add_case_cstr(class_entry, "Igbinary", &enum_case_Igbinary_value);

	zval enum_case_Json_value;
	zend_string *enum_case_Json_value_str = zend_string_init("json", strlen("json"), 1);
	ZVAL_STR(&enum_case_Json_value, enum_case_Json_value_str);
	zend_enum_add_case_cstr(class_entry, "Json", &enum_case_Json_value);

	zval enum_case_None_value;
	zend_string *enum_case_None_value_str = zend_string_init("none", strlen("none"), 1);
	ZVAL_STR(&enum_case_None_value, enum_case_None_value_str);
	zend_enum_add_case_cstr(class_entry, "None", &enum_case_None_value);

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_Compression(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Rediskit\\Compression", IS_STRING, class_Rediskit_Compression_methods);

	zval enum_case_None_value;
	zend_string *enum_case_None_value_str = zend_string_init("none", strlen("none"), 1);
	ZVAL_STR(&enum_case_None_value, enum_case_None_value_str);
	zend_enum_add_case_cstr(class_entry, "None", &enum_case_None_value);

	zval enum_case_Zstd_value;
	zend_string *enum_case_Zstd_value_str = zend_string_init("zstd", strlen("zstd"), 1);
	ZVAL_STR(&enum_case_Zstd_value, enum_case_Zstd_value_str);
	zend_enum_add_case_cstr(class_entry, "Zstd", &enum_case_Zstd_value);

	zval enum_case_Lz4_value;
	zend_string *enum_case_Lz4_value_str = zend_string_init("lz4", strlen("lz4"), 1);
	ZVAL_STR(&enum_case_Lz4_value, enum_case_Lz4_value_str);
	zend_enum_add_case_cstr(class_entry, "Lz4", &enum_case_Lz4_value);

	return class_entry;
}
