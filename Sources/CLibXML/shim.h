// libxml2 as Swift sees it.
#ifndef CLIBXML_SHIM_H
#define CLIBXML_SHIM_H

// Debian builds libxml2 with ICU, whose headers define the same enums as the ICU inside Foundation;
// a module that imports both does not compile unless ICU is switched off before the other headers.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlmemory.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

#endif
