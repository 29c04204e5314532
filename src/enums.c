/* enums.c: Rediskit\Serializer and Rediskit\Compression, names of what rk_codec.c can do. */

#include "rk_classes.h"

#include <Zend/zend_enum.h>

#include "../stubs/enums_arginfo.h"

zend_class_entry *rk_ce_serializer, *rk_ce_compression;

zend_result rk_enums_minit(void)
{
	rk_ce_serializer = register_class_Rediskit_Serializer();
	rk_ce_compression = register_class_Rediskit_Compression();
	return SUCCESS;
}
