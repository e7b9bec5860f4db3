/*
 * Providers of security labels that take any label, for tests: as the server's src/test/modules/dummy_seclabel does,
 * but two of them, and one with a hostile name.
 */
#include "postgres.h"

#include "commands/seclabel.h"
#include "fmgr.h"

PG_MODULE_MAGIC;

void _PG_init(void);

static void
take(const ObjectAddress *object, const char *label)
{
}

void
_PG_init(void)
{
	register_label_provider("dummy", take);
	register_label_provider("Odd \"p\"; --", take);
}
