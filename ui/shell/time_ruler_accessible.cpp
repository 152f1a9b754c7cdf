// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told of the time ruler: a slider over what is recorded, in seconds from
// its start, whose text is the time shown.
#include <algorithm>

#include <QAccessibleWidget>

#include "ui/shell/time_ruler.h"

namespace gemba::ui {
namespace {

class AccessibleRuler : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit AccessibleRuler(TimeRuler* ruler) : QAccessibleWidget(ruler, QAccessible::Slider) {}

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (what != QAccessible::Value)
            return QAccessibleWidget::text(what);
        return ruler().cursorText();
    }
    [[nodiscard]] QVariant currentValue() const override { return seconds(ruler().cursor()); }
    [[nodiscard]] QVariant minimumValue() const override { return 0.0; }
    [[nodiscard]] QVariant maximumValue() const override { return seconds(ruler().recorded().to); }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1.0; }
    void setCurrentValue(const QVariant& value) override
    {
        const TimeRange range = ruler().recorded();
        if (range.valid())
            ruler().goTo(std::clamp(range.from + static_cast<twin::TimeNs>(
                                                     std::clamp(value.toDouble(), 0.0, 4e9) * twin::kSecond),
                                    range.from, range.to));
    }

private:
    [[nodiscard]] TimeRuler& ruler() const { return *static_cast<TimeRuler*>(widget()); }
    [[nodiscard]] double seconds(twin::TimeNs t) const
    {
        const TimeRange range = ruler().recorded();
        return t == twin::kNoTime || !range.valid()
                   ? 0.0
                   : static_cast<double>(t - range.from) / static_cast<double>(twin::kSecond);
    }
};

QAccessibleInterface* accessibleRuler(const QString&, QObject* object)
{
    auto* ruler = qobject_cast<TimeRuler*>(object);
    return ruler ? new AccessibleRuler(ruler) : nullptr;
}

} // namespace

void TimeRuler::speakOf()
{
    static const bool once = [] {
        QAccessible::installFactory(accessibleRuler);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace gemba::ui
