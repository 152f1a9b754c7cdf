// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

#include "tests/detection/small_model.h"

using namespace gemba::twin;

class TestModelJson : public QObject
{
    Q_OBJECT

    /// The small model's JSON with one piece of text exchanged.
    static std::string changed(const QByteArray& from, const QByteArray& to)
    {
        QByteArray text = QByteArray::fromStdString(modelJson(test::smallModel()));
        const auto at = text.indexOf(from);
        if (at < 0)
            return {};
        return text.replace(at, from.size(), to).toStdString();
    }

private Q_SLOTS:
    void readsBackTheSame()
    {
        const PcaModel m = test::smallModel();
        const std::string text = modelJson(m);
        const auto back = parseModel(text);
        QVERIFY(back.ok());
        QVERIFY(*back == m);
        QCOMPARE(modelJson(*back), text);
    }

    void keysAreSorted()
    {
        const std::string text = modelJson(test::smallModel());
        QVERIFY(text.starts_with("{\"baseline\":{\"limits\":{\"spe\":2,\"t2\":4},\"loadings\":"));
        QVERIFY(text.find(' ') == text.npos);
    }

    void refused_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, const char* path) {
            QTest::newRow(name) << changed(from, to) << QString::fromLatin1(path);
        };
        row("other format", "\"gmodel\"", "\"hmodel\"", "/format");
        row("newer", "\"version\":1", "\"version\":2", "/version");
        row("other task", "\"task\":\"detect\",\"textbook", "\"task\":\"rul\",\"textbook", "/task");
        row("other method", "\"pca\"", "\"forest\"", "/method");
        row("no inputs", "[\"a\",\"b\",\"c\"]", "[]", "/inputs");
        row("input twice", "[\"a\",\"b\",\"c\"]", "[\"a\",\"b\",\"a\"]", "/inputs");
        row("input no text", "[\"a\",\"b\",\"c\"]", "[\"a\",\"b\",3]", "/inputs/2");
        row("mean too short", "\"mean\":[10,20,30]", "\"mean\":[10,20]", "/baseline/mean");
        row("mean a text", "\"mean\":[10,20,30]", "\"mean\":[10,\"x\",30]", "/baseline/mean/1");
        row("scale zero", "\"scale\":[1,2,4]", "\"scale\":[1,0,4]", "/baseline/scale/1");
        row("loading too large", "[0]]", "[7]]", "/baseline/loadings/2/0");
        row("no variances", "\"variances\":[1.5]", "\"variances\":[]", "/baseline/variances");
        row("variance negative", "\"variances\":[1.5]", "\"variances\":[-1.5]", "/baseline/variances/0");
        row("limit zero", "\"t2\":4}", "\"t2\":0}", "/baseline/limits/t2");
        row("infinite", "\"t2\":4}", "\"t2\":1e999}", "");
        row("bootstrap of another shape", "\"t2\":3},\"loadings\":[[", "\"t2\":3},\"loadings\":[[1,", "/bootstrap/0/loadings/0");
        row("on-delay zero", "\"on_delay\":2", "\"on_delay\":0", "/budget/on_delay");
        row("median huge", "\"median\":1", "\"median\":1000000", "/median");
        row("confidence one", "\"confidence\":0.99", "\"confidence\":1", "/textbook/confidence");
        row("recipe a text", "{\"task\":\"detect\"}", "\"x\"", "/training/recipe");
        row("rows missing", "\"rows\":100", "\"row\":100", "/training/rows");
        QTest::newRow("list") << std::string("[]") << "/format";
        QTest::newRow("number") << std::string("3") << "/format";
        QTest::newRow("empty") << std::string() << "";
        QTest::newRow("deep") << std::string(100'000, '[') << "";
    }
    void refused()
    {
        QFETCH(std::string, text);
        QFETCH(QString, path);
        const auto m = parseModel(text);
        QVERIFY(!m.ok());
        QCOMPARE(QString::fromStdString(m.error().place.jsonPath), path);
    }

    void anyBytesGiveAnAnswer()
    {
        const std::string good = modelJson(test::smallModel());
        std::mt19937 random(7);
        int accepted = 0;
        for (int n = 0; n < 3000; ++n) {
            std::string text = good;
            for (unsigned k = 0; k <= random() % 3; ++k)
                text[random() % text.size()] = static_cast<char>(random());
            if (n % 3 == 0)
                text.resize(random() % text.size());
            const auto m = parseModel(text);
            accepted += m.ok() ? 1 : 0;
            if (m.ok()) // whatever is accepted is sound enough to be written and read again
                QVERIFY(parseModel(modelJson(*m)).ok());
        }
        QVERIFY(accepted < 3000);
    }
};

QTEST_APPLESS_MAIN(TestModelJson)
#include "tst_model_json.moc"
