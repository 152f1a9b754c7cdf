// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include "ui/models/pen_set.h"
#include "ui/models/phrases.h"

namespace gemba::ui {

/// The tags of a plant, and those calculated from them, that answer a few words: by name in any
/// language the plant has, number, id, machine and area. Best first; without words in the order of
/// the plant. GUI thread.
class TagSearchModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        TagRole = Qt::UserRole, ///< uint; kNoTag of a calculated one
        CalculatedRole,         ///< id
        DetailRole,             ///< text: number, machine, area
        UnitRole,
    };
    static constexpr std::size_t kMost = 300; ///< rows; more words narrow it further

    explicit TagSearchModel(const QLocale& locale, QObject* parent = nullptr);
    void setPlant(const std::shared_ptr<const twin::Plant>& plant,
                  const std::vector<CalculatedTag>& calculated, const DisplayUnits& units = {});
    void search(const QString& words);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& i) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& rows) const override;

private:
    struct Entry
    {
        twin::TagId tag = twin::kNoTag;
        QString calculated, name, detail, unit;
        QString others; ///< searched as well: other languages, id
    };
    std::shared_ptr<const twin::Plant> m_plant;
    Phrases m_phrases;
    std::vector<Entry> m_entries;
    std::vector<std::size_t> m_found;
};

} // namespace gemba::ui
