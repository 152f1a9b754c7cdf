// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/look/plain_list.h"

class QLineEdit;
class QVBoxLayout;

namespace gemba::ui {

/// A field for a few words above what they find, best first. The keyboard stays in the field: the
/// arrows choose below it, Enter takes, Escape leaves. What is found, how rows look and what
/// taking one does is up to whoever derives from it.
class SearchPopup : public QDialog, public Themed
{
    Q_OBJECT
public:
    void setTheme(const Theme& theme) override;

protected:
    struct Texts
    {
        QString name;    ///< of the whole, for screen readers
        QString hint;    ///< in the empty field
        QString nothing; ///< where nothing is found
        QString found;   ///< name of the list
    };
    /// `objectName` names it in style sheets and tests. Model and delegate outlive this.
    SearchPopup(const QString& objectName, const Texts& texts, QAbstractItemModel& model,
                RowDelegate& delegate, Qt::WindowFlags flags, QWidget* parent);

    virtual void searchFor(const QString& words) = 0; ///< the model shows what answers them
    virtual void take(const QModelIndex& row) = 0;    ///< a row that can be taken

    void startAnew(); ///< shown, with an empty field that has the focus
    void addBelow(QWidget* widget);
    [[nodiscard]] PlainList& list() const { return *m_list; }
    [[nodiscard]] QLineEdit& words() const { return *m_words; }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void takeCurrent();
    RowDelegate& m_delegate;
    QVBoxLayout* m_column = nullptr;
    QLineEdit* m_words = nullptr;
    QWidget* m_nothing = nullptr;
    PlainList* m_list = nullptr;
};

} // namespace gemba::ui
