#include "CReportAssets.h"
