// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/wording/error_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace gemba::twin {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// The sentence with %1, %2 … for the arguments; each says what to do where something can be done.
QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotReadable:
        return Text::tr("The file cannot be read (%1).");
    case ErrorCode::FileNotWritable:
        return Text::tr("The file cannot be written (%1). Choose another folder or free some "
                        "space.");
    case ErrorCode::FileTooLarge:
        return Text::tr("The file has %1 bytes; at most %2 are accepted.");
    case ErrorCode::FileTruncated:
        return Text::tr("The file ends before its content does. It was probably copied only in "
                        "part.");
    case ErrorCode::FileExposed:
        return Text::tr("The file holds a secret and others may read it. Let only its owner read "
                        "it.");
    case ErrorCode::JsonSyntax:
        return Text::tr("This is not valid JSON: %1.");
    case ErrorCode::JsonSchema:
        return Text::tr("Expected %1.");
    case ErrorCode::CsvSyntax:
        return Text::tr("This is not a valid CSV table: %1.");
    case ErrorCode::CsvNotANumber:
        return Text::tr("“%1” is not a number. Use a decimal point and no units.");
    case ErrorCode::CsvTimeNotIncreasing:
        return Text::tr("The time does not increase from the row before. Sort the rows by time.");
    case ErrorCode::CsvMissingColumn:
        return Text::tr("The column “%1” is missing.");
    case ErrorCode::CsvNoClass:
        return Text::tr("The class of this row is missing.");
    case ErrorCode::PlantUnknownReference:
        return Text::tr("There is no %1 called “%2”.");
    case ErrorCode::PlantDuplicate:
        return Text::tr("The %1 “%2” is there twice.");
    case ErrorCode::PlantInconsistent:
        return Text::tr("Expected %1.");
    case ErrorCode::RunInvalid:
        return Text::tr("This is not a valid recorded run: expected %1.");
    case ErrorCode::ModelInvalid:
        return Text::tr("This is not a valid model: expected %1.");
    case ErrorCode::ModelInputMissing:
        return Text::tr("The model needs the input “%1”, which is not there.");
    case ErrorCode::ModelForOtherTask:
        return Text::tr("The model is for another task: %1.");
    case ErrorCode::TrainNoInputs:
        return Text::tr("No input is left to train on: %1 never change.");
    case ErrorCode::TrainTooFewRows:
        return Text::tr("%1 rows are too few; at least %2 are needed.");
    case ErrorCode::RecipeInvalid:
        return Text::tr("The recipe is not usable: expected %1.");
    case ErrorCode::WaveformInvalid:
        return Text::tr("This signal cannot be used: expected %1.");
    case ErrorCode::BoostingFailed:
        return Text::tr("XGBoost could not do it: %1");
    case ErrorCode::ExpressionInvalid:
        return Text::tr("The formula is not understood at character %1: expected %2.");
    case ErrorCode::PayloadTooLarge:
        return Text::tr("A message has %1 bytes; at most %2 are accepted. It was not used.");
    case ErrorCode::PayloadMalformed:
        return Text::tr("A message could not be understood: %1. It was not used.");
    case ErrorCode::TopicUnknown:
        return Text::tr("No tag of the plant is bound to this topic.");
    case ErrorCode::TypeChanged:
        return Text::tr("The value changed its type from %1 to %2 without a new birth.");
    case ErrorCode::ValueNotFinite:
        return Text::tr("The value is not a finite number. It counts as bad quality.");
    case ErrorCode::DataBeforeBirth:
        return Text::tr("Data came before the node's birth certificate. A new birth is needed.");
    case ErrorCode::AliasUnknown:
        return Text::tr("Alias %1 was not in the node's birth certificate. A new birth is needed.");
    case ErrorCode::AliasDuplicate:
        return Text::tr("Alias %1 is used twice in a birth certificate.");
    case ErrorCode::SequenceGap:
        return Text::tr("Messages are missing: expected number %1, got %2.");
    case ErrorCode::BirthIncomplete:
        return Text::tr("The birth certificate is incomplete: %1.");
    case ErrorCode::LimitReached:
        return Text::tr("There are too many %1; at most %2 are accepted.");
    case ErrorCode::BrokerUnreachable:
        return Text::tr("The broker %1 cannot be reached (%2). Check that it runs "
                        "and that the address is right.");
    case ErrorCode::BrokerRefused:
        return Text::tr("The broker %1 refused the connection: %2. Check user, password and "
                        "rights.");
    case ErrorCode::BrokerCredentials:
        return Text::tr("The broker %1 did not accept the user or the password.");
    case ErrorCode::BrokerPlainText:
        return Text::tr("The broker %1 is on another machine; without encryption nothing is sent "
                        "there. Use mqtts://.");
    case ErrorCode::BrokerLost:
        return Text::tr("The connection to the broker %1 was lost (%2).");
    case ErrorCode::BrokerUrlInvalid:
        return Text::tr("“%1” is not a broker address. Write mqtts://host:8883 or "
                        "mqtt://host:1883.");
    case ErrorCode::TlsFailed:
        return Text::tr("No secure connection to %1: %2. Check the certificate and the host name.");
    case ErrorCode::TlsUntrusted:
        return Text::tr("The certificate of %1 is not signed by an authority trusted here (%2). "
                        "Name its authority with --ca.");
    case ErrorCode::TlsExpired:
        return Text::tr("The certificate of %1 is not valid today (%2). Check its dates and the "
                        "clock.");
    case ErrorCode::TlsWrongHost:
        return Text::tr("The certificate of %1 is for another host (%2).");
    case ErrorCode::SubscribeRefused:
        return Text::tr("The broker refused the subscription to “%1”. The account lacks the "
                        "right.");
    case ErrorCode::SessionForeign:
        return Text::tr("This is not a Gemba session: expected %1.");
    case ErrorCode::SessionNewer:
        return Text::tr("The session was written by a newer Gemba (format %1; this one reads up to "
                        "%2).");
    case ErrorCode::SessionDamaged:
        return Text::tr("The session is damaged: %1.");
    case ErrorCode::SessionEmpty:
        return Text::tr("The session holds no records.");
    case ErrorCode::SessionNoKeyframe:
        return Text::tr("The session has no keyframe to start from.");
    case ErrorCode::StoreFailed:
        return Text::tr("The file could not be stored (%1).");
    case ErrorCode::SessionTailMissing:
        return Text::tr("The session was copied without the file that holds its end. What is here "
                        "can be used.");
    case ErrorCode::SessionNotClosed:
        return Text::tr("The recording was cut off. What was stored by then is here.");
    case ErrorCode::SessionUnrecorded:
        return Text::tr("%1 records could not be stored, from %2 to %3.");
    case ErrorCode::NotifyUnreachable:
        return Text::tr("%1 cannot be reached (%2). Check the address and the network.");
    case ErrorCode::NotifyRefused:
        return Text::tr("%1 did not take the message: %2.");
    case ErrorCode::NotifyQueueFull:
        return Text::tr("Not sent: %1 messages wait to be sent already.");
    case ErrorCode::NotifyEnded:
        return Text::tr("Not sent: Gemba was closed first.");
    case ErrorCode::NotifyNoMailServer:
        return Text::tr("Not sent: no mail server is set.");
    case ErrorCode::DesktopUnavailable:
        return Text::tr("This desktop shows no notifications (%1).");
    case ErrorCode::KeyringUnavailable:
        return Text::tr("The keyring of this session cannot be used (%1). Nothing that needs a "
                        "password is sent. Start a keyring service and try again.");
    case ErrorCode::SecretMissing:
        return Text::tr("Not sent: the keyring has no password for %1. Set it under "
                        "Notifications.");
    case ErrorCode::ArgumentInvalid:
        return Text::tr("Expected %1.");
    case ErrorCode::ProgramNotFound:
        return Text::tr("The program “%1” was not found beside this one.");
    }
    return Text::tr("Unknown error %1.").arg(static_cast<int>(code));
}

QString argumentText(const ErrorArg& arg)
{
    if (const auto* n = std::get_if<std::int64_t>(&arg))
        return QString::number(*n);
    if (const auto* d = std::get_if<double>(&arg))
        return QLocale().toString(*d);
    return QString::fromStdString(std::get<std::string>(arg));
}

} // namespace

QString placeText(const Place& place)
{
    QStringList parts;
    if (!place.file.empty())
        parts << QString::fromStdString(place.file);
    if (place.row >= 0)
        parts << Text::tr("row %1").arg(place.row);
    if (!place.column.empty())
        parts << Text::tr("column %1").arg(QString::fromStdString(place.column));
    if (!place.topic.empty())
        parts << Text::tr("topic %1").arg(QString::fromStdString(place.topic));
    if (!place.jsonPath.empty())
        parts << Text::tr("at %1").arg(QString::fromStdString(place.jsonPath));
    return parts.join(QStringLiteral(", "));
}

QString errorText(const Error& error)
{
    QString text = sentence(error.code);
    // All at once: an argument that holds "%2" must not be filled in again.
    QStringList args;
    for (const ErrorArg& arg : error.args)
        args << argumentText(arg);
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool marked = text[i] == QLatin1Char('%') && i + 1 < text.size();
        const int n = marked ? text[i + 1].digitValue() : -1;
        if (n >= 1 && n <= args.size()) {
            filled += args[n - 1];
            ++i;
        } else {
            filled += text[i];
        }
    }
    const QString place = placeText(error.place);
    return place.isEmpty() ? filled : place + QStringLiteral(": ") + filled;
}

} // namespace gemba::twin
