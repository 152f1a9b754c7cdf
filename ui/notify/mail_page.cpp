// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/mail_page.h"

#include <QFileDialog>
#include <QGridLayout>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/notify/form.h"

namespace gemba::ui {
namespace {

constexpr int kMostPort = 65535;
constexpr std::array<int, 3> kUsualPorts{465, 587, 25}; ///< by twin::MailSecurity

} // namespace

MailPage::MailPage(RosterDraft& draft)
    : m_draft(draft), m_host(makeField(tr("Mail server"), QStringLiteral("mail.works.example"))),
      m_user(makeField(tr("User"), tr("empty: the server asks for none"))),
      m_from(makeField(tr("Sender"), QStringLiteral("gemba@works.example"))), m_password(makeField(tr("Password"))),
      m_caFile(makeField(tr("Own authority (PEM file)"), tr("empty: the system's authorities only"))),
      m_port(makeNumber(tr("Port"), kMostPort, {})),
      m_security(makeChoice(tr("Encryption"), {tr("TLS"), tr("STARTTLS"), tr("none, within this machine")})),
      m_kept(new TextLabel(TextLabel::Voice::Quiet))
{
    m_port->setMinimum(1);
    m_password->setEchoMode(QLineEdit::Password);
    m_kept->setWrapped(true);
    auto* keep = new FlatButton(tr("Keep in the keyring"));
    auto* secret = new QWidget;
    auto* line = new QHBoxLayout(secret);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_password, 1);
    line->addWidget(keep);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    addRow(*grid, tr("Mail server"), m_host);
    addRow(*grid, tr("Encryption"), m_security);
    addRow(*grid, tr("Port"), m_port);
    addRow(*grid, tr("Sender"), m_from);
    addRow(*grid, tr("User"), m_user);
    addRow(*grid, tr("Password"), secret);
    grid->addWidget(m_kept, grid->rowCount(), 1);
    auto* choose = new FlatButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose a file of certificates"));
    auto* authority = new QWidget;
    auto* file = new QHBoxLayout(authority);
    file->setContentsMargins(0, 0, 0, 0);
    file->addWidget(m_caFile, 1);
    file->addWidget(choose);
    addRow(*grid, tr("Own authority (PEM file)"), authority);
    auto* forWhat = new TextLabel(TextLabel::Voice::Quiet,
                                  tr("For mail and webhook servers with a certificate of your works' own authority."));
    forWhat->setWrapped(true);
    grid->addWidget(forWhat, grid->rowCount(), 1);
    grid->setColumnStretch(1, 1);
    for (QWidget* w : std::initializer_list<QWidget*>{m_port, m_security})
        grid->setAlignment(w, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(grid);
    column->addStretch(1);
    for (QLineEdit* field : {m_host, m_user, m_from, m_caFile})
        connect(field, &QLineEdit::editingFinished, this, &MailPage::commit);
    connect(m_port, &QSpinBox::valueChanged, this, &MailPage::commit);
    connect(m_security, &QComboBox::activated, this, [this](int security) {
        const QSignalBlocker quiet(m_port);
        m_port->setValue(kUsualPorts[static_cast<std::size_t>(security)]);
        commit();
    });
    connect(choose, &QPushButton::clicked, this, &MailPage::chooseAuthority);
    connect(keep, &QPushButton::clicked, this, [this] {
        m_draft.desk().keepMailPassword(m_password->text());
        m_password->clear();
    });
    connect(&draft.desk(), &NotificationDesk::secretKept, this,
            [this](const QString& sentence) { m_kept->setText(sentence); });
    connect(&draft, &RosterDraft::changed, this, &MailPage::show);
    show();
}

void MailPage::show()
{
    const twin::MailServer& mail = m_draft.roster().mail;
    const QSignalBlocker quiet(m_port);
    showText(*m_host, QString::fromStdString(mail.host));
    showText(*m_user, QString::fromStdString(mail.user));
    showText(*m_from, QString::fromStdString(mail.from));
    showText(*m_caFile, QString::fromStdString(m_draft.roster().caFile));
    m_port->setValue(mail.port);
    m_security->setCurrentIndex(static_cast<int>(mail.security));
    m_password->setEnabled(!mail.user.empty());
}

void MailPage::commit()
{
    for (QLineEdit* field : {m_host, m_user, m_from, m_caFile})
        field->setModified(false);
    m_draft.edit(tr("changing the mail server"), [this](twin::Roster& r) {
        r.mail = {m_host->text().trimmed().toStdString(), static_cast<std::uint16_t>(m_port->value()),
                  static_cast<twin::MailSecurity>(m_security->currentIndex()), m_user->text().trimmed().toStdString(),
                  m_from->text().trimmed().toStdString()};
        r.caFile = m_caFile->text().trimmed().toStdString();
    });
}

void MailPage::chooseAuthority()
{
    auto* dialog = new QFileDialog(this, tr("Choose a file of certificates"), m_caFile->text(),
                                   tr("Certificates (*.pem *.crt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_caFile->setText(path);
        commit();
    });
    dialog->open();
}

} // namespace gemba::ui
