// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QString>

#include <openssl/x509.h>

namespace gemba::test {

/// A certificate authority made on the fly; everything it writes goes into one folder.
class CertificateAuthority
{
public:
    CertificateAuthority(QString folder, QString name);

    struct Pair {
        QString cert, key; ///< PEM files
    };
    /// A certificate for names like "DNS:localhost,IP:127.0.0.1", valid from and to so many days
    /// from now.
    Pair issue(const QString& name, const QByteArray& hosts, int fromDays = -1, int toDays = 1);
    [[nodiscard]] QString file() const { return m_file; } ///< its own certificate, PEM

private:
    struct Free {
        void operator()(X509* p) const { X509_free(p); }
        void operator()(EVP_PKEY* p) const { EVP_PKEY_free(p); }
    };
    using Certificate = std::unique_ptr<X509, Free>;
    using Key = std::unique_ptr<EVP_PKEY, Free>;
    Certificate make(const QString& name, const Key& key, const QByteArray& hosts, int fromDays, int toDays);

    QString m_folder, m_name, m_file;
    Key m_key;
    Certificate m_certificate;
    long m_serial = 1;
};

} // namespace gemba::test
