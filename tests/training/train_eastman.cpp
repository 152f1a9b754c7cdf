// SPDX-License-Identifier: GPL-3.0-or-later
// Makes resources/plants/eastman/models anew. Run by packaging/train-eastman.
#include <cstdio>

#include "tests/training/eastman_models.h"
#include "twin/training/byte_file.h"

int main(int argc, char** argv)
{
    using namespace gemba::twin;
    if (argc != 2) {
        std::fputs("usage: train_eastman SOURCE-TREE\n", stderr);
        return 2;
    }
    const std::string folder = test::eastmanFolder(argv[1]);
    for (const std::string unit : test::kEastmanUnits) {
        const auto bytes = test::trainUnit(folder, unit);
        if (!bytes) {
            std::fprintf(stderr, "%s: cannot be trained, error %d\n", unit.c_str(), static_cast<int>(bytes.error().code));
            return 1;
        }
        const std::string path = folder + "/models/" + unit + ".gmodel";
        if (!writeBytes(path, *bytes)) {
            std::fprintf(stderr, "%s cannot be written\n", path.c_str());
            return 1;
        }
        std::printf("%s: %zu bytes\n", path.c_str(), bytes->size());
    }
    return 0;
}
