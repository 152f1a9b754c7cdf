// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/broker_options.h"

#include <algorithm>

#include <QCoreApplication>

namespace gemba {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(broker)
};

} // namespace

void addBrokerOptions(QCommandLineParser& p)
{
    p.addOptions({{QStringLiteral("broker"), Text::tr("mqtts://host[:port] or mqtt://host[:port]."), QStringLiteral("URL")},
                  {QStringLiteral("host"), Text::tr("Be the broker's Sparkplug host of this id: publish STATE, ask for rebirths. Default: listen only."), QStringLiteral("ID")},
                  {QStringLiteral("ca"), Text::tr("PEM file of the authorities to trust."), QStringLiteral("FILE")},
                  {QStringLiteral("cert"), Text::tr("PEM file of our certificate."), QStringLiteral("FILE")},
                  {QStringLiteral("key"), Text::tr("PEM file of its key."), QStringLiteral("FILE")},
                  {QStringLiteral("user"), Text::tr("User name."), QStringLiteral("NAME")},
                  {QStringLiteral("password-file"), Text::tr("File with the password; only its owner may read it."), QStringLiteral("FILE")},
                  {QStringLiteral("allow-plain"), Text::tr("Allow mqtt:// to another machine: anyone on the way can read and change it.")}});
}

twin::Result<twin::Broker> brokerOf(const QCommandLineParser& p, qsizetype which)
{
    if (!p.isSet(QStringLiteral("broker")))
        return twin::Error{twin::ErrorCode::ArgumentInvalid, {std::string("--broker mqtts://host:port")}, {}};
    const QStringList urls = p.values(QStringLiteral("broker"));
    auto broker = twin::parseBroker(urls[std::min(which, urls.size() - 1)].toStdString());
    if (!broker)
        return broker;
    const auto text = [&](const char* option) { return p.value(QLatin1String(option)).toStdString(); };
    broker->hostId = text("host");
    broker->caFile = text("ca");
    broker->certFile = text("cert");
    broker->keyFile = text("key");
    broker->user = text("user");
    broker->passwordFile = text("password-file");
    broker->allowPlainRemote = p.isSet(QStringLiteral("allow-plain"));
    return broker;
}

} // namespace gemba
