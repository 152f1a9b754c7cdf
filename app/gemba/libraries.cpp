// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/libraries.h"

#include <string>

#include <Eigen/Core>
#include <MQTTAsync.h>
#include <boost/version.hpp>
#include <curl/curl.h>
#include <fmt/core.h>
#include <google/protobuf/stubs/common.h>
#include <muParser.h>
#include <nlohmann/json.hpp>
#include <openssl/crypto.h>
#include <qt6keychain/keychain.h>
#include <simdjson.h>
#include <sqlite3.h>
#include <zlib.h>
#include <zstd.h>

#include "ui/scene/vtk_version.h"
#include "ui/shell/about_dialog.h"

namespace gemba {
namespace {

/// 9'01'00 with a hundred: "9.1.0".
QString dotted(int number, int base)
{
    return QStringLiteral("%1.%2.%3").arg(number / base / base).arg(number / base % base).arg(number % base);
}

QString pahoVersion()
{
    for (MQTTAsync_nameValue* v = MQTTAsync_getVersionInfo(); v && v->name; ++v) {
        if (std::string_view(v->name) == "Version")
            return QString::fromLatin1(v->value);
    }
    return {};
}

QString muParserVersion()
{
    return QString::fromStdString(mu::Parser().GetVersion(mu::pviBRIEF));
}

} // namespace

std::vector<ui::LibraryLine> librariesInUse()
{
    const auto l1 = [](const char* text) { return QString::fromLatin1(text); };
    const QString qt = l1(qVersion());
    return {{l1("Qt"), qt, l1("LGPL-3.0-only")},
            {l1("Qt Charts"), qt, l1("GPL-3.0-only")},
            {l1("VTK"), ui::vtkVersionInUse(), l1("BSD-3-Clause")},
            {l1("Eclipse Paho MQTT"), pahoVersion(), l1("EPL-2.0")},
            {l1("SQLite"), l1(sqlite3_libversion()), ui::AboutDialog::tr("public domain")},
            {l1("Zstandard"), l1(ZSTD_versionString()), l1("BSD-3-Clause")},
            {l1("zlib"), l1(zlibVersion()), l1("Zlib")},
            {l1("OpenSSL"), l1(OpenSSL_version(OPENSSL_VERSION)).section(QLatin1Char(' '), 1, 1), l1("Apache-2.0")},
            {l1("Protocol Buffers"), dotted(GOOGLE_PROTOBUF_VERSION, 1000), l1("BSD-3-Clause")},
            {l1("simdjson"), QStringLiteral("%1.%2.%3").arg(simdjson::SIMDJSON_VERSION_MAJOR).arg(simdjson::SIMDJSON_VERSION_MINOR).arg(simdjson::SIMDJSON_VERSION_REVISION), l1("Apache-2.0")},
            {l1("{fmt}"), dotted(FMT_VERSION, 100), l1("MIT")},
            {l1("libcurl"), l1(curl_version_info(CURLVERSION_NOW)->version), l1("curl")},
            {l1("QtKeychain"), QStringLiteral("%1.%2.%3").arg(QTKEYCHAIN_VERSION >> 16).arg(QTKEYCHAIN_VERSION >> 8 & 0xff).arg(QTKEYCHAIN_VERSION & 0xff), l1("BSD-3-Clause")},
            {l1("muParser"), muParserVersion(), l1("BSD-2-Clause")},
            {l1("JSON for Modern C++"), dotted(NLOHMANN_JSON_VERSION_MAJOR * 10000 + NLOHMANN_JSON_VERSION_MINOR * 100 + NLOHMANN_JSON_VERSION_PATCH, 100), l1("MIT")},
            {l1("valijson"), {}, l1("BSD-2-Clause")},
            {l1("Eigen"), QStringLiteral("%1.%2.%3").arg(EIGEN_WORLD_VERSION).arg(EIGEN_MAJOR_VERSION).arg(EIGEN_MINOR_VERSION), l1("MPL-2.0")},
            {l1("Boost"), QStringLiteral("%1.%2.%3").arg(BOOST_VERSION / 100000).arg(BOOST_VERSION / 100 % 1000).arg(BOOST_VERSION % 100), l1("BSL-1.0")}};
}

} // namespace gemba
