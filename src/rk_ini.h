/* rk_ini.h: the settings of php.ini. */
#ifndef RK_INI_H
#define RK_INI_H

#include <php.h>

zend_result rk_ini_register(int module_number);
void rk_ini_unregister(int module_number);

#endif
