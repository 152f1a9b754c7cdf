// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/acquisition/certificates.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace gemba::test {
namespace {

void addExtension(X509* certificate, X509* issuer, int nid, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

template <class Write>
QString writePem(const QString& path, Write write)
{
    BIO* out = BIO_new_file(qPrintable(path), "w");
    write(out);
    BIO_free(out);
    return path;
}

} // namespace

CertificateAuthority::CertificateAuthority(QString folder, QString name)
    : m_folder(std::move(folder)), m_name(std::move(name)), m_key(EVP_EC_gen("P-256"))
{
    m_certificate = make(m_name, m_key, {}, -1000, 1000);
    m_file = writePem(m_folder + u'/' + m_name + QStringLiteral(".crt"),
                      [this](BIO* out) { PEM_write_bio_X509(out, m_certificate.get()); });
}

CertificateAuthority::Certificate CertificateAuthority::make(const QString& name, const Key& key,
                                                             const QByteArray& hosts, int fromDays, int toDays)
{
    Certificate certificate(X509_new());
    X509* const c = certificate.get();
    X509* const issuer = m_certificate ? m_certificate.get() : c;
    X509_set_version(c, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(c), m_serial++);
    X509_gmtime_adj(X509_getm_notBefore(c), long(fromDays) * 86400);
    X509_gmtime_adj(X509_getm_notAfter(c), long(toDays) * 86400);
    const QByteArray cn = name.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(c), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(cn.constData()), int(cn.size()), -1, 0);
    X509_set_issuer_name(c, X509_get_subject_name(issuer));
    X509_set_pubkey(c, key.get());
    addExtension(c, issuer, NID_basic_constraints, hosts.isEmpty() ? "critical,CA:TRUE" : "CA:FALSE");
    if (!hosts.isEmpty())
        addExtension(c, issuer, NID_subject_alt_name, hosts.constData());
    X509_sign(c, m_key.get(), EVP_sha256());
    return certificate;
}

CertificateAuthority::Pair CertificateAuthority::issue(const QString& name, const QByteArray& hosts, int fromDays,
                                                       int toDays)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = make(name, key, hosts, fromDays, toDays);
    const QString stem = m_folder + u'/' + name;
    return {writePem(stem + QStringLiteral(".crt"), [&](BIO* out) { PEM_write_bio_X509(out, certificate.get()); }),
            writePem(stem + QStringLiteral(".key"), [&](BIO* out) {
                PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
            })};
}

} // namespace gemba::test
