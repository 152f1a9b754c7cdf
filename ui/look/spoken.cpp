// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/spoken.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace gemba::ui {
namespace {

class SpokenInterface : public QAccessibleWidget
{
public:
    SpokenInterface(QWidget* widget, const Spoken& spoken)
        : QAccessibleWidget(widget, spoken.spokenRole()), m_spoken(spoken)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Value)
            return m_spoken.spokenText();
        if (what == QAccessible::Name) {
            const QString name = widget()->accessibleName();
            const QString said = m_spoken.spokenText();
            // Many readers say the name only: it has to hold everything.
            return name.isEmpty() ? said : said.isEmpty() ? name : name + QStringLiteral(": ") + said;
        }
        return QAccessibleWidget::text(what);
    }

private:
    const Spoken& m_spoken;
};

QAccessibleInterface* spokenInterface(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    const auto* spoken = dynamic_cast<const Spoken*>(object);
    return widget && spoken ? new SpokenInterface(widget, *spoken) : nullptr;
}

} // namespace

void installSpokenWidgets()
{
    static const bool kOnce = [] {
        QAccessible::installFactory(spokenInterface);
        return true;
    }();
    Q_UNUSED(kOnce);
}

} // namespace gemba::ui
