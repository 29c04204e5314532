/* rk_forget.h: removing cached values, and voiding computations of them that are in progress (rk_remember.h). */
#ifndef RK_FORGET_H
#define RK_FORGET_H

#include "rk_handle.h"

/* Removes the value, and voids computations of it. *removed: was there one? One round trip. */
rk_status rk_forget(rk_handle *handle, zend_string *key, bool *removed, rk_error *err);

/* Adds to the request what forgets one key without a script: RK_FORGET_COMMANDS commands, of which the second answers 1 when
 * there was a value. */
#define RK_FORGET_COMMANDS 4
void rk_forget_add(rk_request *request, zend_string *key);

#endif
